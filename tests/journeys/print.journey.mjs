// On paper: the visitor's slip and the clerk's A4 form.
import assert from 'node:assert/strict';

import { Desk } from './desk.mjs';
import { Kiosk } from './kiosk.mjs';
import { pagesOf } from './pdf.mjs';
import { journey } from './world.mjs';

const millimetre = 72 / 25.4;

journey('the slip and the transfer form are printed with number and code', async (world) => {
  const site = await world.serve();
  const visitor = await world.profile();
  /* Headless, the browser's own print dialog would lay the sheet away at once. */
  await visitor.context.addInitScript(() => { window.print = () => {}; });
  const page = await visitor.open(`${site.url}?office=example#/kiosk`);
  const kiosk = new Kiosk(page);
  await kiosk.start();
  const number = await kiosk.register({ typed: 'sbkbb', matter: '社保卡补办', details: '', name: '纸上', phone: '' });
  await assertSlip(world, page, kiosk, number);
  const owner = await kiosk.owner();

  const desk = new Desk(page);
  await desk.sitDown(owner);
  await desk.openTicket(number);
  await assertDeskSlip(page, desk, number);
  await desk.transfer({ department: '医疗保障科', reason: '参保信息要核对' });
  await assertTransferForm(world, page, desk, { number, owner });
});

/** The slip has the number and a code of at least 20 mm, and nothing of the screen around it. */
async function assertSlip(world, page, kiosk, number) {
  await page.emulateMedia({ media: 'print' });
  const code = await page.locator('.slip svg').boundingBox();
  assert.ok(code.width >= 20 * 96 / 25.4, `the code is ${code.width} px wide`);
  assert.equal(await kiosk.button(kiosk.words.register.finish).isVisible(), false);
  const lines = await page.locator('.slip-number').evaluate((text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return range.getClientRects().length;
  });
  assert.equal(lines, 1, 'the number stands on one line, to be read aloud');
  await world.look(page, 'print-slip');
  await page.emulateMedia({ media: null });
  const [sheet, ...more] = pagesOf(await page.pdf({ preferCSSPageSize: true }));
  assert.deepEqual(more, [], 'the slip is one sheet');
  assert.ok(Math.abs(sheet.width - 80 * millimetre) < 2, `the slip is ${sheet.width / millimetre} mm wide`);
  assert.ok(sheet.text.includes(number), sheet.text);
}

/** The clerk prints the same slip. */
async function assertDeskSlip(page, desk, number) {
  await desk.button(desk.words.ticket.print_slip).click();
  await page.locator('.printed').waitFor({ state: 'attached' });
  const [sheet, ...more] = pagesOf(await page.pdf({ preferCSSPageSize: true }));
  assert.deepEqual(more, [], 'the slip is one sheet');
  assert.ok(Math.abs(sheet.width - 80 * millimetre) < 2, `the slip is ${sheet.width / millimetre} mm wide`);
  assert.ok(sheet.text.includes(number), sheet.text);
}

/** The form is A4, says who hands what to whom and why, and stands on it alone. */
async function assertTransferForm(world, page, desk, { number, owner }) {
  await desk.button(desk.words.ticket.print_transfer).click();
  await page.locator('.printed').waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.ticket-head').isVisible(), false);
  await world.look(page, 'print-transfer');
  await page.emulateMedia({ media: null });
  const [sheet, ...more] = pagesOf(await page.pdf({ preferCSSPageSize: true }));
  assert.deepEqual(more, [], 'the form is one sheet');
  assert.deepEqual([sheet.width, sheet.height].map((points) => Math.round(points / millimetre)), [210, 297]);
  const { paper } = desk.words;
  for (const text of [number, paper.transfer_slip, '医疗保障科', owner, '参保信息要核对', paper.sign]) {
    assert.ok(sheet.text.includes(text), `${text} stands on the form: ${sheet.text}`);
  }
}
