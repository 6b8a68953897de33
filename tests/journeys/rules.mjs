// The rules' screens, as someone who looks after an institution's system uses them.
import { said } from './words.mjs';

export class Rules {
  /** The rules' wing on `page`, read in `language`. */
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

  async go(address) {
    await this.page.evaluate((hash) => { location.hash = hash; }, address);
  }

  /** Shows all systems. */
  async open() {
    await this.go('#/systems');
    await this.page.locator('.system-card').first().waitFor();
  }

  /** Looks for words in all systems. */
  async find(words) {
    await this.page.getByLabel(this.words.system.find, { exact: true }).fill(words);
    await this.page.locator('.system-found').first().waitFor();
  }

  /** Reads a system. */
  async read(id) {
    await this.go(`#/systems/${id}`);
    await this.page.locator('.clause').first().waitFor();
  }

  /** Puts two systems side by side. */
  async compare(one, other) {
    await this.go(`#/systems/${one}/compare`);
    const picker = this.page.getByLabel(this.words.system.compare_with);
    await picker.waitFor();
    await picker.locator(`option[value="${other}"]`).waitFor({ state: 'attached' });
    await picker.selectOption(other);
    await this.page.locator('.compare-row').first().waitFor();
  }

  /** Tries a system. */
  async try(address) {
    await this.go(`#/systems/${address}/try`);
    await this.page.locator('.trial-line').first().waitFor();
  }

  /** The line of the decision that says this. */
  line(name) {
    return this.page.locator('.trial-lines .trial-line', { hasText: name });
  }

  /** Runs the cases of a system. */
  async cases(id) {
    await this.go(`#/systems/${id}/cases`);
    await this.page.locator('.case').first().waitFor();
  }

  /** Begins a text of one's own from a system. */
  async begin(from, id) {
    await this.go('#/systems/drafts');
    const picker = this.page.getByLabel(this.words.draft.begin_from);
    await picker.locator(`option[value="${from}"]`).waitFor({ state: 'attached' });
    await picker.selectOption(from);
    await this.page.getByLabel(this.words.draft.new_id).fill(id);
    await this.button(this.words.draft.begin).click();
    await this.text.waitFor();
    await this.page.getByText(this.words.draft.sound).waitFor();
  }

  /** The field with the text. */
  get text() {
    return this.page.getByLabel(this.words.draft.text, { exact: true });
  }

  /** Replaces words of the text. */
  async rewrite(words, others) {
    const text = await this.text.inputValue();
    if (!text.includes(words)) throw new Error(`the text does not say ${words}`);
    await this.text.fill(text.replace(words, others));
  }
}
