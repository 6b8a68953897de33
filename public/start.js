/* Starts the app and looks after its updates.
 *
 * What the app may rely on:
 * - `document.documentElement.dataset.files`: the address of the folder of this version's files, with a slash at its
 *   end. A wing's worker is a module there. Never assume that the files lie beside the page.
 * - `window.__shouwenUpdate === true` and the event `shouwen-update` on window: a new version is installed and waits.
 *   The app offers it; when the person has agreed, the app dispatches `shouwen-update-accepted` on window. Then the new
 *   version takes over and this page (no other) is loaded again.
 */
const files = new URL('.', import.meta.url);
/* The build puts the files into a folder v-<digest>; without one (trunk serve) there is no service worker. */
const isBuilt = /\/v-[0-9a-f]+\/$/.test(files.pathname);
const hourMs = 60 * 60 * 1000;

/* The addresses of the wings that are not the visitors', programs of their own (src/app/wing.rs). */
const wings = [
  [/^#\/(desk|exchange|findings|settings)(\/|$)/, './staff.js'],
  [/^#\/systems(\/|$)/, './rules.js'],
];

/* What every screen needs stands in the page; the wings that visitors do not see have a sheet more. */
function loadStaffStyle() {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL('CSSLayerBlockRule' in window ? 'staff.css' : 'staff-flat.css', files);
  return new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => reject(new Error(link.href));
    document.head.append(link);
  });
}

async function start() {
  document.documentElement.dataset.files = files.href;
  const [, wing] = wings.find(([address]) => address.test(location.hash)) ?? [, './app.js'];
  const [{ default: init }] = await Promise.all([import(wing), wing === './app.js' ? null : loadStaffStyle()]);
  await init();
  for (const id of ['loading', 'cannot-run', 'start-failed']) document.getElementById(id)?.remove();
}

/* Tells the service worker that this version is in use, for as long as this page lives: a lock ends with its page. */
function holdVersion() {
  navigator.locks.request(`shouwen page ${files.pathname}`, { mode: 'shared' }, () => new Promise(() => {}));
}

function announce() {
  window.__shouwenUpdate = true;
  window.dispatchEvent(new Event('shouwen-update'));
}

function announceOnceInstalled(worker) {
  worker?.addEventListener('statechange', () => {
    if (worker.state === 'installed' && navigator.serviceWorker.controller) announce();
  });
}

function activateWhenAccepted(registration) {
  window.addEventListener('shouwen-update-accepted', () => {
    const { waiting } = registration;
    if (!waiting) return;
    /* Whichever is heard first: this page may be claimed before or after it hears that the version is active. */
    const load = () => location.reload();
    navigator.serviceWorker.addEventListener('controllerchange', load, { once: true });
    waiting.addEventListener('statechange', () => waiting.state === 'activated' && load());
    waiting.postMessage({ type: 'activate' });
  });
}

async function serveOffline() {
  const registration = await navigator.serviceWorker.register('./sw.js', { updateViaCache: 'none' });
  activateWhenAccepted(registration);
  if (registration.waiting && navigator.serviceWorker.controller) announce();
  announceOnceInstalled(registration.installing);
  registration.addEventListener('updatefound', () => announceOnceInstalled(registration.installing));
  registration.active?.postMessage({ type: 'prune' });
  /* A kiosk stays open for weeks. Without a network the question simply comes again an hour later. */
  setInterval(() => registration.update().catch(() => {}), hourMs);
}

/* Another page has emptied this device (src/app/backup/emptying.rs): nothing that this one still shows is there. */
function leaveWhenEmptied() {
  window.addEventListener('storage', ({ key, newValue }) => key === 'shouwen.emptied' && newValue && location.reload());
}

async function run() {
  if (window.shouwenCannotRun) return;
  leaveWhenEmptied();
  if (isBuilt) holdVersion();
  try {
    await start();
  } catch (problem) {
    window.shouwenStartFailed(String(problem));
    return;
  }
  if (!isBuilt || !('serviceWorker' in navigator)) return;
  try {
    await serveOffline();
  } catch (problem) {
    console.error('The app will not open without a network:', problem);
  }
}

run();
