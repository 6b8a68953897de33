// Two devices that did not know of each other do what cannot both hold: nothing is lost, both say so, someone settles it,
// and in the end both tell the same story.
import assert from 'node:assert/strict';

import { Desk } from './desk.mjs';
import { Exchange } from './exchange.mjs';
import { Kiosk } from './kiosk.mjs';
import { events } from './ledger.mjs';
import { journey } from './world.mjs';

journey('a ticket passed on to two places at once is settled by a clerk', async (world) => {
  const site = await world.serve();
  const [left, right] = [await world.profile(), await world.profile({ colorScheme: 'dark' })];
  const page = await left.open(`${site.url}?office=example#/kiosk`);
  const kiosk = new Kiosk(page);
  await kiosk.start();
  const number = await kiosk.register({ typed: 'sbkbb', matter: '社保卡补办', details: '', name: '周阿婆', phone: '' });
  const owner = await kiosk.owner();
  const there = await right.open(site.url);
  await carry(page, there);

  const ticketAt = (where) => ticket(where, number, owner);
  await passesOn(await ticketAt(page), '医疗保障科');
  await passesOn(await ticketAt(there), '公安户政科');
  await carry(page, there);
  await carry(there, page);

  for (const [profile, name] of [[page, 'conflict'], [there, 'conflict-dark']]) {
    const desk = await ticketAt(profile);
    await conflict(desk).waitFor();
    for (const department of ['医疗保障科', '公安户政科']) await conflict(desk).getByText(department).first().waitFor();
    assert.deepEqual(await world.violations(profile), []);
    await world.look(profile, name);
  }

  const desk = await ticketAt(there);
  const wanted = conflict(desk).locator('.conflict-act', { hasText: '公安户政科' });
  await wanted.getByRole('button', { name: desk.words.act.settle_do }).click();
  await desk.dialog.waitFor();
  await desk.dialog.getByRole('textbox').fill('户口的事归他们');
  await world.look(there, 'conflict-settle');
  await desk.send(desk.words.act.settle_do);
  await conflict(desk).waitFor({ state: 'detached' });
  await carry(there, page);

  const settled = await ticketAt(page);
  assert.equal(await conflict(settled).count(), 0, 'the other device hears of it');
  assert.deepEqual(await settled.history(), await (await ticketAt(there)).history());
  assert.deepEqual(await events(page), await events(there));
});

/** The owner passes the ticket on. */
async function passesOn(desk, department) {
  await desk.transfer({ department, reason: `由${department}核对` });
}

async function ticket(page, number, owner) {
  const desk = new Desk(page);
  await desk.sitDown(owner);
  await desk.openTicket(number);
  return desk;
}

function conflict(desk) {
  return desk.page.getByRole('group', { name: desk.words.ticket.conflict, exact: true });
}

/** Takes everything from one device to another in a file. */
async function carry(from, to) {
  const file = await new Exchange(from).export();
  const exchange = new Exchange(to);
  await exchange.open();
  await exchange.preview(file);
  await exchange.confirm();
}
