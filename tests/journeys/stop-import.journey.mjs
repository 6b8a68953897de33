// A clerk stops a file on its way in, and then the disk is full: nothing of it stays, and the same file comes in whole afterwards.
import assert from 'node:assert/strict';

import { Disk } from './disk.mjs';
import { Exchange, eventsOf } from './exchange.mjs';
import { Kiosk } from './kiosk.mjs';
import { events } from './ledger.mjs';
import { sample } from './sample.mjs';
import { journey } from './world.mjs';

const tickets = 6_000;

journey('a file is stopped while it is read, has no room, and is taken in later', async (world) => {
  const site = await world.serve();
  const clerk = await world.profile();
  const disk = await new Disk(clerk, site).small();
  const page = await clerk.open(`${site.url}?office=example#/kiosk`);
  await new Kiosk(page).start();
  const exchange = new Exchange(page);
  await exchange.open();
  const before = await events(page);
  const file = await sample(tickets, 11);

  const pressed = page.evaluate(pressOnceThere, exchange.words.stop);
  await page.locator('input[type=file][accept*=gz]').setInputFiles(file);
  await pressed;
  await page.locator('input[type=file][accept*=gz]').waitFor({ state: 'attached' });
  await page.locator('progress').waitFor({ state: 'detached' });
  assert.equal(await exchange.button(exchange.words.confirm).count(), 0, 'there is nothing to say yes to');
  assert.deepEqual(await events(page), before);
  assert.equal(await segments(page), 0, 'what was read on the way is gone');

  await disk.fill(page);
  await page.locator('input[type=file][accept*=gz]').setInputFiles(file);
  await page.getByRole('alert').getByText('设备存满了').waitFor();
  await world.look(page, 'stop-import');
  assert.deepEqual(await events(page), before);
  assert.equal(await segments(page), 0, 'nothing was kept of it');
  await disk.large();

  await exchange.button(exchange.words.another).click();
  await exchange.preview(file);
  await exchange.confirm();
  const found = new Set(await events(page));
  assert.deepEqual(eventsOf(file.buffer).filter((line) => !found.has(line)), []);
});

/** Runs in the page: presses the button of this name as soon as it appears. A quick machine reads the file before a journey could. */
async function pressOnceThere(name) {
  const find = () => [...document.querySelectorAll('main button')].find((button) => button.textContent.trim() === name);
  while (!find()) await new Promise((resolve) => { requestAnimationFrame(resolve); });
  find().click();
}

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
