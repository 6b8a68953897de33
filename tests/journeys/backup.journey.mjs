// A device is backed up, emptied and restored; and what was never exported stands on every screen of staff until it is.
import assert from 'node:assert/strict';

import { Backup } from './backup.mjs';
import { Desk } from './desk.mjs';
import { Exchange } from './exchange.mjs';
import { Kiosk } from './kiosk.mjs';
import { events } from './ledger.mjs';
import { filled, said } from './words.mjs';
import { journey } from './world.mjs';

const { home, kiosk: kioskWords, staffFrame } = said();
const matter = { typed: 'yjjy', matter: '意见建议', details: '留个底', name: '小备', phone: '' };

journey('a device is backed up, emptied by its code alone, and restored', async (world) => {
  const site = await world.serve();
  const clerk = await world.profile();
  const page = await clerk.open(`${site.url}?office=example#/kiosk`);
  const kiosk = new Kiosk(page);
  await kiosk.start();
  const number = await kiosk.register(matter);
  const before = await events(page);
  await assertCounted(page, before.length);
  const backup = new Backup(page);
  await backup.open();
  await world.assertAccessible(page, 'backup');
  const other = await clerk.open(`${site.url}#/kiosk`);

  const code = await backup.beginEmptying();
  const file = await backup.backUp();
  assert.match(file.name, /-backup-\d{8}-\d{6}\.jsonl\.gz$/);
  await page.getByText(backup.words.empty_all_out).waitFor();
  for (const wrong of ['', 'yes', code.slice(1)]) {
    await backup.type(wrong);
    assert.ok(await backup.button(backup.words.empty_now).isDisabled(), `“${wrong}” empties nothing`);
  }
  await backup.type(code.toLowerCase());
  await world.look(page, 'backup-emptying', { fullPage: true });
  await world.assertAccessible(page, 'emptying');
  await backup.button(backup.words.empty_now).click();
  await page.getByRole('heading', { name: home.begin }).waitFor();
  assert.deepEqual(await events(page), []);
  assert.equal(await page.getByRole('heading', { name: home.loss_title }).count(), 0, 'that is no loss');
  await other.getByRole('heading', { level: 1, name: kioskWords.no_office_title }).waitFor();
  assert.deepEqual(await events(other), [], 'and the other tab puts nothing back');

  await page.getByRole('link', { name: home.restore_now, exact: true }).click();
  await backup.heading.waitFor();
  const preview = await backup.preview(file);
  await preview.getByText(backup.words.goes_on).waitFor();
  await world.assertAccessible(page, 'restore');
  await backup.confirm();
  assert.deepEqual(await events(page), before);
  await page.getByText(backup.words.from_backup).waitFor();
  await world.look(page, 'backup-restored', { fullPage: true });
  await world.assertAccessible(page, 'restored');
  await assertCounted(page, before.length);
  await new Exchange(page).export();
  await page.evaluate(() => { location.hash = '#/settings'; });
  await page.locator('.settings').waitFor();
  assert.equal(await page.locator('.unexported').count(), 0, 'once exported, nothing is counted');
  const desk = new Desk(page);
  await desk.sitDown('赵小梅');
  await desk.show({ shelf: desk.words.tickets.all, whose: desk.words.tickets.everyone });
  await desk.rows.first().waitFor();
  assert.deepEqual(await desk.numbers(), [number]);
});

journey('a backup is refused where there is something, and an export where it is no backup', async (world) => {
  const site = await world.serve();
  const clerk = await world.profile();
  const page = await clerk.open(`${site.url}?office=example#/kiosk`);
  const kiosk = new Kiosk(page);
  await kiosk.start();
  await kiosk.register(matter);
  const bundle = await new Exchange(page).export();
  const backup = new Backup(page);
  await backup.open();
  await page.getByText(backup.words.not_empty, { exact: true }).waitFor();
  assert.equal(await page.locator('input[type=file]').count(), 0, 'no file is asked for');

  const fresh = await world.profile();
  const there = new Backup(await fresh.open(`${site.url}#/settings/backup`));
  await there.heading.waitFor();
  const shown = await there.preview(bundle);
  await shown.getByText(backup.words.problems_hint).or(shown.getByText('不是备份')).first().waitFor();
  assert.equal(await there.button(there.words.confirm).count(), 0);
});

/** Every screen that staff see counts what was never exported. */
async function assertCounted(page, count) {
  const title = filled(staffFrame.fresh_title, `${count}`);
  for (const place of ['desk', 'desk/new', 'findings', 'systems', 'settings', 'settings/backup']) {
    await page.evaluate((address) => { location.hash = `#/${address}`; }, place);
    await page.locator('.frame-banners').getByText(title).waitFor().catch((missed) => {
      throw new Error(`nothing is counted on ${place}`, { cause: missed });
    });
  }
  await page.evaluate(() => { location.hash = '#/exchange'; });
  await page.getByText(new RegExp(`有 ${count} 条记录只在这台设备上`)).waitFor();
}
