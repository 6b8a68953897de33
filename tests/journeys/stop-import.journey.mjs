// A clerk stops a file on its way in: while it is read nothing stays, and the same file comes in whole afterwards.
import assert from 'node:assert/strict';

import { Exchange, eventsOf } from './exchange.mjs';
import { Kiosk } from './kiosk.mjs';
import { events } from './ledger.mjs';
import { sample } from './sample.mjs';
import { journey } from './world.mjs';

const tickets = 6_000;

journey('a file is stopped while it is read, and taken in later', async (world) => {
  const site = await world.serve();
  const clerk = await world.profile();
  const page = await clerk.open(`${site.url}?office=example#/kiosk`);
  await new Kiosk(page).start();
  const exchange = new Exchange(page);
  await exchange.open();
  const before = await events(page);
  const file = await sample(tickets, 11);

  await page.locator('input[type=file][accept*=gz]').setInputFiles(file);
  await page.locator('progress').waitFor();
  await world.look(page, 'stop-import');
  await exchange.button(exchange.words.stop).evaluate((button) => button.click());
  await page.locator('input[type=file][accept*=gz]').waitFor({ state: 'attached' });
  await page.locator('progress').waitFor({ state: 'detached' });
  assert.equal(await exchange.button(exchange.words.confirm).count(), 0, 'there is nothing to say yes to');
  assert.deepEqual(await events(page), before);
  assert.equal(await segments(page), 0, 'what was read on the way is gone');

  await exchange.preview(file);
  await exchange.confirm();
  const found = new Set(await events(page));
  assert.deepEqual(eventsOf(file.buffer).filter((line) => !found.has(line)), []);
});

/** How many segments lie in the database, wanted or not. */
async function segments(page) {
  return page.evaluate(async () => {
    const done = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const database = await done(indexedDB.open('shouwen'));
    const count = await done(database.transaction('segments').objectStore('segments').count());
    database.close();
    return count;
  });
}
