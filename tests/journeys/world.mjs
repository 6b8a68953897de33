// What a journey may use: sites, people's browsers, pictures, and the check for accessibility. A journey is a test of
// node:test; whatever it opened is closed at its end, and it fails where any page complained or left its origin.
//
//   journey('a matter is registered', async (world) => {
//     const site = await world.serve();
//     const visitor = await world.profile({ viewport: { width: 360, height: 740 } });
//     const page = await visitor.open(site.url);
//     …
//     await world.look(page, 'number');        // target/screens/<file of the journey>-number.png
//     await world.assertAccessible(page);
//   });
import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';

import { Profile } from './profile.mjs';
import { screens } from './settings.mjs';
import { Site } from './site.mjs';

export { untilOffline, untilStarted } from './profile.mjs';

const timeoutMs = 180_000;
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/* What passes is counted, but not described. */
const axeOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  resultTypes: ['violations'],
};

/** Declares a journey. */
export function journey(name, act) {
  test(name, { timeout: timeoutMs }, async () => {
    const world = new World(name);
    try {
      await act(world);
      world.assertCalm();
    } catch (problem) {
      await world.lookEverywhere();
      throw problem;
    } finally {
      await world.close();
    }
  });
}

class World {
  #sites = [];
  #profiles = [];

  constructor(name) {
    this.name = name.replace(/[^\p{L}\p{N}]+/gu, '-');
  }

  /** Starts a server for the site, see Site. */
  async serve(options) {
    const site = new Site(options);
    this.#sites.push(site);
    return site.start();
  }

  /** Starts a browser with an empty profile, see Profile. */
  async profile(options) {
    const profile = new Profile(options);
    this.#profiles.push(profile);
    return profile.start();
  }

  /** Takes a picture of the page into target/screens/. */
  async look(page, name, options = {}) {
    await mkdir(screens, { recursive: true });
    await page.screenshot({ path: path.join(screens, `${name}.png`), ...options });
  }

  /** Fails with the list of what axe-core finds on the page. */
  async assertAccessible(page, where = page.url()) {
    assert.deepEqual(await this.violations(page), [], `axe finds violations on ${where}`);
  }

  /** What axe-core finds on the page. */
  async violations(page) {
    /* Evaluated by the driver, which the content security policy of the page does not concern. */
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await readFile(axePath, 'utf8'));
    const { violations } = await page.evaluate((options) => window.axe.run(options), axeOptions);
    return violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ target }) => target.join(' ')) }));
  }

  /** Fails where any page complained. */
  assertCalm() {
    for (const profile of this.#profiles) profile.assertCalm();
  }

  /** Takes pictures of all open pages, for who reads about a failure. */
  async lookEverywhere() {
    const pages = this.#profiles.flatMap((profile) => profile.context?.pages() ?? []);
    for (const [index, page] of pages.entries()) {
      await this.look(page, `failed-${this.name}-${index}`).catch((problem) => console.error(`no picture: ${problem}`));
    }
  }

  /** Closes all browsers and servers. */
  async close() {
    for (const profile of this.#profiles) await profile.close();
    for (const site of this.#sites) await site.stop();
  }
}
