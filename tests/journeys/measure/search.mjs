// How long a keystroke in the list's search takes: typed as a person types, timed in the worker and on the screen.
import { report, spread } from './report.mjs';

/* By name, by words, by pinyin initials and whole pinyin, by number, by the end of a telephone number. */
const typed = ['李建国', '公积金提取', '身份证', 'sfz', 'shenfenzheng', '0042', '8888', '材料都带齐了'];

/** Types and deletes each search letter by letter; reports the worker's time for each list it made. */
export async function measureSearch(site, page, count) {
  await page.goto(`${site.url}#/ledger`);
  const field = page.locator('main input[type=search]');
  await field.waitFor();
  const [worker] = page.workers();
  await worker.evaluate(() => performance.clearMeasures('list'));
  for (const words of typed) {
    for (let length = 1; length <= words.length; length += 1) {
      const before = await listings(worker);
      await field.fill(words.slice(0, length));
      await worker.evaluate(async (seen) => {
        while (performance.getEntriesByName('list', 'measure').length <= seen) await new Promise((resolve) => { setTimeout(resolve, 2); });
      }, before);
    }
    await field.fill('');
  }
  const times = await worker.evaluate(() => performance.getEntriesByName('list', 'measure').map((entry) => entry.duration));
  report('search_ms', { tickets: count, ...spread(times) });
  return spread(times).p95;
}

function listings(worker) {
  return worker.evaluate(() => performance.getEntriesByName('list', 'measure').length);
}
