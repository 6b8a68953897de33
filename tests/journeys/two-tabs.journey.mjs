// Two tabs of one device write at once.
import assert from 'node:assert/strict';

import { Desk } from './desk.mjs';
import { Kiosk } from './kiosk.mjs';
import { assertWhole } from './ledger.mjs';
import { journey } from './world.mjs';

const rounds = 3;

journey('two tabs that register at the same moment both keep their tickets, in one chain', async (world) => {
  const site = await world.serve();
  const visitor = await world.profile();
  const pages = [await visitor.open(`${site.url}?office=example#/kiosk`), await visitor.open(`${site.url}#/kiosk`)];
  const kiosks = pages.map((page) => new Kiosk(page));
  const numbers = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [tab, kiosk] of kiosks.entries()) {
      await pages[tab].bringToFront();
      await kiosk.start();
      await kiosk.prepare({ typed: 'yjjy', matter: '意见建议', details: `第 ${round} 轮`, name: `标签页 ${tab}`, phone: '' });
    }
    await Promise.all(kiosks.map((kiosk) => kiosk.submit.evaluate((button) => button.click())));
    for (const [tab, kiosk] of kiosks.entries()) {
      await pages[tab].bringToFront();
      numbers.push(await kiosk.number());
      await kiosk.finish();
    }
  }
  assert.equal(new Set(numbers).size, rounds * pages.length);
  assert.deepEqual((await assertWhole(pages[0])).sort(), numbers.sort());
  for (const page of pages) {
    await page.bringToFront();
    const desk = new Desk(page);
    await desk.sitDown('赵小梅');
    await desk.show({ shelf: desk.words.tickets.all, whose: desk.words.tickets.everyone });
    await desk.rows.nth(numbers.length - 1).waitFor();
    assert.deepEqual((await desk.numbers()).sort(), numbers.sort());
  }
});
