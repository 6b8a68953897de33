// What looks late is asked about: the person concerned answers, a leader decides by what the system says, and the decision
// stays readable for both; nobody else sees it.
import assert from 'node:assert/strict';
import path from 'node:path';

import { Desk } from './desk.mjs';
import { Exchange } from './exchange.mjs';
import { filled } from './words.mjs';
import { journey } from './world.mjs';

/** Invented tickets of the example office, some of them late: `shouwen sample --tickets 12 --seed 3`. */
const late = path.join(import.meta.dirname, '../fixtures/journeys/late.jsonl.gz');
const leader = '陈志远';

journey('a missed limit is answered by the person concerned and decided by a leader', async (world) => {
  const site = await world.serve();
  const clerk = await world.profile();
  const page = await clerk.open(`${site.url}?office=example#/exchange`);
  const exchange = new Exchange(page);
  await exchange.open();
  await exchange.preview(late);
  await exchange.confirm();

  const desk = new Desk(page);
  await desk.sitDown(leader);
  const { findings } = desk.words;
  await open(page, findings);
  const first = page.locator('.finding').first();
  await first.waitFor();
  const title = await first.getByRole('heading').textContent();
  const person = title.split('：')[0];
  assert.notEqual(person, leader);
  await first.getByText(/依据/).click();
  await world.look(page, 'findings', { fullPage: true });
  await world.assertAccessible(page);
  assert.equal(await first.getByRole('button', { name: findings.answer, exact: true }).count(), 0, 'a leader does not answer for others');

  await desk.sitDown(person);
  await open(page, findings);
  const mine = page.locator('.finding', { hasText: title }).first();
  await mine.getByRole('button', { name: findings.answer, exact: true }).click();
  await desk.dialog.getByRole('button', { name: findings.answer_do, exact: true }).click();
  await desk.dialog.getByText(findings.words_needed).waitFor();
  await desk.dialog.getByLabel(findings.answer_label).fill('等外单位的回函');
  await desk.send(findings.answer_do);
  await mine.getByText('等外单位的回函').waitFor();
  assert.equal(await page.getByRole('button', { name: findings.decide, exact: true }).count(), 0, 'a clerk decides nothing');

  await desk.sitDown(leader);
  await open(page, findings);
  const answered = page.locator('.finding', { hasText: '等外单位的回函' });
  await answered.getByRole('button', { name: findings.decide, exact: true }).click();
  await decide(desk, world);
  await answered.getByText(filled(findings.upheld_with, '批评教育')).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1', 'the focus has a place');
  assert.equal(await answered.getByRole('button').filter({ hasText: findings.decide }).count(), 0);
  await page.reload();
  await answered.getByText('已核实').waitFor();
  await world.assertAccessible(page);
});

journey('where nothing is wrong the page of findings says so, in each language', async (world) => {
  const site = await world.serve();
  const clerk = await world.profile({ viewport: { width: 360, height: 740 } });
  const page = await clerk.open(`${site.url}?office=example#/desk`);
  const desk = new Desk(page);
  await desk.sitDown('郑丽娟');
  for (const [language, button] of [['zh-Hans', '简体'], ['zh-Hant', '繁體'], ['en', 'English']]) {
    const { findings } = new Desk(page, language).words;
    await page.getByRole('button', { name: button, exact: true }).click();
    await open(page, findings);
    await page.getByText(findings.none, { exact: true }).waitFor();
    await world.assertAccessible(page);
  }
  await world.look(page, 'findings-none');
});

/** Shows the page of findings by the menu. */
async function open(page, words) {
  await page.locator('.frame-menu a[href="#/findings"]').click();
  await page.getByRole('heading', { level: 1, name: words.title, exact: true }).waitFor();
}

/** Fills the leader's form in, by keyboard where a person would. */
async function decide(desk, world) {
  const { findings } = desk.words;
  await desk.dialog.locator('summary', { hasText: findings.mitigating }).click();
  await desk.dialog.getByRole('checkbox', { name: '主动道歉、弥补' }).check();
  await desk.dialog.getByRole('button', { name: findings.decide_do, exact: true }).click();
  await desk.dialog.getByText(findings.judgement_needed).waitFor();
  await desk.dialog.getByRole('radio', { name: findings.upheld, exact: true }).focus();
  await desk.page.keyboard.press('Space');
  const education = desk.dialog.getByRole('checkbox', { name: '批评教育', exact: true });
  if (!(await education.isVisible())) await desk.dialog.locator('summary', { hasText: findings.other_sanctions }).click();
  await education.check();
  await desk.dialog.getByLabel(findings.reason).fill('已核实');
  await world.look(desk.page, 'findings-decide');
  assert.deepEqual(await world.violations(desk.page), []);
  await desk.send(findings.decide_do);
}
