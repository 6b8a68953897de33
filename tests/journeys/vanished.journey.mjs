// Somebody deletes the database while the app runs: it says so at once, to visitors and staff in their own words, and
// what the page still knows is written anew when a clerk agrees.
import assert from 'node:assert/strict';

import { Desk } from './desk.mjs';
import { Kiosk } from './kiosk.mjs';
import { events } from './ledger.mjs';
import { said } from './words.mjs';
import { journey } from './world.mjs';

const { home, kiosk: kioskWords } = said();

journey('a database that is deleted under a running page is told of, and written anew', async (world) => {
  const site = await world.serve();
  const clerk = await world.profile();
  const page = await clerk.open(`${site.url}?office=example#/kiosk`);
  const kiosk = new Kiosk(page);
  await kiosk.start();
  const number = await kiosk.register({ typed: 'yjjy', matter: '意见建议', details: '别丢了', name: '小留', phone: '' });
  const before = await events(page);

  await page.evaluate(() => new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('shouwen');
    deleting.onsuccess = resolve;
    deleting.onerror = () => reject(deleting.error);
  }));
  await page.getByText(home.loss_visitor).waitFor();
  assert.equal(await page.getByRole('button', { name: home.loss_now }).count(), 0, 'no visitor decides');
  await page.evaluate(() => { location.hash = '#/'; });
  await page.getByRole('heading', { name: home.loss_title }).waitFor();
  await world.look(page, 'vanished');
  await world.assertAccessible(page, 'vanished');

  await page.getByRole('button', { name: home.loss_now }).click();
  await page.getByRole('heading', { name: home.loss_title }).waitFor({ state: 'detached' });
  assert.deepEqual(await events(page), before);
  await page.evaluate(() => { location.hash = '#/kiosk'; });
  await page.getByRole('heading', { level: 1, name: kioskWords.title }).waitFor();
  const staff = await clerk.open(`${site.url}#/desk`);
  const desk = new Desk(staff);
  await desk.sitDown('赵小梅');
  await desk.show({ shelf: desk.words.tickets.all, whose: desk.words.tickets.everyone });
  await desk.rows.first().waitFor();
  assert.deepEqual(await desk.numbers(), [number]);
});
