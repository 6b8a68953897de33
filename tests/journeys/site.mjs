// The site on its server, which a journey can stop and start again at the same address.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { dist, xtask } from './settings.mjs';

export class Site {
  #process = null;
  #port = 0;

  /** The site of `folder` under a path such as `/sub/`. */
  constructor({ folder = dist, under = '/' } = {}) {
    this.folder = folder;
    this.under = under;
  }

  /** The address of the page. */
  get url() {
    return `http://127.0.0.1:${this.#port}${this.under}`;
  }

  /** Starts the server and waits until it listens; the second time on the same port. */
  async start() {
    const options = ['--no-build', '--no-open', '--port', `${this.#port}`, '--folder', this.folder, '--under', this.under];
    const child = spawn(xtask, ['serve', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const line of createInterface({ input: child.stdout })) {
      const found = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(line);
      if (!found) continue;
      this.#port = Number(found[1]);
      this.#process = child;
      child.stdout.resume();
      return this;
    }
    throw new Error(`the server did not start for ${this.folder}`);
  }

  /** Stops the server; afterwards every connection is refused. */
  async stop() {
    const child = this.#process;
    if (!child) return;
    this.#process = null;
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  }

  /** Serves another folder at the same address, as a host does after an update. */
  async replaceBy(folder) {
    await this.stop();
    this.folder = folder;
    await this.start();
  }
}
