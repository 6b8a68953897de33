// How long a keystroke in the list's search takes: typed as a person types, timed from the request to the worker to its
// reply, so the messages' way and whatever else the worker does meanwhile are in it.
import { report, spread } from './report.mjs';

/* By name, by words, by pinyin initials and whole pinyin, by number, by the end of a telephone number. */
const typed = ['李建国', '公积金提取', '身份证', 'sfz', 'shenfenzheng', '0042', '8888', '材料都带齐了'];

/**
 * Types each search letter by letter into the desk's list of everything; reports the times' spread, and answers its p95. The first
 * time, while the browser still compiles what runs often, is reported by itself.
 */
export async function measureSearch(site, page, count) {
  await page.addInitScript(noteLists);
  await page.goto(`${site.url}#/desk`);
  await page.reload();
  const field = page.locator('.tickets-tools input[type=search]');
  await field.waitFor();
  await page.locator('.tickets-tools .choice button').last().click();
  report('search_ms', { tickets: count, first: true, ...spread(await typeAll(page, field)) });
  const times = spread(await typeAll(page, field));
  report('search_ms', { tickets: count, ...times });
  return times.p95;
}

async function typeAll(page, field) {
  await page.evaluate(() => { window.listsMs.length = 0; });
  for (const words of typed) {
    for (let length = 1; length <= words.length; length += 1) {
      const before = await page.evaluate(() => window.listsMs.length);
      await field.fill(words.slice(0, length));
      await page.waitForFunction((seen) => window.listsMs.length > seen, before);
    }
  }
  return page.evaluate(() => window.listsMs);
}

/** Runs in the page before its scripts: times every list that is asked of the worker. */
function noteLists() {
  window.listsMs = [];
  const asked = new Map();
  const heard = new WeakSet();
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    const [, id] = /^\{"id":(\d+),.*"see":\{"tickets":/.exec(message?.json ?? '') ?? [];
    if (id && !heard.has(this)) {
      heard.add(this);
      this.addEventListener('message', ({ data }) => {
        for (const [, answered] of (data?.json ?? '').matchAll(/\{"reply":\{"id":(\d+),/g)) {
          if (asked.has(answered)) window.listsMs.push(performance.now() - asked.get(answered));
          asked.delete(answered);
        }
      });
    }
    if (id) asked.set(id, performance.now());
    return post.call(this, message, ...rest);
  };
}
