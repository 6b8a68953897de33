// A full disk: the registration is refused in words, what was typed stays, and with room again it is registered once.
import assert from 'node:assert/strict';

import { Kiosk } from './kiosk.mjs';
import { assertWhole } from './ledger.mjs';
import { journey } from './world.mjs';

const diskBytes = 12 << 20;
const details = '磁盘满了也不能丢。'.repeat(40);

journey('on a full disk the form keeps what was typed and registers once there is room', async (world) => {
  const site = await world.serve();
  const visitor = await world.profile();
  const { origin } = new URL(site.url);
  const disk = await visitor.context.newCDPSession(visitor.context.pages()[0]);
  await disk.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: diskBytes });
  const page = await visitor.open(`${site.url}?office=example#/kiosk`);
  const kiosk = new Kiosk(page);
  await kiosk.start();
  await kiosk.prepare({ typed: 'yjjy', matter: '意见建议', details, name: '周全', phone: '13600001111' });

  await page.evaluate(fillDisk);
  await kiosk.submit.click();
  await page.getByRole('alert').getByText('设备存满了').waitFor();
  for (const typed of [details, '周全', '13600001111']) await page.locator('dl').getByText(typed, { exact: true }).waitFor();
  assert.deepEqual(await assertWhole(page), []);
  await world.look(page, 'full-disk');

  await disk.send('Storage.overrideQuotaForOrigin', { origin });
  await kiosk.submit.click();
  const number = await kiosk.number();
  assert.deepEqual(await assertWhole(page), [number]);
});

/** Runs in the page: stores what cannot be compressed until not even the smallest piece is taken any more. */
async function fillDisk() {
  const pieces = [1 << 20, 1 << 16, 1 << 12, 1 << 8];
  const opening = indexedDB.open('ballast', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('ballast', { autoIncrement: true });
  await new Promise((resolve) => { opening.onsuccess = resolve; });
  const store = (bytes) => new Promise((resolve) => {
    const transaction = opening.result.transaction('ballast', 'readwrite');
    const random = Array.from({ length: Math.ceil(bytes / 65_536) }, () => crypto.getRandomValues(new Uint8Array(Math.min(bytes, 65_536))));
    transaction.objectStore('ballast').add(random);
    transaction.oncomplete = () => resolve(true);
    transaction.onabort = () => resolve(false);
  });
  for (const bytes of pieces) while (await store(bytes));
  opening.result.close();
}
