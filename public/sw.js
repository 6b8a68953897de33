/* The service worker: after one visit the app opens without a network.
 *
 * The build fills BUILD: a digest of the finished site, and the files of that version. Each version has its own cache
 * and, apart from the page, icons and manifest, its own folder v-<version>, so two versions never mix.
 *
 * Contract with the page (start.js):
 * - A new version installs beside the running one and waits. It takes over only after the message {type: 'activate'}.
 * - No page is ever reloaded from here.
 * - {type: 'prune'}: remove caches of versions that no open page uses. Pages say which version they use by holding the
 *   shared Web Lock `shouwen page <path of the version's folder>`; a page that has no lock yet stops the removal.
 */
const BUILD = { version: 'dev', files: [] };

const scope = new URL(self.registration.scope);
const prefix = `shouwen ${scope.pathname} `;
const cacheName = prefix + BUILD.version;
const lockPrefix = `shouwen page ${scope.pathname}`;

async function install() {
  const cache = await caches.open(cacheName);
  try {
    await Promise.all(BUILD.files.map((path) => store(cache, path)));
  } catch (problem) {
    await caches.delete(cacheName);
    throw problem;
  }
}

async function store(cache, path) {
  const url = new URL(path, scope);
  const isVersioned = path.startsWith(`v-${BUILD.version}/`);
  /* A versioned address never changes its content: what the page just loaded need not be loaded again. */
  const response = await fetch(url, { cache: isVersioned ? 'default' : 'reload' });
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  const body = await response.blob();
  if (path === './' && !(await body.text()).includes(`v-${BUILD.version}/`)) {
    throw new Error('the page is of another version');
  }
  /* A new response, because a redirected one may not answer a navigation; its body is decoded by now. */
  const headers = new Headers(response.headers);
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  await cache.put(url, new Response(body, { headers }));
}

async function prune() {
  const { held } = await navigator.locks.query();
  const locks = held.map((lock) => lock.name).filter((name) => name.startsWith(lockPrefix));
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const pages = windows.filter((client) => client.url.startsWith(scope.href));
  if (pages.length > locks.length) return;
  const used = new Set(locks.map((name) => `${prefix}${name.slice(lockPrefix.length).replace(/^v-|\/$/g, '')}`));
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  const unused = names.filter((name) => name !== cacheName && !used.has(name));
  await Promise.all(unused.map((name) => caches.delete(name)));
}

async function takeOver() {
  await self.clients.claim();
  await prune();
}

async function page(request) {
  const url = new URL(request.url);
  /* The page's own addresses are relative to the scope: a deeper address would miss them. */
  if (url.pathname.slice(scope.pathname.length).includes('/')) return Response.redirect(scope.href);
  const cache = await caches.open(cacheName);
  return (await cache.match(scope.href)) ?? fetch(request);
}

async function file(request) {
  const cache = await caches.open(cacheName);
  const own = await cache.match(request, { ignoreVary: true });
  /* A page of an earlier version finds its files in that version's cache. */
  return own ?? (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('message', (event) => {
  if (event.data?.type === 'activate') self.skipWaiting();
  /* While an update waits, its own cache is not the running one's to remove. */
  if (event.data?.type === 'prune' && !self.registration.waiting && !self.registration.installing) {
    event.waitUntil(prune());
  }
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope.href)) return;
  event.respondWith(request.mode === 'navigate' ? page(request) : file(request));
});
