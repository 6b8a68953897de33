// The same build in Chromium 90, and in browsers that lack what the app needs.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { reasonAgainstChromium90, startChromium90 } from './chromium90.mjs';
import { screens } from './settings.mjs';
import { said } from './words.mjs';
import { journey } from './world.mjs';

const { kiosk, register } = said();
const reason = reasonAgainstChromium90();
if (reason) console.error(`\n*** The journey through Chromium 90 does NOT run here: ${reason}. ***\n`);
else journey('a matter is registered in Chromium 90, styled and without complaint', registersInChromium90);

async function registersInChromium90(world) {
  const site = await world.serve();
  const { browser, end } = await startChromium90();
  try {
    assert.match(await browser.version(), /\/90\./);
    const page = await browser.newPage();
    const problems = [];
    page.on('pageerror', (problem) => problems.push(String(problem)));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(`${site.url}?office=example#/kiosk`);
    await page.waitForFunction(() => [...document.styleSheets].some(({ href }) => href?.endsWith('style-flat.css')));
    await heading(page, kiosk.title);
    await look(page, 'old-browser-start');
    await page.waitForSelector('#search');
    await page.type('#search', 'yjjy');
    await press(page, 'a.tile', '意见建议');
    await heading(page, '意见建议');
    await press(page, 'button', kiosk.register);
    await heading(page, register.details_title);
    await press(page, 'button', register.next);
    await heading(page, register.who_title);
    await page.type('#name', '老机器');
    await press(page, 'button', register.next);
    await heading(page, register.review_title);
    await press(page, 'button', register.submit);
    await heading(page, register.done_title);
    assert.match(await page.$eval('main .number', (number) => number.textContent), /\w+-\w+/);
    await look(page, 'old-browser-number');
    assert.deepEqual(problems, []);
  } finally {
    await end();
  }
}

async function heading(page, text) {
  await page.waitForFunction((wanted) => document.querySelector('h1')?.textContent === wanted, { timeout: 15_000 }, text);
}

async function press(page, selector, text) {
  const found = await page.waitForFunction(
    (kind, wanted) => [...document.querySelectorAll(kind)].find((element) => element.textContent.includes(wanted)),
    { timeout: 15_000 }, selector, text,
  );
  await found.click();
}

async function look(page, name) {
  await mkdir(screens, { recursive: true });
  await page.screenshot({ path: path.join(screens, `${name}.png`) });
}

journey('a browser without WebAssembly gets the plain page', async (world) => {
  const site = await world.serve();
  const visitor = await world.profile();
  await visitor.context.addInitScript(() => delete window.WebAssembly);
  const page = await visitor.context.newPage();
  await page.goto(site.url);
  await page.locator('#cannot-run').waitFor();
  assert.match(await page.textContent('#cannot-run'), /WebAssembly/);
  assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
});
