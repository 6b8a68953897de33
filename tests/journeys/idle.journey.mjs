// A visitor walks away: the kiosk asks, then forgets them.
import assert from 'node:assert/strict';

import { Kiosk } from './kiosk.mjs';
import { journey } from './world.mjs';

const quietMs = 76_000;
const warningMs = 15_000;
const typed = { name: '匆匆忙忙', phone: '13500002222' };

journey('after silence the kiosk asks, and wipes what nobody claims', async (world) => {
  const site = await world.serve();
  const visitor = await world.profile();
  await visitor.context.addInitScript(letTimePass);
  const page = await visitor.open(`${site.url}?office=example#/kiosk`);
  const kiosk = new Kiosk(page);
  const question = page.getByRole('dialog', { name: kiosk.words.kiosk.idle_title });
  await kiosk.start();
  await page.getByRole('button', { name: 'English' }).click();
  const english = new Kiosk(page, 'en');
  await english.prepare({ typed: 'yjjy', matter: 'Suggestion', details: '', ...typed });

  await page.evaluate((ms) => window.pass(ms), quietMs);
  await page.getByRole('dialog', { name: english.words.kiosk.idle_title }).waitFor();
  await world.look(page, 'idle-question');
  await english.button(english.words.kiosk.idle_stay).click();
  await page.getByText(typed.name).waitFor();

  await page.evaluate((ms) => window.pass(ms), quietMs + warningMs);
  await kiosk.heading(kiosk.words.kiosk.title).waitFor();
  assert.equal(await question.count(), 0);
  await assertForgotten(page);
  await page.goBack();
  await page.goBack();
  await assertForgotten(page);
  await kiosk.start();
  await kiosk.find('yjjy', '意见建议');
  await kiosk.begin();
  await kiosk.tell();
  assert.equal(await page.getByLabel(kiosk.words.register.name_label).inputValue(), '');
});

/** Neither the page nor the browser's drawers hold anything of the visitor, and nothing was registered. */
async function assertForgotten(page) {
  const kept = await page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')].map(({ value }) => value);
    const drawers = [localStorage, sessionStorage].map((drawer) => JSON.stringify(drawer));
    return [document.body.textContent, ...fields, ...drawers, location.href].join('\n');
  });
  for (const text of Object.values(typed)) assert.ok(!kept.includes(text), `${text} is forgotten`);
}

/** Runs in the page, first of all: its clock can be put forward. (Playwright's own clock numbers timers beyond 32 bits.) */
function letTimePass() {
  const now = performance.now.bind(performance);
  let passedMs = 0;
  performance.now = () => now() + passedMs;
  window.pass = (ms) => { passedMs += ms; };
}
