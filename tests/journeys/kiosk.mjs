// The visitor's screens, as a visitor uses them.
import { said } from './words.mjs';

export class Kiosk {
  /** The kiosk on `page`, read in `language`. */
  constructor(page, language = 'zh-Hans') {
    this.page = page;
    this.words = said(language);
  }

  /** The button or link with this name. */
  button(name, options = { exact: true }) {
    return this.page.getByRole('button', { name, ...options });
  }

  /** The page's one heading. */
  heading(name) {
    return this.page.getByRole('heading', { level: 1, name });
  }

  /** Shows the first screen with what it offers, wherever the page is. */
  async start() {
    await this.page.evaluate(() => { location.hash = '#/kiosk'; });
    await this.heading(this.words.kiosk.title).waitFor();
    await this.page.locator('.tile').first().waitFor();
  }

  /** Looks for a matter. */
  async search(typed) {
    await this.page.getByLabel(this.words.kiosk.search_label).fill(typed);
  }

  /** Looks for a matter and opens it. */
  async find(typed, name) {
    await this.search(typed);
    await this.page.getByRole('link', { name }).click();
    await this.heading(name).waitFor();
  }

  /** From a matter to the first step of registering it. */
  async begin() {
    await this.button(this.words.kiosk.register).click();
    await this.heading(this.words.register.details_title).waitFor();
  }

  /** The first step: what happened. */
  async tell(details = '') {
    await this.page.getByLabel(this.words.register.details_label).fill(details);
    await this.next();
    await this.heading(this.words.register.who_title).waitFor();
  }

  /** The second step: name and telephone. */
  async introduce({ name, phone = '' }) {
    await this.page.getByRole('textbox', { name: this.words.register.name_label }).fill(name);
    await this.page.getByRole('textbox', { name: this.words.register.phone_label }).fill(phone);
    await this.review();
  }

  /** The second step, where the matter allows it: neither name nor telephone. */
  async stayAnonymous() {
    await this.page.getByRole('radio', { name: this.words.register.anonymous }).check();
    await this.review();
  }

  /** From the second step to the third. */
  async review() {
    await this.next();
    await this.heading(this.words.register.review_title).waitFor();
  }

  /** The button that leads to the next step. */
  async next() {
    await this.button(this.words.register.next).click();
  }

  /** The button of the last step. */
  get submit() {
    return this.button(this.words.register.submit);
  }

  /** Waits for the number, which means that the matter is stored. */
  async number() {
    await this.heading(this.words.register.done_title).waitFor();
    return (await this.page.locator('main .number').textContent()).trim();
  }

  /** Who owns the matter that was registered just now; the roster decides, so it changes with the hour. */
  async owner() {
    return this.page.locator('.fact', { hasText: this.words.register.owner }).locator('.fact-value').textContent();
  }

  /** Registers a matter of the list from the first screen; answers its number. */
  async register({ typed, matter, details, name, phone }) {
    await this.prepare({ typed, matter, details, name, phone });
    await this.submit.click();
    return this.number();
  }

  /** Everything before the last button. */
  async prepare({ typed, matter, details, name, phone }) {
    await this.find(typed, matter);
    await this.begin();
    await this.tell(details);
    await this.introduce({ name, phone });
  }

  /** From the number back to the first screen. */
  async finish() {
    await this.button(this.words.register.finish).click();
    await this.heading(this.words.kiosk.title).waitFor();
  }

  /** Looks a matter up; answers the page's main part. */
  async lookUp(number, ending = '') {
    await this.page.evaluate(() => { location.hash = '#/kiosk/progress'; });
    await this.heading(this.words.progress.title).waitFor();
    await this.page.getByLabel(this.words.progress.number_label).fill(number);
    await this.page.getByLabel(this.words.progress.ending_label).fill(ending);
    await this.button(this.words.progress.look).click();
    return this.page.locator('main');
  }
}
