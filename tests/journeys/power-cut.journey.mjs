// The browser dies in the middle of registering, or of taking a file in, again and again, at every moment: what was
// acknowledged is there, and nothing is half there.
import assert from 'node:assert/strict';

import { Desk } from './desk.mjs';
import { Exchange, eventsOf } from './exchange.mjs';
import { Kiosk } from './kiosk.mjs';
import { assertWhole, events } from './ledger.mjs';
import { sample } from './sample.mjs';
import { journey } from './world.mjs';

/* Milliseconds from the tap to the cut; none: when the number is on the screen. */
const cuts = [0, 4, 8, 16, 32, 64, null, null];
/* Milliseconds from the yes to the cut. */
const importCuts = [0, 40, 80, 160, 320, 640];
const importTickets = 3000;
const matter = { typed: 'yjjy', matter: '意见建议', details: '', name: '断电', phone: '' };

journey('a browser that is killed while registering loses nothing that it acknowledged', async (world) => {
  const site = await world.serve();
  const visitor = await world.profile();
  const acknowledged = [];
  let address = `${site.url}?office=example#/kiosk`;
  for (const [round, cut] of cuts.entries()) {
    const page = await visitor.open(address);
    address = `${site.url}#/kiosk`;
    const kiosk = new Kiosk(page);
    await kiosk.start();
    const found = await assertWhole(page);
    for (const number of acknowledged) assert.ok(found.includes(number), `${number} was acknowledged before round ${round}`);
    assert.ok(found.length <= round, 'no form registers twice');
    await page.exposeFunction('tell', (number) => acknowledged.push(number));
    await kiosk.prepare(matter);
    await tapAndCut(visitor, page, kiosk, cut);
    await visitor.start();
  }
  const page = await visitor.open(address);
  await new Kiosk(page).start();
  const found = await assertWhole(page);
  assert.deepEqual(acknowledged.filter((number) => !found.includes(number)), []);
  assert.ok(acknowledged.length >= 2, 'some were acknowledged');
  const desk = new Desk(page);
  await desk.sitDown('赵小梅');
  await desk.show({ shelf: desk.words.tickets.all, whose: desk.words.tickets.everyone });
  await desk.rows.nth(found.length - 1).waitFor();
  assert.deepEqual((await desk.numbers()).sort(), found.sort());
});

journey('a browser that is killed while a file comes in loses nothing, and the same file brings the rest', async (world) => {
  const site = await world.serve();
  const clerk = await world.profile();
  const file = await sample(importTickets, 7);
  let page = await clerk.open(`${site.url}?office=example#/kiosk`);
  const kiosk = new Kiosk(page);
  await kiosk.start();
  const number = await kiosk.register(matter);
  let before = await events(page);
  for (const cut of importCuts) {
    const exchange = new Exchange(page);
    await exchange.open();
    await exchange.preview(file);
    const confirm = exchange.button(exchange.words.confirm);
    /* Once everything is in, there is nothing left to say yes to. */
    if (await confirm.count()) await confirm.evaluate((button) => button.click());
    await new Promise((resolve) => setTimeout(resolve, cut));
    await clerk.kill();
    await clerk.start();
    page = await clerk.open(`${site.url}#/kiosk`);
    await new Kiosk(page).start();
    const now = new Set(await events(page));
    assert.deepEqual(before.filter((line) => !now.has(line)), [], `the cut after ${cut} ms lost nothing`);
    before = [...now];
  }
  const exchange = new Exchange(page);
  await exchange.open();
  await exchange.preview(file);
  if (await exchange.button(exchange.words.confirm).count()) await exchange.confirm();
  const found = new Set(await events(page));
  assert.deepEqual(eventsOf(file.buffer).filter((line) => !found.has(line)), []);
  assert.ok([...found].some((line) => line.includes(number)), 'the registration is still there');
});

/** Taps the last button from inside the page and tells of the number the moment it is drawn; then cuts the power. */
async function tapAndCut(visitor, page, kiosk, cut) {
  await page.evaluate(() => {
    const watching = new MutationObserver(() => {
      const number = document.querySelector('main .number')?.textContent.trim();
      if (!number) return;
      watching.disconnect();
      window.tell(number);
    });
    watching.observe(document.body, { childList: true, subtree: true });
  });
  await kiosk.submit.evaluate((button) => button.click());
  if (cut === null) await kiosk.number();
  else await new Promise((resolve) => setTimeout(resolve, cut));
  await visitor.kill();
}
