// The ground under the app: it starts under a strict policy, opens without a network, takes a new version only when
// asked, and says kindly where it cannot run.
import assert from 'node:assert/strict';

import { nextVersion } from './version.mjs';
import { said } from './words.mjs';
import { journey, untilOffline, untilStarted } from './world.mjs';

const languages = ['zh-Hant', 'en'];

journey('the page starts under a policy that stops foreign scripts', async (world) => {
  const site = await world.serve();
  const visitor = await world.profile();
  const page = await visitor.open(site.url);
  visitor.tolerate(/Content Security Policy|Content-Security-Policy/);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.foreign = true';
    document.body.append(script);
  });
  assert.equal(await page.evaluate(() => window.foreign), undefined);
  assert.equal(await page.evaluate(() => fetch('http://127.0.0.2:9/').then(() => 'sent', () => 'refused')), 'refused');
  const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content');
  assert.match(policy, /script-src 'self' 'wasm-unsafe-eval'$/);
  await world.look(page, 'ground-start');
});

journey('after one visit the page opens with the server stopped, also below a path', async (world) => {
  const site = await world.serve({ under: '/office/east/' });
  const visitor = await world.profile();
  const page = await visitor.open(`${site.url}#/anywhere`);
  await untilOffline(page);
  await site.stop();
  await page.reload();
  await untilStarted(page);
  await visitor.restart();
  await visitor.open(`${site.url}?office=none`);
  const deeper = await visitor.open(`${site.url}deeper/than/that`);
  assert.equal(deeper.url(), site.url);
  visitor.tolerate(/ERR_CONNECTION_REFUSED/);
});

journey('a new version waits for consent and leaves open pages their own files', async (world) => {
  const next = await nextVersion();
  const site = await world.serve();
  const visitor = await world.profile();
  const asked = await visitor.open(site.url);
  await untilOffline(asked);
  const other = await visitor.open(site.url);
  await site.replaceBy(next.folder);
  const announced = asked.evaluate(() => new Promise((resolve) => window.addEventListener('shouwen-update', resolve)).then(() => window.__shouwenUpdate));
  await asked.evaluate(() => navigator.serviceWorker.ready.then((registration) => registration.update()).then(() => {}));
  assert.equal(await announced, true);
  assert.match(await files(asked), next.old);
  await asked.reload();
  await untilStarted(asked);
  assert.match(await files(asked), next.old, 'a reload alone changes nothing');

  assert.match(await files(other), next.old);
  assert.equal(await other.evaluate((worker) => fetch(worker).then(({ status }) => status), `${await files(other)}worker.js`), 200);
  assert.equal((await versions(asked)).length, 2, 'the new version lies ready beside the old one');

  const loaded = asked.waitForEvent('load');
  await asked.getByRole('button', { name: said('zh-Hans').frame.update_now, exact: true }).click();
  await loaded;
  await untilStarted(asked);
  assert.match(await files(asked), next.new, 'the page that was asked has the new version');
  assert.match(await files(other), next.old, 'the other page is not interrupted');
  assert.equal(await other.evaluate((worker) => fetch(worker).then(({ status }) => status), `${await files(other)}worker.js`), 200);
  await next.remove();
});

journey('a browser that lacks something gets the plain page in three languages', async (world) => {
  const site = await world.serve();
  const visitor = await world.profile({ viewport: { width: 360, height: 740 } });
  await visitor.context.addInitScript(() => delete window.CompressionStream);
  const page = await visitor.context.newPage();
  await page.goto(site.url);
  await page.locator('#cannot-run').waitFor();
  assert.match(await page.textContent('#cannot-run'), /CompressionStream/);
  for (const language of languages) assert.ok(await page.isVisible(`#cannot-run [lang=${language}]`));
  assert.equal(await page.isVisible('#loading'), false);
  await world.look(page, 'ground-cannot-run');
  await world.assertAccessible(page);
});

journey('without scripts, or with a file that does not come, nobody sees an empty page', async (world) => {
  const site = await world.serve();
  const scriptless = await world.profile({ javaScriptEnabled: false });
  const silent = await scriptless.context.newPage();
  await silent.goto(site.url);
  assert.match(await silent.textContent('body'), /JavaScript/);
  const visitor = await world.profile();
  visitor.tolerate(/ERR_FAILED/);
  await visitor.context.route('**/app_bg.wasm', (route) => route.abort());
  const page = await visitor.context.newPage();
  await page.goto(site.url);
  await page.locator('#start-failed').waitFor();
  assert.ok(await page.isVisible('#start-failed a'));
  await world.assertAccessible(page);
});

async function files(page) {
  return page.evaluate(() => document.documentElement.dataset.files);
}

async function versions(page) {
  return page.evaluate(() => caches.keys());
}
