// Sizes of everything that a fresh browser fetches until the kiosk stands and would open without a network.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { Profile, untilOffline } from '../profile.mjs';
import { dist } from '../settings.mjs';
import { report } from './report.mjs';

/** Reports each file and the sums. */
export async function measureFirstLoad(site) {
  const profile = await new Profile().start();
  const fetched = new Map();
  profile.context.on('request', (request) => {
    const { pathname } = new URL(request.url());
    const file = pathname === '/' ? 'index.html' : pathname.slice(1);
    const by = request.serviceWorker() ? 'service worker' : 'page';
    if (fetched.get(file) !== 'page') fetched.set(file, by);
  });
  const page = await profile.open(`${site.url}#/kiosk`);
  await untilOffline(page);
  await profile.close();
  const rows = [];
  for (const [file, by] of fetched) rows.push({ file: file.replace(/^v-[0-9a-f]+\//, ''), by, ...sizes(await readFile(path.join(dist, file))) });
  for (const row of rows) report('size', row);
  report('size', { file: 'worker', ...sum(rows.filter(({ file }) => file.startsWith('worker'))) });
  report('size', { file: 'total before the service worker', ...sum(rows.filter(({ by }) => by === 'page')) });
  report('size', { file: 'total', ...sum(rows) });
}

function sizes(content) {
  return { raw: content.length, gzip: gzipSync(content, { level: 9 }).length, brotli: brotliCompressSync(content).length };
}

function sum(rows) {
  const total = (key) => rows.reduce((sofar, row) => sofar + row[key], 0);
  return { raw: total('raw'), gzip: total('gzip'), brotli: total('brotli') };
}
