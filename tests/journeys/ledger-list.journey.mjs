// A list of thousands of tickets: scrolled, searched and walked through by keyboard, with no more rows drawn than one sees.
import assert from 'node:assert/strict';

import { Desk } from './desk.mjs';
import { Exchange } from './exchange.mjs';
import { Kiosk } from './kiosk.mjs';
import { sample } from './sample.mjs';
import { shaped } from './words.mjs';
import { journey } from './world.mjs';

const total = 2_000;
/** Nobody sees more rows at once; as many are drawn at most. */
const drawnMax = 40;

journey('a long list is scrolled, searched and walked through by keyboard', async (world) => {
  const site = await world.serve();
  const clerk = await world.profile();
  const page = await clerk.open(`${site.url}?office=example`);
  await takesIn(page, total);
  const desk = new Desk(page);
  await desk.sitDown('郑丽娟');
  await desk.show({ shelf: desk.words.tickets.all, whose: desk.words.tickets.everyone });
  await counts(page, total);
  await world.look(page, 'ledger-list');
  await world.assertAccessible(page);

  await scrolls(page);
  await growsAndShrinks(page, desk);
  await walks(page, desk);
  await searches(page, desk);
  await narrows(page, desk);
  await staysOnItsTicket(clerk, page, site.url);

  await page.setViewportSize({ width: 360, height: 740 });
  await page.locator('.tickets-rows a[data-ticket]').first().waitFor();
  await world.look(page, 'ledger-list-phone');
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out');
});

/** Takes in invented tickets from a file. */
async function takesIn(page, count) {
  const exchange = new Exchange(page);
  await exchange.open();
  await exchange.preview(await sample(count, 1));
  await exchange.confirm();
}

/** The list says that it holds so many, to eyes and to screen readers, and draws few. */
async function counts(page, expected) {
  await page.locator(`.tickets-rows li[aria-setsize="${expected}"] a[data-ticket]`).first().waitFor();
  assert.match(await page.locator('.tickets-count').textContent(), new RegExp(expected.toLocaleString('zh-CN')));
  assert.ok((await page.locator('.tickets-rows li').count()) <= drawnMax);
}

/** Wherever one scrolls to, there are rows, each at its place. */
async function scrolls(page) {
  for (const part of [0.5, 0.97, 0.13, 1, 0]) {
    await page.locator('.tickets-scroll').evaluate((list, to) => { list.scrollTop = to * (list.scrollHeight - list.clientHeight); }, part);
    await page.waitForFunction((rows) => {
      const list = document.querySelector('.tickets-scroll');
      const { top, bottom } = list.getBoundingClientRect();
      const inSight = [...list.querySelectorAll('li')].filter((row) => {
        const box = row.getBoundingClientRect();
        return box.bottom > top + 1 && box.top < bottom - 1;
      });
      const first = Math.round((list.scrollTop / list.scrollHeight) * rows);
      const places = inSight.map((row) => Number(row.getAttribute('aria-posinset')) - 1);
      return inSight.length > 1
        && inSight.every((row) => row.querySelector('a[data-ticket] .ticket-row-number'))
        && places.every((place) => place >= first - 2 && place <= first + 40);
    }, total);
    assert.ok((await page.locator('.tickets-rows li').count()) <= drawnMax);
  }
}

/** In large print and out of it, what was read stays in sight, and each row holds its lines. */
async function growsAndShrinks(page, desk) {
  await page.locator('.tickets-scroll').evaluate((list) => { list.scrollTop = list.scrollHeight / 2; });
  const place = total / 2 + 2;
  await page.locator(`.tickets-rows li[aria-posinset="${place}"] a[data-ticket]`).waitFor();
  for (const pressed of ['true', 'false']) {
    await page.getByRole('button', { name: desk.words.frame.large_print }).click();
    await page.locator(`.frame-large[aria-pressed=${pressed}]`).waitFor();
    await page.waitForFunction((wanted) => {
      const row = document.querySelector(`.tickets-rows li[aria-posinset="${wanted}"]`);
      if (!row?.querySelector('a[data-ticket] .ticket-row-line:last-child')) return false;
      const [outer, inner] = [row.closest('.tickets-scroll'), row].map((element) => element.getBoundingClientRect());
      return inner.top >= outer.top - inner.height && inner.bottom <= outer.bottom + inner.height;
    }, place);
    const overfull = await page.locator('a.ticket-row[data-ticket]').evaluateAll((rows) => rows.filter((row) => row.scrollHeight > row.clientHeight).length);
    assert.equal(overfull, 0, 'every row holds its lines');
  }
  await page.locator('.tickets-scroll').evaluate((list) => { list.scrollTop = 0; });
}

/** Arrows, page keys, Home and End; Enter opens, Escape comes back to the row. */
async function walks(page, desk) {
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('ArrowDown');
  await stands(page, 1);
  await page.keyboard.press('ArrowDown');
  await stands(page, 2);
  await page.keyboard.press('End');
  await stands(page, total);
  await page.keyboard.press('ArrowUp');
  await stands(page, total - 1);
  await page.keyboard.press('Home');
  await stands(page, 1);
  await page.keyboard.press('PageDown');
  await page.waitForFunction(() => Number(document.activeElement.closest('li')?.getAttribute('aria-posinset')) > 2);
  const number = await page.locator('a:focus .ticket-row-number').textContent();
  await page.keyboard.press('Enter');
  await page.locator('.ticket-number', { hasText: number }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('a.ticket-row:focus', { hasText: number }).waitFor();
  await page.keyboard.type('x');
  await page.waitForFunction(() => document.activeElement.value === 'x');
  await page.getByRole('searchbox').fill('');
  await counts(page, total);
}

/** The focus is on the row of this place, which is in sight. */
async function stands(page, place) {
  await page.waitForFunction((wanted) => {
    const row = document.activeElement.closest('.tickets-rows li');
    if (row?.getAttribute('aria-posinset') !== `${wanted}`) return false;
    const [inner, outer] = [row, row.closest('.tickets-scroll')].map((element) => element.getBoundingClientRect());
    return inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 9 && row.querySelector('a[data-ticket]');
  }, place);
}

/** What is typed is found: a part of a number, a name, its pinyin. */
async function searches(page, desk) {
  const row = page.locator('.tickets-rows li').nth(3);
  const number = await row.locator('.ticket-row-number').textContent();
  await page.getByRole('searchbox').fill(number.slice(-5).toLowerCase());
  await page.locator('.tickets-rows li', { hasText: number }).waitFor();
  for (const typed of ['欧阳', 'ouyang', 'oy']) {
    await page.getByRole('searchbox').fill(typed);
    await page.locator('.ticket-row-visitor', { hasText: '欧阳' }).first().waitFor();
    const names = await page.locator('.ticket-row-visitor').allTextContents();
    if (typed === '欧阳') assert.ok(names.every((name) => name.includes('欧阳')), names.join());
  }
  await page.getByRole('searchbox').fill('查无此人也');
  await page.getByText(shaped(desk.words.tickets.empty_words)).waitFor();
  await page.getByRole('searchbox').fill('');
  await counts(page, total);
}

/** Filters hold, say that they do, and are taken away again. */
async function narrows(page, desk) {
  const { tickets } = desk.words;
  await page.getByText(tickets.narrow, { exact: true }).click();
  await page.getByLabel(tickets.of_department).selectOption({ index: 1 });
  await page.getByText(tickets.narrowed, { exact: true }).waitFor();
  await page.waitForFunction((all) => {
    const size = document.querySelector('.tickets-rows li')?.getAttribute('aria-setsize');
    return size && Number(size) > 0 && Number(size) < all;
  }, total);
  await page.getByLabel(tickets.sort).selectOption('registered');
  await page.getByRole('button', { name: tickets.widen }).click();
  await counts(page, total);
  await page.getByText(tickets.narrow, { exact: true }).click();
}

/** When another ticket comes before it, the focus goes along with the row. */
async function staysOnItsTicket(clerk, page, url) {
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await stands(page, 2);
  const ticket = await page.locator('a.ticket-row:focus').getAttribute('data-ticket');
  const visitor = await clerk.open(`${url}#/kiosk`);
  const kiosk = new Kiosk(visitor);
  await kiosk.start();
  await kiosk.register({ typed: 'sbkbb', matter: '社保卡补办', details: '', name: '周阿婆', phone: '' });
  await page.bringToFront();
  await page.locator(`.tickets-rows li[aria-setsize="${total + 1}"][aria-posinset="3"] a[data-ticket="${ticket}"]`).waitFor();
  await page.locator(`a.ticket-row:focus[data-ticket="${ticket}"]`).waitFor();
}
