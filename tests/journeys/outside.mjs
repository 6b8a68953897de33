// Everything that is not this machine, as far as a browser of the journeys can reach it: a proxy that takes down who was
// called and lets nobody through. It hears pages, workers and service workers alike.
import { once } from 'node:events';
import { createServer } from 'node:http';

/* Chromium asks its maker about itself and about forms, whatever page is open. */
const ownHosts = /(^|\.)(google|googleapis|gstatic|gvt1|gvt2)\.com$/;

export class Outside {
  /** What was called, oldest first. */
  calls = [];
  #proxy = createServer();

  /** Begins to listen; answers what playwright needs to know. */
  async open() {
    this.#proxy.on('request', (request, response) => {
      this.#note(new URL(request.url).hostname, request.url);
      response.writeHead(502).end();
    });
    this.#proxy.on('connect', (request, socket) => {
      this.#note(request.url.split(':')[0], request.url);
      socket.destroy();
    });
    this.#proxy.listen(0, '127.0.0.1');
    await once(this.#proxy, 'listening');
    return { server: `http://127.0.0.1:${this.#proxy.address().port}`, bypass: '127.0.0.1' };
  }

  /** Stops listening. */
  close() {
    this.#proxy.close();
    this.#proxy.closeAllConnections();
  }

  #note(host, address) {
    if (!ownHosts.test(host)) this.calls.push(address);
  }
}
