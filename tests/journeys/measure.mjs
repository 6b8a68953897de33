// Measures the finished site in a real Chromium; one JSON line each. `cargo xtask measure [--tickets N]` calls it.
//
// The app takes part by one hook: `await shouwenMeasure.registrar()` gives a function that registers a matter through the
// same command as the kiosk's form, and resolves when it is acknowledged.
// Everything else is done as a person does it. What cannot be measured is reported as missing, never left out in silence.
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
const exchange = '#/exchange';
const registrations = 200;
const warmUps = 20;
const pauseMs = 50;
const openings = 7;
const importLimitMs = 600_000;
const tickets = Number(process.argv[2] ?? 10_000);

const site = await new Site().start();
try {
  await measureFirstLoad();
  await attempt('register_ms', measureRegistration);
  await attempt('open_ms', () => measureOpening(0));
  if (tickets > 0) await attempt('open_ms', () => measureOpening(tickets));
} finally {
  await site.stop();
}

/** A measure that fails is reported as such and does not take the others with it. */
async function attempt(measure, act) {
  try {
    await act();
  } catch (problem) {
    report(measure, { missing: String(problem.message ?? problem).split('\n')[0] });
    process.exitCode = 1;
  }
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

/**
 * Milliseconds from submission to acknowledgement, beside raw strict puts in the same page. They take turns, each after the
 * same pause: what wakes up after a rest, and whatever else the machine does, falls on both alike.
 */
async function measureRegistration() {
  const profile = await new Profile().start();
  const page = await openWithExample(profile, kiosk);
  const { puts, times } = await page.evaluate(takeTurns, { count: registrations, warmUps, pauseMs });
  report('raw_put_ms', spread(puts));
  report('register_ms', spread(times));
  report('register_over_raw_put', { p50: rounded(spread(times).p50 / spread(puts).p50), p95: rounded(spread(times).p95 / spread(puts).p95) });
  await profile.close();
}

/** Milliseconds from the start of a navigation to the desk's first sorted list, with so many tickets imported. */
async function measureOpening(count) {
  const profile = await new Profile().start();
  const page = await openWithExample(profile, kiosk);
  await untilOffline(page);
  if (count > 0) await measureImport(page, count);
  await page.goto(`${site.url}${desk}`);
  await page.locator('.who-card').first().click();
  await page.locator('.tickets-count:not(:empty)').waitFor();
  await page.addInitScript(noteFirstList);
  const times = [];
  for (let opening = 0; opening < openings; opening += 1) {
    await page.reload();
    const shown = await page.waitForFunction(() => window.firstListMs);
    times.push(await shown.jsonValue());
  }
  report('open_ms', { tickets: count, ...spread(times) });
  if (count === 0) {
    report('load_all_packs_ms', { ms: rounded(await packsMs(page)) });
    report('decision_us', { us: rounded(await page.evaluate(decisionUs)) });
  }
  await profile.close();
}

/** How long the back office took to load all packs when it last opened. */
async function packsMs(page) {
  const [timed] = await page.workers()[0].evaluate(() => performance.getEntriesByName('packs', 'measure').map((entry) => entry.duration));
  return timed;
}

/** Runs in the page: the mean microseconds of one decision in the worker's program. */
async function decisionUs() {
  const files = document.documentElement.dataset.files;
  const worker = await import(`${files}worker.js`);
  await worker.default();
  const library = await fetch(`${files}packs/library.pack`);
  const packs = new Uint8Array(await library.arrayBuffer());
  const start = performance.now();
  const decisions = worker.take_decisions(packs);
  return ((performance.now() - start) * 1000) / decisions;
}

/** Imports a synthetic bundle as a person does: choose the file, look at what it would change, agree. */
async function measureImport(page, count) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shouwen-sample-'));
  const file = path.join(folder, 'sample.gz');
  writeSample(count, file);
  await page.goto(`${site.url}${exchange}`);
  const preview = performance.now();
  await page.locator('input[type=file]').setInputFiles(file);
  const agree = page.locator('.preview-file + .buttons button[data-kind=main]');
  await agree.waitFor({ timeout: importLimitMs });
  const start = performance.now();
  await agree.click();
  await page.locator('.exchange-done').waitFor({ timeout: importLimitMs });
  report('import_ms', { tickets: count, preview: rounded(start - preview), ms: rounded(performance.now() - start) });
  await rm(folder, { recursive: true });
}

async function openWithExample(profile, address) {
  const page = await profile.open(`${site.url}?office=example${address}`);
  await page.waitForFunction(() => location.search === '' && window.shouwenMeasure);
  return page;
}

/** Runs in the page before its scripts: notes when the desk says how many tickets its list has. */
function noteFirstList() {
  const isListed = () => document.querySelector('.tickets-count')?.textContent.trim();
  new MutationObserver((_, observer) => {
    if (!isListed()) return;
    observer.disconnect();
    requestAnimationFrame(() => { window.firstListMs = performance.now(); });
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

/** A synthetic bundle from the command line program. */
function writeSample(count, file) {
  const program = ['run', '--quiet', '--release', '--locked', '--bin', 'shouwen', '--'];
  const order = ['sample', '--tickets', `${count}`, '--seed', '1', file];
  execFileSync('cargo', [...program, ...order], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Runs in the page: in turn, one put of about a ticket's size that waits for the disk, and one registration. */
async function takeTurns({ count, warmUps, pauseMs }) {
  const name = 'shouwen-measure';
  const pause = () => new Promise((resolve) => { setTimeout(resolve, pauseMs); });
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('events');
  const database = await done(opening);
  const value = { text: 'x'.repeat(1000) };
  const put = (index) => new Promise((resolve, reject) => {
    const transaction = database.transaction('events', 'readwrite', { durability: 'strict' });
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
    transaction.objectStore('events').put(value, index);
  });
  const register = await window.shouwenMeasure.registrar();
  const puts = [];
  const times = [];
  for (let index = 0; index < warmUps + count; index += 1) {
    for (const [act, list] of [[() => put(index), puts], [register, times]]) {
      await pause();
      const start = performance.now();
      await act();
      if (index >= warmUps) list.push(performance.now() - start);
    }
  }
  database.close();
  await done(indexedDB.deleteDatabase(name));
  return { puts, times };
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
