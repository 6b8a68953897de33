// Every screen, in three languages, light and dark, large and small: axe-core finds nothing, nothing sticks out sideways,
// and a picture of each lies in target/screens/ for people to look at.
import assert from 'node:assert/strict';

import { ClerkWalk } from './clerk-walk.mjs';
import { VisitorWalk } from './visitor-walk.mjs';
import { said } from './words.mjs';
import { journey } from './world.mjs';

const sights = [
  { name: 'phone', language: 'zh-Hans', walks: [VisitorWalk, ClerkWalk], viewport: { width: 360, height: 740 }, hasTouch: true },
  { name: 'tablet-dark', language: 'zh-Hant', walks: [VisitorWalk, ClerkWalk], viewport: { width: 820, height: 1180 }, hasTouch: true, colorScheme: 'dark' },
  { name: 'desktop', language: 'en', walks: [VisitorWalk, ClerkWalk], viewport: { width: 1440, height: 900 } },
  { name: 'desk-large-dark', language: 'zh-Hans', large: true, walks: [VisitorWalk, ClerkWalk], viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  { name: 'kiosk-large', language: 'zh-Hans', large: true, walks: [VisitorWalk], viewport: { width: 1080, height: 1920 }, hasTouch: true },
];

for (const sight of sights) {
  journey(`every screen can be read by everyone: ${sight.name} in ${sight.language}`, async (world) => {
    const { name, language, large, walks, ...options } = sight;
    const site = await world.serve();
    const visitor = await world.profile({ ...options, reducedMotion: 'reduce' });
    const page = await visitor.open(site.url);
    const { home, frame } = said(language);
    const problems = [];
    const pause = async (screen) => {
      await world.look(page, `${name}-${screen}`);
      const found = [...await world.violations(page), ...await sticksOut(page)];
      if (found.length > 0) problems.push({ screen, found });
    };
    await page.locator(`.frame-choices [lang=${language}]`).click();
    if (large) await page.getByRole('button', { name: frame.large_print }).click();
    await page.getByRole('heading', { name: home.begin }).waitFor();
    await pause('first-start');
    await page.getByRole('button', { name: home.example_now }).click();
    await page.getByRole('link', { name: home.kiosk_title }).waitFor();
    await pause('home');
    let number;
    for (const Walk of walks) number = await new Walk(page, language, pause).walk(number);
    assert.deepEqual(problems, []);
  });
}

/** What makes the page wider than the screen. */
async function sticksOut(page) {
  const elements = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= limit) return [];
    const isWide = (element) => element.getBoundingClientRect().right > limit + 1;
    return [...document.querySelectorAll('body *')].filter(isWide).slice(-3).map((element) => element.outerHTML.slice(0, 100));
  });
  return elements.length > 0 ? [{ id: 'sticks out sideways', at: elements }] : [];
}
