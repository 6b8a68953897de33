// Without a pointer: a visitor registers and a clerk works a ticket by keyboard alone; the focus is always seen and never
// lost.
import assert from 'node:assert/strict';

import { Desk } from './desk.mjs';
import { Keyboard } from './keys.mjs';
import { Kiosk } from './kiosk.mjs';
import { journey } from './world.mjs';

journey('a matter is registered and worked by keyboard alone', async (world) => {
  const site = await world.serve();
  const visitor = await world.profile();
  const page = await visitor.open(`${site.url}?office=example#/kiosk`);
  const kiosk = new Kiosk(page);
  const keys = new Keyboard(page);
  await kiosk.heading(kiosk.words.kiosk.title).waitFor();
  const number = await registers(kiosk, keys);
  await works(page, keys, { number, owner: await kiosk.owner() });
});

async function registers(kiosk, keys) {
  const { kiosk: start, register } = kiosk.words;
  await keys.type(kiosk.page.getByLabel(start.search_label), 'sbkbb');
  await keys.press(kiosk.page.getByRole('link', { name: '社保卡补办' }), 'Enter');
  await keys.arrived(kiosk.heading('社保卡补办'));
  await keys.press(kiosk.button(start.register), 'Enter');
  await keys.arrived(kiosk.heading(register.details_title));
  await keys.type(kiosk.page.getByLabel(register.details_label), '丢了');
  await keys.press(kiosk.button(register.next), 'Enter');
  await keys.arrived(kiosk.heading(register.who_title));
  await keys.press(kiosk.button(register.next), 'Enter');
  await keys.arrived(kiosk.page.getByLabel(register.name_label));
  await keys.type(kiosk.page.getByLabel(register.name_label), '老陈');
  await keys.press(kiosk.button(register.next), 'Space');
  await keys.arrived(kiosk.heading(register.review_title));
  await keys.press(kiosk.submit, 'Enter');
  await keys.arrived(kiosk.heading(register.done_title));
  return kiosk.number();
}

async function works(page, keys, { number, owner }) {
  const desk = new Desk(page);
  const { act, who, tickets, ticket } = desk.words;
  await desk.open();
  await keys.arrived(page.getByRole('heading', { level: 1, name: who.title }));
  await keys.type(page.getByLabel(who.search), owner);
  await keys.press(page.locator('main').getByRole('button', { name: owner }), 'Enter');
  await keys.arrived(page.getByRole('heading', { level: 1, name: tickets.title }));
  await keys.press(page.getByRole('group', { name: tickets.whose }).getByRole('button', { name: tickets.everyone }), 'Space');
  await keys.press(desk.rows.filter({ hasText: number }), 'Enter');
  await keys.arrived(page.getByRole('heading', { level: 1, name: '社保卡补办' }));
  await keys.press(page.locator('.decision-people').getByRole('button').first(), 'Enter');
  await desk.dialog.waitFor();
  await page.keyboard.press('Escape');
  await keys.arrived(page.locator('.decision-people').getByRole('button').first());

  await keys.press(desk.offers.getByRole('button', { name: ticket.more_offers }), 'Enter');
  await keys.press(desk.offers.getByRole('button', { name: act.urge, exact: true }), 'Enter');
  await desk.dialog.waitFor();
  await keys.assertSeen();
  await keys.type(desk.dialog.getByLabel(act.urge_text), '请尽快');
  await keys.press(desk.dialog.getByRole('button', { name: act.urge_do, exact: true }), 'Enter');
  await desk.dialog.waitFor({ state: 'detached' });
  await page.locator('.history-line', { hasText: '请尽快' }).waitFor();
  await keys.assertSeen();
  await page.keyboard.press('Escape');
  await keys.arrived(desk.rows.filter({ hasText: number }));
}
