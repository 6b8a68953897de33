/* Starts the workshop of the rules' wing: the page's own program once more, which the page sends already compiled. */
import init from './rules.js';

/* What goes wrong here must reach the page: a promise that fails does not, an error that is thrown does. */
function fail(problem) {
  setTimeout(() => {
    throw problem;
  });
}

addEventListener('message', ({ data }) => init({ module_or_path: data }).catch(fail), { once: true });
