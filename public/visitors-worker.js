/* Starts the back office of the visitors' wing: the page's own program once more, which the page sends already compiled. */
import init from './app.js';

/* What goes wrong here must reach the page: a promise that fails does not, an error that is thrown does. */
function fail(problem) {
  setTimeout(() => {
    throw problem;
  });
}

addEventListener('message', ({ data }) => init({ module_or_path: data }).catch(fail), { once: true });
