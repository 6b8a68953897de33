// Files out and in, as a clerk moves them; and bundles taken apart with common tools, as docs/bundle.md promises.
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';

import { said } from './words.mjs';

export class Exchange {
  /** The exchange on `page`, read in `language`. */
  constructor(page, language = 'zh-Hans') {
    this.page = page;
    this.words = said(language).exchange;
  }

  /** Shows the page for files. */
  async open() {
    await this.page.evaluate(() => { location.hash = '#/exchange'; });
    await this.page.getByRole('heading', { level: 1, name: this.words.title }).waitFor();
  }

  /** Exports everything; answers the file's name and content. */
  async export() {
    await this.open();
    const downloading = this.page.waitForEvent('download');
    await this.button(this.words.export_do).click();
    const download = await downloading;
    return { name: download.suggestedFilename(), mimeType: 'application/gzip', buffer: await readFile(await download.path()) };
  }

  /** Chooses a file and waits until it was read; answers the part of the page that speaks of it. */
  async preview(file) {
    await this.page.locator('input[type=file][accept*=gz]').setInputFiles(file);
    await this.button(this.words.another).or(this.button(this.words.cancel)).first().waitFor();
    return this.page.getByRole('region', { name: this.words.import, exact: true });
  }

  /** Takes the previewed file in. */
  async confirm() {
    await this.button(this.words.confirm).click();
    await this.page.getByRole('heading', { name: this.words.imported }).waitFor();
  }

  button(name) {
    return this.page.getByRole('button', { name, exact: true });
  }
}

/** The lines of a bundle: a manifest, perhaps an office, events, a seal. */
export function linesOf(bundle) {
  return gunzipSync(bundle).toString('utf8').split('\n').filter((line) => line !== '');
}

/** The events of a bundle, as their lines, in an order that does not depend on the file's. */
export function eventsOf(bundle) {
  return linesOf(bundle).filter((line) => line.startsWith('{"device":')).sort();
}
