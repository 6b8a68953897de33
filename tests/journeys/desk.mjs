// The clerk's screens, as a clerk uses them.
import { said, shaped } from './words.mjs';

export class Desk {
  /** The desk on `page`, read in `language`. */
  constructor(page, language = 'zh-Hans') {
    this.page = page;
    this.words = said(language);
  }

  /** The button with this name. */
  button(name) {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** The dialog that stands. */
  get dialog() {
    return this.page.locator('dialog[open]');
  }

  /** Shows the desk, wherever the page is. */
  async open() {
    await this.page.evaluate(() => { location.hash = '#/desk'; });
  }

  /** Says who one is, by what finds that person alone; the first time and when somebody else sits down. */
  async sitDown(typed) {
    await this.open();
    const badge = this.page.locator('header').getByRole('button', { name: this.words.who.change });
    const title = this.page.getByRole('heading', { level: 1, name: this.words.who.title });
    await badge.or(title).first().waitFor();
    if (!(await title.isVisible())) await badge.click();
    await this.page.getByLabel(this.words.who.search).fill(typed);
    await this.page.waitForFunction(() => document.querySelectorAll('.who-card').length === 1);
    await this.page.locator('.who-card').click();
    await this.page.getByRole('heading', { name: this.words.tickets.title }).waitFor();
  }

  /** Puts the list on a shelf, and tells whose tickets it shows. */
  async show({ shelf, whose }) {
    const { tickets } = this.words;
    await this.page.getByRole('group', { name: tickets.shelves }).getByRole('button', { name: shelf }).click();
    await this.page.getByRole('group', { name: tickets.whose }).getByRole('button', { name: whose, exact: true }).click();
  }

  /** The rows of the list. */
  get rows() {
    return this.page.locator('[data-ticket]');
  }

  /** The numbers in the list, from top to bottom. */
  async numbers() {
    return this.page.locator('[data-ticket] .ticket-row-number').allTextContents();
  }

  /** Opens the ticket with this number from the list of everything. */
  async openTicket(number) {
    await this.show({ shelf: this.words.tickets.all, whose: this.words.tickets.everyone });
    await this.rows.filter({ hasText: number }).click();
    await this.page.locator('.ticket-number', { hasText: number }).waitFor();
  }

  /** Ticks every duty that may be ticked here, one after the other; answers their names. */
  async tickAll() {
    const ticks = this.page.getByRole('button', { name: shaped(this.words.ticket.tick) });
    const names = [];
    for (let left = await ticks.count(); left > 0; left = await ticks.count()) {
      const label = await ticks.first().getAttribute('aria-label');
      names.push(shaped(this.words.ticket.tick).exec(label)[1]);
      await this.page.getByRole('button', { name: label, exact: true }).click();
      if (await this.#asksFirst(label)) await this.dialog.getByRole('button', { name: this.words.act.duty_do, exact: true }).click();
      await this.page.getByRole('button', { name: label, exact: true }).waitFor({ state: 'detached' });
    }
    return names;
  }

  /** Whether the tick opened a dialog rather than vanishing. */
  async #asksFirst(label) {
    const tick = this.page.getByRole('button', { name: label, exact: true, includeHidden: true });
    await Promise.race([this.dialog.waitFor(), tick.waitFor({ state: 'detached' })]);
    return this.dialog.isVisible();
  }

  /** The acts that are offered now. */
  get offers() {
    return this.page.getByRole('group', { name: this.words.ticket.offers });
  }

  /** Opens the form of an act. */
  async begin(act) {
    const button = this.offers.getByRole('button', { name: act, exact: true });
    const more = this.offers.getByRole('button', { name: this.words.ticket.more_offers, exact: true });
    await button.or(more).first().waitFor();
    if (!(await button.isVisible())) await more.click();
    await button.click();
    await this.dialog.waitFor();
  }

  /** Sends the form, and waits until the act is stored. */
  async send(label) {
    await this.dialog.getByRole('button', { name: label, exact: true }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  /** Passes the ticket on to a department. */
  async transfer({ department, reason }) {
    const { act } = this.words;
    await this.begin(act.transfer);
    await this.dialog.getByRole('radio', { name: department }).check();
    await this.dialog.getByLabel(act.transfer_reason).fill(reason);
    await this.send(act.transfer_do);
  }

  /** Accepts what was passed on. */
  async accept() {
    await this.begin(this.words.act.accept);
    await this.send(this.words.act.accept);
  }

  /** Answers the visitor. */
  async answer(text) {
    await this.begin(this.words.act.answer);
    await this.dialog.getByLabel(this.words.act.answer_text).fill(text);
    await this.send(this.words.act.answer_do);
  }

  /** Notes what the visitor thinks of it. */
  async feedBack(text) {
    const { act } = this.words;
    await this.begin(act.feedback);
    await this.dialog.getByRole('radio', { name: act.feedback_satisfied, exact: true }).check();
    await this.dialog.getByLabel(act.feedback_text).fill(text);
    await this.send(act.feedback_do);
  }

  /** Closes the ticket in the first way that is offered. */
  async close(note) {
    const { act } = this.words;
    await this.begin(act.close);
    await this.dialog.getByRole('radio').first().check();
    await this.dialog.getByLabel(act.note).fill(note);
    await this.send(act.close_do);
  }

  /** The ticket's history as its reader sees it, newest first. */
  async history() {
    return this.page.locator('.history-line').allTextContents();
  }
}
