// An institution looks after its rules: systems are found, read, compared and tried; one writes one's own, puts it in
// force, and the next ticket is decided by it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { Desk } from './desk.mjs';
import { Rules } from './rules.mjs';
import { filled } from './words.mjs';
import { journey } from './world.mjs';

async function opens(world) {
  const site = await world.serve();
  const person = await world.profile();
  const page = await person.open(`${site.url}?office=example`);
  const rules = new Rules(page);
  await page.getByRole('link', { name: rules.words.home.kiosk_title }).waitFor();
  await rules.open();
  return { page, rules };
}

journey('systems are found, read and compared', async (world) => {
  const { page, rules } = await opens(world);
  const { system } = rules.words;
  await rules.find('推诿');
  assert.ok(await page.locator('.system-found a').count() > 1, 'clauses of several systems speak of it');
  await page.locator('.system-found a').first().click();
  await page.locator('.clause[aria-current]').waitFor();

  await rules.read('C07');
  const clause = page.locator('[id="clause-3.1.4"]');
  await clause.getByText('由责任部门承办').first().waitFor();
  await clause.getByText(filled(system.where_it_is, '属于本人职责'), { exact: true }).waitFor();

  await rules.read('E03');
  await page.locator('.clause-from').first().waitFor();

  await rules.compare('C07', 'A17');
  const all = await page.locator('.compare-row').count();
  await page.getByLabel(system.only_differences).check();
  await page.waitForFunction((count) => document.querySelectorAll('.compare-row').length <= count, all);
  await page.getByRole('heading', { name: system.about_forms }).waitFor();
});

journey('a situation is tried, and every line says why', async (world) => {
  const { page, rules } = await opens(world);
  const { trial } = rules.words;
  await rules.try('C07');
  const forward = rules.line('转交承办处');
  assert.equal(await forward.count(), 0, 'one’s own duty is not handed on');

  await page.getByLabel(trial.why_not, { exact: true }).selectOption('duty forward');
  await page.locator('.trial-why-not', { hasText: '要求转交承办处' }).waitFor();

  await page.getByRole('radio', { name: '本单位别的部门', exact: true }).check();
  await forward.waitFor();
  await forward.locator('summary').click();
  await forward.locator('.trial-whys', { hasText: '归谁管 本单位别的部门' }).waitFor();

  await rules.button(trial.add_person).click();
  await page.getByLabel(trial.why_not, { exact: true }).selectOption('person 乙');
  await page.locator('.trial-why-not', { hasText: '这是 甲，不是 乙' }).waitFor();

  await rules.button(trial.flow).click();
  const steps = await page.locator('.flow ol li').allTextContents();
  assert.equal(steps[0], trial.step_arrival);
  assert.equal(steps.at(-1), trial.step_closing);
  assert.ok(steps.some((step) => step.startsWith(filled(trial.step_handler, '责任部门'))), steps.join('\n'));

  await page.getByRole('button', { name: 'English', exact: true }).click();
  await page.locator('.trial-person-name', { hasText: 'B' }).waitFor();
  await page.locator('.trial-why-not', { hasText: 'A' }).waitFor();
  const english = await page.locator('.flow ol li').allTextContents();
  assert.ok(english.every((step) => !/[甲乙、]/u.test(step)), english.join('\n'));
  await page.getByRole('button', { name: '简体', exact: true }).click();
  await page.locator('.trial-person-name', { hasText: '乙' }).waitFor();

  await rules.cases('C07');
  await page.locator('.cases-sum[data-state=good]').waitFor();
  await rules.button(rules.words.system.try_case).first().click();
  await page.locator('.flow').waitFor();
});

journey('one writes a system of one’s own, and the next ticket is decided by it', async (world) => {
  const { page, rules } = await opens(world);
  const { draft, system } = rules.words;
  await rules.begin('C07', 'SQ01');

  await rules.rewrite('"first_asked"', '"frist_asked"');
  const problem = page.locator('.draft-problem[data-kind=error]').first();
  await problem.getByText('first_asked').waitFor();
  await rules.button(draft.publish).click();
  await page.getByText(draft.mend_first).waitFor();
  await problem.getByRole('button').click();
  const chosen = await rules.text.evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd));
  assert.match(chosen, /frist_asked/, 'the cursor stands at the mistake');

  await rules.rewrite('"frist_asked"', '"first_asked"');
  await rules.rewrite('政务服务中心首问负责制（六项制度之一）', '青禾中心首问制');
  await rules.rewrite('约束中心所有窗口人员', '约束中心所有窗口人员和导办员');
  await page.getByText(draft.sound).waitFor();
  await page.reload();
  await rules.text.waitFor();
  assert.match(await rules.text.inputValue(), /青禾中心首问制/, 'what was typed is kept');

  const download = page.waitForEvent('download');
  await rules.button(draft.export).click();
  const file = await download;
  assert.equal(file.suggestedFilename(), 'SQ01.toml');
  assert.equal(await readFile(await file.path(), 'utf8'), await rules.text.inputValue());

  await rules.button(draft.publish).click();
  await rules.dialog.getByRole('button', { name: system.choose, exact: true }).click();
  await rules.dialog.waitFor({ state: 'detached' });
  await rules.open();
  const active = page.locator('.system-card[data-active]');
  await active.getByText('青禾中心首问制').waitFor();
  await active.getByRole('link', { name: '青禾中心首问制' }).click();
  await page.locator('.clause .effect').first().waitFor();

  await rules.open();
  await rules.find('窗口 导办员');
  assert.equal(await page.locator('.system-found a').count(), 1, 'only one’s own system speaks of it');
  await page.locator('.system-found a').click();
  await page.locator('.clause[aria-current]', { hasText: '导办员' }).waitFor();

  await decidesATicket(page);
});

/** A clerk takes a matter in; what stands beside it rests on the new system. */
async function decidesATicket(page) {
  const desk = new Desk(page);
  await desk.sitDown('wsl');
  const { tickets, intake } = desk.words;
  await page.getByRole('link', { name: tickets.new }).first().click();
  await page.getByRole('heading', { name: intake.title }).waitFor();
  await page.getByLabel(intake.matter_search).fill('sbkbb');
  await page.locator('.matter-card').first().click();
  await page.locator('.decision-stamp', { hasText: 'SQ01 1' }).waitFor();
  await page.getByRole('textbox', { name: intake.name }).fill('钱多多');
  await page.getByRole('textbox', { name: intake.phone }).fill('13812340000');
  await desk.button(intake.register).click();
  await page.getByRole('link', { name: intake.open_ticket }).click();
  await page.locator('.ticket-head').waitFor();
  await page.locator('.decision-stamp', { hasText: 'SQ01 1' }).waitFor();
}
