// A ledger of so many tickets: taking it in, opening with it, registering beside it, its memory.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { Profile, untilOffline } from '../profile.mjs';
import { memoryOf } from './memory.mjs';
import { measureMeanwhile, measureRegistration } from './registration.mjs';
import { attempt, report, rounded, spread } from './report.mjs';
import { measureSearch } from './search.mjs';

const openings = 7;
/* The list stands before everything is read. */
const settlingMs = 3_000;
/** A bundle has a limit; larger ledgers come in several. */
const bundleTicketsMax = 100_000;

/** A page at an empty desk, beside which the openings of others are timed. */
export async function openEmptyDesk(site) {
  const profile = await new Profile().start();
  const page = await openWithExample(site, profile, '#/kiosk');
  await untilOffline(page);
  await sitDown(site, page);
  return { page, close: () => profile.close() };
}

/** Milliseconds of one import of so many tickets in a browser of its own. */
export async function measureImportAlone(site, count) {
  const profile = await new Profile().start();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shouwen-sample-'));
  try {
    const page = await openWithExample(site, profile, '#/kiosk');
    await untilOffline(page);
    return await measureImports(site, page, folder, count);
  } finally {
    await profile.close();
    await rm(folder, { recursive: true });
  }
}

/** A browser with the example office and `count` tickets. Reports on the way and answers the figures by name. */
export async function measureLedger(site, count, empty) {
  const profile = await new Profile().start();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shouwen-sample-'));
  const figures = { tickets: count };
  try {
    const page = await openWithExample(site, profile, '#/kiosk');
    await untilOffline(page);
    if (count > 0) figures.import_ms = await measureImports(site, page, folder, count);
    if (count > 0) await untilCompressed(page);
    Object.assign(figures, await measureOpening(site, page, count, empty));
    figures.memory_bytes = await measureMemory(page, count);
    if (count > 0) figures.search_p95_ms = await attempt('search_ms', () => measureSearch(site, page, count));
    if (count === 0) await measureRules(page);
    /* A kiosk stands by itself; what else the browser has open would take part. */
    await page.goto('about:blank');
    const kiosk = await openKiosk(site, profile);
    const registered = await attempt('register_ms', () => measureRegistration(kiosk, { tickets: count }));
    await kiosk.close();
    [figures.register_first, figures.register_later] = [registered?.first, registered?.later];
    if (count > 0) {
      const meanwhile = () => measureDuringImport(site, profile, folder, count);
      figures.register_during_import = await attempt('register_ms', meanwhile);
    }
  } finally {
    await profile.close();
    await rm(folder, { recursive: true });
  }
  return figures;
}

/** Opens a page of the app with the example office. */
export async function openWithExample(site, profile, address) {
  const page = await profile.open(`${site.url}?office=example${address}`);
  await page.waitForFunction(() => location.search === '' && window.shouwenMeasure);
  return page;
}

async function openKiosk(site, profile) {
  const page = await profile.open(`${site.url}#/kiosk`);
  await page.waitForFunction(() => window.shouwenMeasure);
  return page;
}

/** Milliseconds from choosing a bundle to its last ticket being durable and searchable; the person agrees at once. */
async function measureImports(site, page, folder, count) {
  let total = 0;
  const bundles = Math.ceil(count / bundleTicketsMax);
  for (let bundle = 0; bundle < bundles; bundle += 1) {
    const tickets = Math.min(bundleTicketsMax, count - bundle * bundleTicketsMax);
    const file = writeSample(folder, tickets, bundle + 1);
    /* Opened anew: the page would still show what the bundle before has brought. */
    await page.goto('about:blank');
    await page.goto(`${site.url}#/exchange`);
    await fileField(page).waitFor({ state: 'attached' });
    await page.evaluate(noteLongTasks);
    const { preview_ms, import_ms } = await importBundle(page, file);
    total += preview_ms + import_ms;
    const longest_task_ms = await page.evaluate(() => Math.max(0, ...window.longTasksMs));
    report('import_ms', { tickets, present: bundle * bundleTicketsMax, preview_ms, import_ms, total_ms: rounded(preview_ms + import_ms), longest_task_ms });
  }
  return rounded(total);
}

function fileField(page) {
  return page.locator('input[type=file][accept*=gz]');
}

/** As a person does it: choose the file, look at what it would change, agree at once. Timed in the page. */
export async function importBundle(page, file) {
  const times = page.evaluate(agreeAtOnce);
  await fileField(page).setInputFiles(file);
  const { preview_ms, import_ms } = await times;
  return { preview_ms: rounded(preview_ms), import_ms: rounded(import_ms) };
}

/** Runs in the page: from the choice of a file to its preview, and from the yes to the end. */
async function agreeAtOnce() {
  const appears = (selector) => new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      const found = document.querySelector(selector);
      if (!found) return;
      observer.disconnect();
      resolve(found);
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  await new Promise((resolve) => { document.addEventListener('change', resolve, { capture: true, once: true }); });
  const chosen = performance.now();
  const agree = await appears('.preview-file + .buttons button[data-kind=main]');
  const agreed = performance.now();
  agree.click();
  await appears('.exchange-done');
  return { preview_ms: agreed - chosen, import_ms: performance.now() - agreed };
}

/** Waits until the page has compressed what its imports brought: work that would go on beside the openings, of the empty desk too. */
async function untilCompressed(page) {
  while (await page.evaluate(hasPlain)) await page.waitForTimeout(1_000);
}

/** Runs in the page: whether the database still names segments that are not compressed (docs/storage.md). */
async function hasPlain() {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await done(indexedDB.open('shouwen'));
  const names = await done(database.transaction('meta').objectStore('meta').getAllKeys(IDBKeyRange.bound('plain/', 'plain0')));
  database.close();
  return names.length > 0;
}

/**
 * Milliseconds from the start of a navigation to the desk's first sorted list, in turn with those of an empty desk. The one before
 * goes on reading behind its list, so each waits until the other is at rest.
 */
async function measureOpening(site, page, count, empty) {
  await sitDown(site, page);
  const [times, emptyTimes] = [[], []];
  for (let opening = 0; opening < openings; opening += 1) {
    for (const [which, list] of [[empty.page, emptyTimes], [page, times]]) {
      await which.bringToFront();
      await which.waitForTimeout(settlingMs);
      await which.reload();
      const shown = await which.waitForFunction(() => window.firstListMs);
      list.push(await shown.jsonValue());
    }
  }
  const [open, openEmpty] = [spread(times), spread(emptyTimes)];
  const over = rounded(open.p50 / openEmpty.p50);
  report('open_ms', { tickets: count, ...open });
  report('open_over_empty', { tickets: count, empty_p50: openEmpty.p50, p50: over });
  return { open_ms: open.p50, open_over_empty: over };
}

/** Somebody chooses who they are at the desk; from then on the page notes when its first list stands. */
async function sitDown(site, page) {
  await page.goto(`${site.url}#/desk`);
  await page.locator('.who-card').first().click();
  await page.locator('.tickets-count:not(:empty)').waitFor();
  await page.addInitScript(noteFirstList);
}

async function measureMemory(page, count) {
  /* What is being read lies in memory twice. */
  await page.waitForTimeout(settlingMs);
  const bytes = await attempt('memory_bytes', () => memoryOf(page));
  if (bytes) report('memory_bytes', { tickets: count, bytes });
  return bytes;
}

/** Registrations at the kiosk while another tab takes a bundle in that is as large as what was there, and as many more as it takes. */
async function measureDuringImport(site, profile, folder, count) {
  const kiosk = await openKiosk(site, profile);
  let seed = 1_000;
  return measureMeanwhile(kiosk, { tickets: count, during: 'import' }, async () => {
    seed += 1;
    const file = writeSample(folder, Math.min(count, bundleTicketsMax), seed);
    const clerk = await profile.open(`${site.url}#/exchange`);
    const done = importBundle(clerk, file).then(() => clerk);
    await fileField(clerk).waitFor({ state: 'detached' });
    return { done };
  });
}

/** The packs and one decision, as the back office's program meets them. */
async function measureRules(page) {
  await attempt('load_all_packs_ms', async () => report('load_all_packs_ms', { ms: rounded(await packsMs(page)) }));
  await attempt('decision_us', async () => report('decision_us', { us: rounded(await page.evaluate(decisionUs)) }));
}

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

/** Runs in the page: remembers what kept its thread busy for 50 ms or more. */
function noteLongTasks() {
  window.longTasksMs = [];
  new PerformanceObserver((list) => window.longTasksMs.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
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
function writeSample(folder, tickets, seed) {
  const file = path.join(folder, `sample-${seed}.jsonl.gz`);
  const program = ['run', '--quiet', '--release', '--locked', '--bin', 'shouwen', '--'];
  const order = ['sample', '--tickets', `${tickets}`, '--seed', `${seed}`, file];
  execFileSync('cargo', [...program, ...order], { stdio: ['ignore', 'ignore', 'inherit'] });
  return file;
}
