// Nobody waits for a network: after one visit everything works with the server stopped.
import assert from 'node:assert/strict';

import { Exchange, eventsOf } from './exchange.mjs';
import { Kiosk } from './kiosk.mjs';
import { events } from './ledger.mjs';
import { journey, untilOffline, untilStarted } from './world.mjs';

journey('with the server stopped a visitor registers and looks up, and a clerk exports', async (world) => {
  const site = await world.serve();
  const visitor = await world.profile();
  const page = await visitor.open(`${site.url}?office=example`);
  const kiosk = new Kiosk(page);
  await page.getByRole('link', { name: kiosk.words.home.kiosk_title }).waitFor();
  await untilOffline(page);
  await site.stop();
  await page.reload();
  await untilStarted(page);

  await kiosk.start();
  const number = await kiosk.register({ typed: 'jhdj', matter: '结婚登记', details: '', name: '小林', phone: '13700001234' });
  await kiosk.finish();
  const progress = await kiosk.lookUp(number, '1234');
  await progress.getByRole('heading', { name: '结婚登记' }).waitFor();
  const file = await new Exchange(page).export();
  assert.deepEqual(eventsOf(file.buffer), await events(page));

  await visitor.restart();
  const later = new Kiosk(await visitor.open(`${site.url}#/kiosk`));
  await (await later.lookUp(number, '1234')).getByRole('heading', { name: '结婚登记' }).waitFor();
  visitor.tolerate(/ERR_CONNECTION_REFUSED/);
});
