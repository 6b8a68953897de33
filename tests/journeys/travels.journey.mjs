// A matter travels: from the visitor at the kiosk through the clerks' hands to its end, and in a file to another device.
import assert from 'node:assert/strict';

import { Desk } from './desk.mjs';
import { Exchange, eventsOf, linesOf } from './exchange.mjs';
import { Kiosk } from './kiosk.mjs';
import { assertWhole, events } from './ledger.mjs';
import { countRehearsals, untilRehearsed } from './rehearsal.mjs';
import { journey } from './world.mjs';

const matter = '社保卡补办';
const visitor = { name: '周阿婆', phone: '13912345678' };

journey('a matter travels from the kiosk to its end and in a file to a second device', async (world) => {
  const site = await world.serve();
  const first = await world.profile();
  await countRehearsals(first.context);
  const page = await first.open(`${site.url}?office=example`);
  const { number, owner } = await registers(page);
  await untilRehearsed(page);
  assert.deepEqual(await assertWhole(page), [number], 'what is practised is not stored');
  await worksToTheEnd(page, number, owner);
  const history = await new Desk(page).history();
  const file = await new Exchange(page).export();

  const second = await world.profile();
  const there = await second.open(site.url);
  await takesIn(there, file);
  const desk = new Desk(there);
  await desk.sitDown(owner);
  await desk.openTicket(number);
  assert.deepEqual(await desk.history(), history, 'both devices tell the same story');
  assert.deepEqual(await desk.numbers(), [number]);
  assert.deepEqual(await events(there), await events(page), 'both databases hold the same events');

  const exchange = new Exchange(there);
  const back = await exchange.export();
  assert.deepEqual(eventsOf(back.buffer), eventsOf(file.buffer), 'both files hold the same events');
  assert.equal(linesOf(back.buffer).length, eventsOf(back.buffer).length + 3, 'a manifest, the office, the events, a seal');
  const again = await exchange.preview(file);
  await again.getByText(exchange.words.nothing_new, { exact: true }).waitFor();
  assert.deepEqual(await assertWhole(there), [number]);
});

/** The visitor finds the matter by its pinyin initials and registers it. */
async function registers(page) {
  const kiosk = new Kiosk(page);
  await page.getByRole('link', { name: kiosk.words.home.kiosk_title }).click();
  await kiosk.heading(kiosk.words.kiosk.title).waitFor();
  const number = await kiosk.register({ typed: 'sbkbb', matter, details: '卡在公交车上丢了', ...visitor });
  const owner = await kiosk.owner();
  const progress = await kiosk.finish().then(() => kiosk.lookUp(number, visitor.phone.slice(-4)));
  await progress.getByRole('heading', { name: matter }).waitFor();
  return { number, owner };
}

/** The owner passes it on, a colleague accepts, answers, asks back and closes. */
async function worksToTheEnd(page, number, owner) {
  const desk = new Desk(page);
  await desk.sitDown(owner);
  await desk.openTicket(number);
  await assertClauseOpens(page, desk);
  const ticked = await desk.tickAll();
  assert.ok(ticked.length > 0, 'the owner has duties');
  await desk.transfer({ department: '医疗保障科', reason: '要先核对医保信息' });

  await desk.sitDown('罗佳慧');
  await desk.show({ shelf: desk.words.tickets.incoming, whose: desk.words.tickets.department });
  await desk.rows.filter({ hasText: number }).click();
  await desk.accept();
  await desk.tickAll();
  await desk.answer('新卡已经做好，凭身份证来领。');
  await desk.feedBack('很满意，谢谢');
  await desk.tickAll();
  await desk.close('已领卡');
  await page.locator('.ticket-head').getByText('已办结').waitFor();
}

/** The owner stands on the ticket with the clause that names them; its chip opens it. */
async function assertClauseOpens(page, desk) {
  const chip = page.locator('.decision-people').getByRole('button').first();
  const clause = await chip.textContent();
  await chip.click();
  await desk.dialog.getByRole('heading', { name: clause, exact: true }).waitFor();
  assert.match(await desk.dialog.locator('.clause-gist').textContent(), /.{8,}/, 'the clause says what it asks');
  await page.keyboard.press('Escape');
  await desk.dialog.waitFor({ state: 'detached' });
}

/** The second device previews the file and adopts its office. */
async function takesIn(page, file) {
  const exchange = new Exchange(page);
  await exchange.open();
  const preview = await exchange.preview(file);
  await preview.getByText(exchange.words.signed).waitFor();
  assert.ok(await preview.getByRole('checkbox', { name: exchange.words.office_too }).isChecked());
  assert.deepEqual(await events(page), [], 'a preview changes nothing');
  await exchange.confirm();
}
