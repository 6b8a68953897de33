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
  const page = await visitor.open(`${site.url}?office=example#/kiosk`);
  const kiosk = new Kiosk(page);
  await kiosk.start();
  const number = await kiosk.register({ typed: 'sbkbb', matter: '社保卡补办', details: '', name: '纸上', phone: '' });
  await assertSlip(world, page, kiosk, number);

  const desk = new Desk(page);
  await desk.sitDown('郑丽娟');
  await desk.openTicket(number);
});

/** The slip has the number and a code of at least 20 mm, and nothing of the screen around it. */
async function assertSlip(world, page, kiosk, number) {
  await page.emulateMedia({ media: 'print' });
  const code = await page.locator('.slip svg').boundingBox();
  assert.ok(code.width >= 20 * 96 / 25.4, `the code is ${code.width} px wide`);
  assert.equal(await kiosk.button(kiosk.words.register.finish).isVisible(), false);
  await world.look(page, 'print-slip');
  await page.emulateMedia({ media: null });
  const [sheet, ...more] = pagesOf(await page.pdf({ preferCSSPageSize: true }));
  assert.deepEqual(more, [], 'the slip is one sheet');
  assert.ok(Math.abs(sheet.width - 80 * millimetre) < 2, `the slip is ${sheet.width / millimetre} mm wide`);
  assert.ok(sheet.text.includes(number), sheet.text);
}
