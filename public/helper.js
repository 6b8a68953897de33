/* Starts a worker that helps the staff's back office: the back office's own program once more, which it sends already compiled. What
 * it does is in its name. */
import init from './worker.js';

/* What goes wrong here must reach the back office: a promise that fails does not, an error that is thrown does. */
function fail(problem) {
  setTimeout(() => {
    throw problem;
  });
}

addEventListener('message', ({ data }) => init({ module_or_path: data }).catch(fail), { once: true });
