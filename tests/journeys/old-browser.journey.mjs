// The same build in Chromium 90.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { reasonAgainstChromium90, startChromium90 } from './chromium90.mjs';
import { screens } from './settings.mjs';
import { journey } from './world.mjs';

const reason = reasonAgainstChromium90();
if (reason) console.error(`\n*** The journey through Chromium 90 does NOT run here: ${reason}. ***\n`);
else journey('the app starts in Chromium 90, styled and without complaint', startsInChromium90);

async function startsInChromium90(world) {
  const site = await world.serve();
  const { browser, end } = await startChromium90();
  try {
    assert.match(await browser.version(), /\/90\./);
    const page = await browser.newPage();
    const problems = [];
    page.on('pageerror', (problem) => problems.push(String(problem)));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(site.url);
    await page.waitForFunction(() => document.body && !document.getElementById('loading'));
    await page.waitForFunction(() => [...document.styleSheets].some(({ href }) => href?.endsWith('style-flat.css')));
    await mkdir(screens, { recursive: true });
    await page.screenshot({ path: path.join(screens, 'old-browser-start.png') });
    assert.deepEqual(problems, []);
  } finally {
    await end();
  }
}
