// The way back leads to the place on the page where one was; a new page begins at its top.
import assert from 'node:assert/strict';

import { Kiosk } from './kiosk.mjs';
import { journey } from './world.mjs';

journey('the way back leads to the same place on the page', async (world) => {
  const site = await world.serve();
  const visitor = await world.profile({ viewport: { width: 360, height: 640 }, hasTouch: true });
  const page = await visitor.open(`${site.url}?office=example#/kiosk`);
  const kiosk = new Kiosk(page);
  await kiosk.start();
  const department = page.locator('.tile').nth(6);
  await department.click();
  await kiosk.button(kiosk.words.kiosk.all_departments).waitFor();
  const matter = page.locator('.tile').last();
  await matter.scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  const place = await scrolled(page);
  assert.ok(place > 100, `the list is longer than the screen: ${place}`);

  await matter.click();
  await page.locator('.kiosk-back').waitFor();
  assert.equal(await scrolled(page), 0, 'a new page begins at its top');
  await page.goBack();
  await page.waitForFunction((wanted) => Math.abs(scrollY - wanted) < 2, place);
});

async function scrolled(page) {
  return page.evaluate(() => Math.round(scrollY));
}
