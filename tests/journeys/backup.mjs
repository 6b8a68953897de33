// The page on which a device is backed up, restored and emptied, as a clerk uses it.
import { readFile } from 'node:fs/promises';

import { said } from './words.mjs';

export class Backup {
  /** The page for backups on `page`, read in `language`. */
  constructor(page, language = 'zh-Hans') {
    this.page = page;
    this.words = said(language).backup;
  }

  /** Shows the page. */
  async open() {
    await this.page.evaluate(() => { location.hash = '#/settings/backup'; });
    await this.heading.waitFor();
  }

  get heading() {
    return this.page.getByRole('heading', { level: 1, name: this.words.title });
  }

  /** Writes a backup; answers the file's name and content. */
  async backUp() {
    const downloading = this.page.waitForEvent('download');
    await this.button(this.words.back_up_do).first().click();
    const download = await downloading;
    return { name: download.suggestedFilename(), mimeType: 'application/gzip', buffer: await readFile(await download.path()) };
  }

  /** Chooses a backup and waits until it was read; answers the part of the page that speaks of it. */
  async preview(file) {
    await this.page.locator('input[type=file][accept*=gz]').setInputFiles(file);
    await this.button(this.words.another).or(this.button(this.words.confirm)).first().waitFor();
    return this.page.getByRole('region', { name: this.words.restore, exact: true });
  }

  /** Restores the previewed backup. */
  async confirm() {
    await this.button(this.words.confirm).click();
    await this.page.getByRole('heading', { name: this.words.restored }).waitFor();
  }

  /** Asks to empty the device; answers the code that is to be typed. */
  async beginEmptying() {
    await this.button(this.words.empty_begin).click();
    return (await this.page.locator('.backup-code').textContent()).trim();
  }

  /** Types a word where the device's code is asked for. */
  async type(word) {
    await this.page.getByLabel(this.words.empty_typed, { exact: true }).fill(word);
  }

  button(name) {
    return this.page.getByRole('button', { name, exact: true });
  }
}
