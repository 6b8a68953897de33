// How long a keystroke in the list's search takes, typed as a person types: in the worker, from the arrival of the request to its
// reply, and for the page, from asking to hearing, with the messages' way and whatever else the page does meanwhile.
import { report, spread } from './report.mjs';

/* By name, by words, by pinyin initials and whole pinyin, by number, by the end of a telephone number. */
const typed = ['李建国', '公积金提取', '身份证', 'sfz', 'shenfenzheng', '0042', '8888', '材料都带齐了'];

/* Between two keystrokes, as a quick typist leaves it: by then the list of the one before is drawn. */
const pauseMs = 80;

/**
 * Types each search letter by letter into the desk's list of everything; reports the times' spread, and answers its p95 in the worker.
 * The first time, while the browser still compiles what runs often, is reported by itself.
 */
export async function measureSearch(site, page, count) {
  await page.addInitScript(noteLists);
  await page.goto(`${site.url}#/desk`);
  await page.reload();
  const field = page.locator('.tickets-tools input[type=search]');
  await field.waitFor();
  await page.locator('.tickets-tools .choice button').last().click();
  const [worker] = page.workers();
  await worker.evaluate(noteAnswers);
  await typeAll(page, worker, field, { tickets: count, first: true });
  return typeAll(page, worker, field, { tickets: count });
}

async function typeAll(page, worker, field, about) {
  for (const where of [page, worker]) await where.evaluate(() => { globalThis.listsMs.length = 0; });
  for (const words of typed) {
    for (let length = 1; length <= words.length; length += 1) {
      const before = await page.evaluate(() => window.listsMs.length);
      await field.fill(words.slice(0, length));
      await page.waitForFunction((seen) => window.listsMs.length > seen, before);
      await page.waitForTimeout(pauseMs);
    }
  }
  const [heard, answered] = await Promise.all([page, worker].map((where) => where.evaluate(() => globalThis.listsMs)));
  if (answered.length === 0) throw new Error('the worker was not seen answering');
  report('search_ms', { ...about, ...spread(answered) });
  report('search_with_messages_ms', { ...about, ...spread(heard) });
  return spread(answered).p95;
}

/** Runs in the page before its scripts: times every list that is asked of the worker. */
function noteLists() {
  window.listsMs = [];
  const asked = new Map();
  const heard = new WeakSet();
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    const [, id] = /^\{"id":(\d+),.*"see":\{"tickets":/.exec(message) ?? [];
    if (id && !heard.has(this)) {
      heard.add(this);
      this.addEventListener('message', ({ data }) => {
        for (const [, answered] of `${data}`.matchAll(/\{"reply":\{"id":(\d+),/g)) {
          if (asked.has(answered)) window.listsMs.push(performance.now() - asked.get(answered));
          asked.delete(answered);
        }
      });
    }
    if (id) asked.set(id, performance.now());
    return post.call(this, message, ...rest);
  };
}

/** Runs in the worker: times every list that is asked of it. */
function noteAnswers() {
  globalThis.listsMs = [];
  const asked = new Map();
  const post = globalThis.postMessage.bind(globalThis);
  /* Where the program reads a request: a listener of ours, hung up after the program's, would hear of it too late. */
  const { get } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
  Object.defineProperty(MessageEvent.prototype, 'data', {
    configurable: true,
    get() {
      const data = get.call(this);
      const [, id] = /^\{"id":(\d+),.*"see":\{"tickets":/.exec(data) ?? [];
      if (id) asked.set(id, performance.now());
      return data;
    },
  });
  globalThis.postMessage = (message, ...rest) => {
    post(message, ...rest);
    for (const [, answered] of `${message}`.matchAll(/\{"reply":\{"id":(\d+),/g)) {
      if (asked.has(answered)) globalThis.listsMs.push(performance.now() - asked.get(answered));
      asked.delete(answered);
    }
  };
}
