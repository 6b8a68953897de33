// A full disk: the registration is refused in words, what was typed stays, and with room again it is registered once.
import assert from 'node:assert/strict';

import { Disk } from './disk.mjs';
import { Kiosk } from './kiosk.mjs';
import { assertWhole } from './ledger.mjs';
import { journey } from './world.mjs';

const details = '磁盘满了也不能丢。'.repeat(40);

journey('on a full disk the form keeps what was typed and registers once there is room', async (world) => {
  const site = await world.serve();
  const visitor = await world.profile();
  const disk = await new Disk(visitor, site).small();
  const page = await visitor.open(`${site.url}?office=example#/kiosk`);
  const kiosk = new Kiosk(page);
  await kiosk.start();
  await kiosk.prepare({ typed: 'yjjy', matter: '意见建议', details, name: '周全', phone: '13600001111' });

  await disk.fill(page);
  await kiosk.submit.click();
  await page.getByRole('alert').getByText('设备存满了').waitFor();
  for (const typed of [details, '周全', '13600001111']) await page.locator('dl').getByText(typed, { exact: true }).waitFor();
  assert.deepEqual(await assertWhole(page), []);
  await world.look(page, 'full-disk');

  await disk.large();
  await kiosk.submit.click();
  const number = await kiosk.number();
  assert.deepEqual(await assertWhole(page), [number]);
});
