// A clerk's way past every screen and dialog behind the counter, with a pause on each.
import { Desk } from './desk.mjs';
import { Exchange } from './exchange.mjs';
import { Rules } from './rules.mjs';

export class ClerkWalk {
  /** `pause(screen)` is called whenever a screen stands. */
  constructor(page, language, pause) {
    this.page = page;
    this.pause = pause;
    this.desk = new Desk(page, language);
    this.exchange = new Exchange(page, language);
    this.rules = new Rules(page, language);
    this.words = this.desk.words;
  }

  /** Walks; `number` is a matter that a visitor registered. */
  async walk(number) {
    await this.sitsDown();
    await this.takesIn();
    await this.works(number);
    await this.exchanges();
    await this.readsSystems();
    await this.setsUp();
  }

  async go(address) {
    await this.page.evaluate((hash) => { location.hash = hash; }, address);
  }

  async sitsDown() {
    const { page, desk, pause } = this;
    await desk.open();
    await page.getByRole('heading', { name: this.words.who.title }).waitFor();
    await page.locator('.who-card').first().waitFor();
    await pause('desk-who');
    await desk.sitDown('wsl');
    await page.locator('.shelf').first().waitFor();
    await pause('desk-empty');
    await page.getByLabel(this.words.tickets.search).fill('qqqq');
    await page.locator('.empty').first().waitFor();
    await page.getByLabel(this.words.tickets.search).fill('');
  }

  async takesIn() {
    const { page, desk, pause, words } = this;
    await page.getByRole('link', { name: words.tickets.new }).first().click();
    await page.getByRole('heading', { name: words.intake.title }).waitFor();
    await desk.button(words.intake.register).click();
    await page.getByText(words.intake.matter_needed).waitFor();
    await pause('desk-intake-missing');
    await page.getByLabel(words.intake.matter_search).fill('sbkbb');
    await page.locator('.matter-card').first().click();
    await desk.button(words.intake.notice).waitFor();
    await page.locator('.decision-people').waitFor();
    await desk.button(words.intake.more_flags).click();
    await pause('desk-intake');
    await desk.button(words.intake.notice).click();
    await desk.dialog.waitFor();
    await pause('desk-intake-notice');
    await this.leaves();
    await page.getByRole('textbox', { name: words.intake.name }).fill('钱多多');
    await page.getByRole('textbox', { name: words.intake.phone }).fill('13812340000');
    await desk.button(words.intake.register).click();
    await page.getByRole('heading', { name: words.intake.registered }).waitFor();
    await pause('desk-receipt');
    await page.getByRole('link', { name: words.intake.open_ticket }).click();
    await page.locator('.ticket-head').waitFor();
  }

  async works(number) {
    const { page, desk, pause, words } = this;
    await desk.open();
    await desk.openTicket(number);
    await pause('desk-ticket');
    await page.locator('.decision-people').getByRole('button').first().click();
    await desk.dialog.waitFor();
    await pause('desk-clause');
    await this.leaves();
    await this.seesDuty();
    for (const act of ['transfer', 'answer', 'extend', 'correct', 'urge']) await this.sees(act);
    await desk.answer('已经谈话，今后准时开窗。');
    await this.sees('feedback');
    await this.sees('close');
    await this.passesOn();
    await desk.show({ shelf: words.tickets.all, whose: words.tickets.everyone }).catch(() => {});
    await desk.open();
    await pause('desk-list');
  }

  /** Looks at the form of an act and leaves it; shows what is missing where something is. */
  async sees(act) {
    await this.desk.begin(this.words.act[act]);
    await this.pause(`desk-${act}`);
    await this.leaves();
  }

  async seesDuty() {
    await this.page.locator('.duty-tick').first().click();
    await this.desk.dialog.waitFor();
    await this.pause('desk-duty');
    await this.leaves();
  }

  /** Passes the ticket on, and looks at it as the one who is to accept it. */
  async passesOn() {
    const { page, desk, words } = this;
    const number = await page.locator('.ticket-number').textContent();
    await desk.begin(words.act.transfer);
    await desk.dialog.getByRole('radio').nth(2).check();
    await desk.dialog.getByLabel(words.act.transfer_reason).fill('由医保科核对');
    await desk.send(words.act.transfer_do);
    await desk.sitDown('ljh');
    await desk.openTicket(number.match(/\S+$/)[0]);
    await this.sees('accept');
    await this.sees('return_it');
  }

  async exchanges() {
    const { exchange, page, pause } = this;
    await exchange.open();
    await pause('exchange');
    const file = await exchange.export();
    await page.getByText(file.name).waitFor();
    await exchange.preview(file);
    await pause('exchange-nothing-new');
    await exchange.button(exchange.words.another).click();
    await exchange.preview({ ...file, buffer: file.buffer.subarray(0, 500) });
    await pause('exchange-cut');
  }

  async readsSystems() {
    const { page, desk, pause, words } = this;
    const { rules } = this;
    await rules.open();
    await pause('systems');
    await rules.find('推诿');
    await pause('systems-found');
    await page.getByLabel(words.system.find, { exact: true }).fill('');
    await desk.button(words.system.choose).first().click();
    await desk.dialog.waitFor();
    await pause('systems-choose');
    await this.leaves();
    await rules.read('E03');
    await pause('system');
    await rules.try('C16');
    await page.getByLabel(words.trial.why_not, { exact: true }).selectOption({ index: 1 });
    await page.locator('.trial-why-not').waitFor();
    await page.locator('.trial-person summary').click();
    await page.locator('.trial-lines summary').first().click();
    await pause('system-try');
    await desk.button(words.trial.flow).click();
    await page.locator('.flow').waitFor();
    await pause('system-flow');
    await rules.cases('A07');
    await pause('system-cases');
    await rules.compare('C07', 'A17');
    await pause('system-compare');
    await this.writesSystem();
    await this.go('#/nowhere');
    await page.getByRole('heading', { name: words.frame.page_missing }).waitFor();
    await pause('missing');
  }

  async writesSystem() {
    const { page, desk, pause, rules, words } = this;
    await rules.begin('A07', 'SQ01');
    await rules.rewrite('version = "1"', 'version = 1');
    await page.locator('.draft-problem').first().waitFor();
    await pause('draft');
    await rules.go('#/systems/drafts');
    await page.locator('.draft-row').first().waitFor();
    await pause('drafts');
    await desk.button(words.draft.delete).click();
    await desk.dialog.waitFor();
    await pause('drafts-delete');
    await this.leaves();
  }

  async setsUp() {
    const { page, desk, pause, words } = this;
    await this.go('#/settings');
    await page.getByRole('heading', { name: words.settings.title }).waitFor();
    await page.locator('.settings-system').first().waitFor();
    await pause('settings');
    await desk.button(words.settings.office_remove).click();
    await desk.dialog.waitFor();
    await pause('settings-remove');
    await this.leaves();
  }

  /** Closes the dialog by Escape. */
  async leaves() {
    await this.page.keyboard.press('Escape');
    await this.desk.dialog.waitFor({ state: 'detached' });
  }
}
