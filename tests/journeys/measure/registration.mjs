// How long a visitor waits for an acknowledgement.
//
// The app takes part by one hook: `shouwenMeasure.register(matter, nonce)` registers a matter through the same command as the
// kiosk's form, and resolves when it is acknowledged.
import { report, rounded, spread } from './report.mjs';

/* A visitor meets a browser that has just been opened; what is measured after that may take its time, for of few the p95 is an
   accident: two equal series of 200 differ in it by as much as a half. */
const firstRegistrations = 200;
const registrations = 400;
/* A matter of the example office. */
const matter = 'ssc-reissue';
/* A browser compiles what runs often a second time, better, beside the runs that make it often; on a machine of two cores that is
   felt, on a slow one for some eight seconds. The visitors' page provokes it as soon as it is open (src/app/link/rehearsal.rs), before
   the quickest visitor is through the form's three steps. The first registrations after that are reported by themselves. */
const beforeFirstMs = 10_000;
const pauseMs = 50;
const pauseMeanwhileMs = 20;
/* Of fewer the slowest one would be the p95. */
const meanwhileMin = 150;

/**
 * Reports milliseconds from submission to acknowledgement, beside raw strict puts in the same page. They take turns, each
 * after the same pause: what wakes up after a rest, and whatever else the machine does, falls on both alike. There are two puts to a
 * registration; how much the first ones differ from the second ones says how far the figures can be trusted. `about` says
 * under which circumstances. Answers how many times as long a registration takes, p95 over p95.
 */
export async function measureRegistration(page, about) {
  await page.waitForTimeout(beforeFirstMs);
  const first = tell({ ...about, first: true }, await page.evaluate(takeTurns, { count: firstRegistrations, pauseMs, matter }));
  const later = tell(about, await page.evaluate(takeTurns, { count: registrations, pauseMs, matter }));
  return { first, later };
}

/** The same while something is under way that `begin` starts, each time in a page of its own: as often as it takes to time enough. */
export async function measureMeanwhile(page, about, begin) {
  await page.waitForTimeout(beforeFirstMs);
  const timed = { puts: [], times: [], putsAgain: [] };
  let works = 0;
  while (timed.times.length < meanwhileMin) {
    const { done } = await begin();
    const turns = page.evaluate(takeTurns, { count: Infinity, pauseMs: pauseMeanwhileMs, matter });
    const other = await done;
    await page.evaluate(() => { window.turnsAreOver = true; });
    for (const [name, list] of Object.entries(await turns)) {
      timed[name].push(...list);
    }
    works += 1;
    await other.close();
  }
  return tell({ ...about, works }, timed);
}

function tell(about, { puts, times, putsAgain }) {
  const [put, time] = [spread([...puts, ...putsAgain]), spread(times)];
  report('raw_put_ms', { ...about, ...put });
  report('register_ms', { ...about, ...time });
  const p95 = rounded(time.p95 / put.p95);
  report('raw_put_over_raw_put', { ...about, p95: rounded(spread(putsAgain).p95 / spread(puts).p95) });
  report('register_over_raw_put', { ...about, p50: rounded(time.p50 / put.p50), p95 });
  return p95;
}

/** Runs in the page: in turn, one put of about a ticket's size that waits for the disk, one registration, and one put more. */
async function takeTurns({ count, pauseMs, matter }) {
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
  const put = (key) => new Promise((resolve, reject) => {
    const transaction = database.transaction('events', 'readwrite', { durability: 'strict' });
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
    transaction.objectStore('events').put(value, key);
  });
  const putAgain = (index) => put(`again ${index}`);
  const begun = Date.now();
  const register = (index) => window.shouwenMeasure.register(matter, `measure ${begun} ${index}`);
  const [puts, times, putsAgain] = [[], [], []];
  window.turnsAreOver = false;
  for (let index = 0; index < count && !window.turnsAreOver; index += 1) {
    for (const [act, list] of [[put, puts], [register, times], [putAgain, putsAgain]]) {
      await pause();
      const start = performance.now();
      await act(index);
      list.push(performance.now() - start);
    }
  }
  database.close();
  await done(indexedDB.deleteDatabase(name));
  return { puts, times, putsAgain };
}
