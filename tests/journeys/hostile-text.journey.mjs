// Markup in every field is shown as the text that it is: at the kiosk, at the desk, on paper, and on the device that
// imports it. (A script that ran, or a picture that was asked for, also fails the journey by its complaint.)
import assert from 'node:assert/strict';

import { Desk } from './desk.mjs';
import { Exchange } from './exchange.mjs';
import { Kiosk } from './kiosk.mjs';
import { journey } from './world.mjs';

const picture = '<img src=x onerror=window.ran=1>';
const script = '<script>window.ran=2</script>';
const link = '<a href="javascript:window.ran=3">&lt;b&gt;';

journey('markup in every field stays text', async (world) => {
  const site = await world.serve();
  const visitor = await world.profile();
  const page = await visitor.open(`${site.url}?office=example#/kiosk`);
  const number = await registers(page);
  await works(page, number);
  const file = await new Exchange(page).export();

  const other = await world.profile();
  const there = await other.open(site.url);
  const exchange = new Exchange(there);
  await exchange.open();
  await exchange.preview({ ...file, name: `${picture}.jsonl.gz` });
  await assertText(there, picture);
  await exchange.confirm();
  const desk = new Desk(there);
  await desk.sitDown('赵小梅');
  await desk.openTicket(number);
  await assertText(there, picture, script, link);
});

async function registers(page) {
  const kiosk = new Kiosk(page);
  await kiosk.start();
  await kiosk.search(picture);
  await assertText(page, picture);
  await kiosk.lookUp(script);
  await page.evaluate(() => { location.hash = '#/kiosk/other'; });
  await page.getByLabel(kiosk.words.kiosk.other_subject).fill(picture);
  await page.getByRole('radio').first().check();
  await kiosk.next();
  await kiosk.tell(`${script}\n${link}`);
  await kiosk.introduce({ name: script });
  await assertText(page, picture, script, link);
  await kiosk.submit.click();
  const number = await kiosk.number();
  await assertText(page, picture);
  await kiosk.finish();
  await (await kiosk.lookUp(number)).getByRole('heading', { name: picture }).waitFor();
  return number;
}

async function works(page, number) {
  const desk = new Desk(page);
  const { act } = desk.words;
  await desk.sitDown('王淑兰');
  await page.getByLabel(desk.words.tickets.search).fill(script);
  await desk.openTicket(number);
  await assertText(page, picture, script, link);
  await desk.transfer({ department: '医疗保障科', reason: picture });
  await assertText(page, picture);
  await prints(page, desk);
  await desk.begin(act.correct);
  await desk.dialog.getByRole('radio').first().check();
  await desk.dialog.getByRole('textbox').first().fill(`${script}!`);
  await desk.dialog.getByRole('textbox').last().fill(picture);
  await desk.send(act.correct_do);
  await page.locator('.history-line', { hasText: `${script}!` }).waitFor();
  await desk.begin(act.urge);
  await desk.dialog.getByLabel(act.urge_text).fill(link);
  await desk.send(act.urge_do);
  await page.locator('.history-line', { hasText: link }).waitFor();
  await assertText(page, picture, script, link);
}

/** On paper too. */
async function prints(page, desk) {
  for (const paper of [desk.words.ticket.print_slip, desk.words.ticket.print_transfer]) {
    await desk.button(paper).click();
    await page.locator('.printed').waitFor({ state: 'attached' });
    const text = await page.locator('.printed').textContent();
    assert.ok(text.includes(picture), text);
    assert.equal(await page.locator('.printed img').count(), 0);
  }
}

/** The page shows these texts as they are, and nothing of them became an element. */
async function assertText(page, ...texts) {
  for (const text of texts) await page.getByText(text).first().waitFor();
  const made = await page.evaluate(() => ({
    ran: window.ran,
    pictures: document.querySelectorAll('body img').length,
    scripts: document.querySelectorAll('body script').length,
    links: document.querySelectorAll('a[href^="javascript:"]').length,
  }));
  assert.deepEqual(made, { ran: undefined, pictures: 0, scripts: 0, links: 0 });
}
