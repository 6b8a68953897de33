// A new version never interrupts a visitor; when they have gone, a tap brings it.
import assert from 'node:assert/strict';

import { Kiosk } from './kiosk.mjs';
import { nextVersion } from './version.mjs';
import { journey, untilOffline, untilStarted } from './world.mjs';

journey('an update waits for the end of a registration and for a tap', async (world) => {
  const next = await nextVersion();
  const site = await world.serve();
  const visitor = await world.profile();
  const page = await visitor.open(`${site.url}?office=example#/kiosk`);
  const kiosk = new Kiosk(page);
  const news = page.getByText(kiosk.words.frame.update_title);
  await untilOffline(page);
  await kiosk.start();
  await kiosk.find('yjjy', '意见建议');
  await kiosk.begin();
  await kiosk.tell('写到一半');

  await site.replaceBy(next.folder);
  const announced = page.evaluate(() => new Promise((resolve) => window.addEventListener('shouwen-update', resolve)).then(() => {}));
  await page.evaluate(() => navigator.serviceWorker.ready.then((registration) => registration.update()).then(() => {}));
  await announced;
  await kiosk.introduce({ name: '耐心', phone: '' });
  await page.getByText('写到一半').waitFor();
  assert.equal(await news.count(), 0, 'nothing is said while somebody registers');
  await kiosk.submit.click();
  const number = await kiosk.number();
  assert.equal(await news.count(), 0);

  await kiosk.finish();
  await news.waitFor();
  await world.look(page, 'update-offered');
  const loaded = page.waitForEvent('load');
  await kiosk.button(kiosk.words.frame.update_now).click();
  await loaded;
  await untilStarted(page);
  assert.match(await page.evaluate(() => document.documentElement.dataset.files), next.new);
  await (await kiosk.lookUp(number)).getByRole('heading', { name: '意见建议' }).waitFor();
  await next.remove();
});
