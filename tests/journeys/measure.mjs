// Measures the finished site in a real Chromium; one JSON line each. `cargo xtask measure [--tickets N]` calls it.
//
// The app takes part where its address says `?measure`. Then it offers `window.shouwenMeasure`:
//   register(count)       registers so many matters one after another, through the same command as the kiosk's form;
//                         resolves to the milliseconds from each submission to its acknowledgement
//   importBundle(bytes)   imports a bundle (Uint8Array); resolves when it is durable and searchable
// and the desk sets the performance mark `shouwen-list` when it has drawn its first sorted list.
// What the app does not offer is reported as missing, never left out in silence.
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { Profile, untilOffline } from './profile.mjs';
import { dist } from './settings.mjs';
import { Site } from './site.mjs';

const kiosk = '#/kiosk';
const desk = '#/desk';
const registrations = 200;
const warmUps = 20;
const openings = 7;
const tickets = Number(process.argv[2] ?? 10_000);

const site = await new Site().start();
try {
  await measureFirstLoad();
  await measureRegistration();
  await measureOpening(0);
  if (tickets > 0) await measureOpening(tickets);
} finally {
  await site.stop();
}

/** Sizes of everything that a fresh browser fetches until the kiosk stands and would open without a network. */
async function measureFirstLoad() {
  const profile = await new Profile().start();
  const fetched = new Map();
  profile.context.on('request', (request) => {
    const { pathname } = new URL(request.url());
    const file = pathname === '/' ? 'index.html' : pathname.slice(1);
    const by = request.serviceWorker() ? 'service worker' : 'page';
    if (fetched.get(file) !== 'page') fetched.set(file, by);
  });
  const page = await profile.open(`${site.url}${kiosk}`);
  await untilOffline(page);
  await profile.close();
  const rows = [];
  for (const [file, by] of fetched) rows.push({ file: file.replace(/^v-[0-9a-f]+\//, ''), by, ...sizes(await readFile(path.join(dist, file))) });
  for (const row of rows) report('size', row);
  report('size', { file: 'worker', ...sum(rows.filter(({ file }) => file.startsWith('worker'))) });
  report('size', { file: 'total before the service worker', ...sum(rows.filter(({ by }) => by === 'page')) });
  report('size', { file: 'total', ...sum(rows) });
}

/** Milliseconds from submission to acknowledgement, beside raw strict puts in the same page. */
async function measureRegistration() {
  const profile = await new Profile().start();
  const page = await profile.open(`${site.url}?office=example&measure${kiosk}`);
  const puts = await page.evaluate(rawPuts, { count: registrations, warmUps });
  report('raw_put_ms', spread(puts));
  if (await offers(page, 'register')) {
    await page.evaluate((count) => window.shouwenMeasure.register(count), warmUps);
    const times = await page.evaluate((count) => window.shouwenMeasure.register(count), registrations);
    report('register_ms', spread(times));
    report('register_over_raw_put_p95', { ratio: rounded(spread(times).p95 / spread(puts).p95) });
  } else {
    missing('register_ms', 'shouwenMeasure.register');
  }
  await profile.close();
}

/** Milliseconds from the start of a navigation to the desk's first sorted list. */
async function measureOpening(count) {
  const profile = await new Profile().start();
  const page = await profile.open(`${site.url}?office=example&measure${desk}`);
  await untilOffline(page);
  if (count > 0 && !(await fill(page, count))) return profile.close();
  const times = [];
  for (let opening = 0; opening < openings; opening += 1) {
    await page.goto(`${site.url}?measure=${opening}${desk}`);
    const time = await page.waitForFunction(() => performance.getEntriesByName('shouwen-list')[0]?.startTime, null, { timeout: 10_000 })
      .then((handle) => handle.jsonValue(), () => null);
    if (time === null) break;
    times.push(time);
  }
  if (times.length === openings) report('open_ms', { tickets: count, ...spread(times) });
  else missing('open_ms', 'the mark shouwen-list', { tickets: count });
  return profile.close();
}

async function fill(page, count) {
  if (!(await offers(page, 'importBundle'))) {
    missing('import_ms', 'shouwenMeasure.importBundle', { tickets: count });
    return false;
  }
  const bytes = await sample(count);
  const ms = await page.evaluate(async (base64) => {
    const binary = atob(base64);
    const bundle = Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
    const start = performance.now();
    await window.shouwenMeasure.importBundle(bundle);
    return performance.now() - start;
  }, bytes.toString('base64'));
  report('import_ms', { tickets: count, ms: rounded(ms) });
  return true;
}

/** A synthetic bundle from the command line program. */
async function sample(count) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shouwen-sample-'));
  const file = path.join(folder, 'sample.bundle');
  const program = ['run', '--quiet', '--release', '--locked', '--bin', 'shouwen', '--'];
  execFileSync('cargo', [...program, 'sample', '--tickets', `${count}`, '--seed', '1', file], { stdio: ['ignore', 'ignore', 'inherit'] });
  const bytes = await readFile(file);
  await rm(folder, { recursive: true });
  return bytes;
}

/** Runs in the page: single puts of about a ticket's size, each durable before the next begins. */
async function rawPuts({ count, warmUps }) {
  const name = 'shouwen-measure';
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('events');
  const database = await done(opening);
  const value = { text: 'x'.repeat(1000) };
  const times = [];
  for (let index = 0; index < warmUps + count; index += 1) {
    const start = performance.now();
    await new Promise((resolve, reject) => {
      const transaction = database.transaction('events', 'readwrite', { durability: 'strict' });
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
      transaction.objectStore('events').put(value, index);
    });
    if (index >= warmUps) times.push(performance.now() - start);
  }
  database.close();
  await done(indexedDB.deleteDatabase(name));
  return times;
}

async function offers(page, hook) {
  return page.waitForFunction((name) => typeof window.shouwenMeasure?.[name] === 'function', hook, { timeout: 5_000 })
    .then(() => true, () => false);
}

function sizes(content) {
  return { raw: content.length, gzip: gzipSync(content, { level: 9 }).length, brotli: brotliCompressSync(content).length };
}

function sum(rows) {
  const total = (key) => rows.reduce((sofar, row) => sofar + row[key], 0);
  return { raw: total('raw'), gzip: total('gzip'), brotli: total('brotli') };
}

function spread(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]);
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}

function rounded(number) {
  return Math.round(number * 100) / 100;
}

function report(measure, values) {
  console.log(JSON.stringify({ measure, ...values }));
}

function missing(measure, what, values = {}) {
  report(measure, { ...values, missing: what });
}
