// A visitor's way past every screen of the kiosk, with a pause on each.
import { Kiosk } from './kiosk.mjs';

export class VisitorWalk {
  /** `pause(screen)` is called whenever a screen stands. */
  constructor(page, language, pause) {
    this.page = page;
    this.pause = pause;
    this.kiosk = new Kiosk(page, language);
  }

  /** Walks; answers the number of the matter that was registered on the way. */
  async walk() {
    await this.looksAround();
    await this.needsNoRegistration();
    await this.hasAnotherMatter();
    return this.registers();
  }

  async looksAround() {
    const { page, kiosk, pause } = this;
    await kiosk.start();
    await page.locator('.tile').first().waitFor();
    await pause('kiosk-start');
    await page.getByRole('button', { name: /./ }).and(page.locator('.tile')).first().click();
    await kiosk.button(kiosk.words.kiosk.all_departments).waitFor();
    await pause('kiosk-department');
    await kiosk.search('qqqq');
    await page.locator('.empty').waitFor();
    await pause('kiosk-nothing-found');
    await kiosk.search('sbk');
    await this.tile('ssc-reissue').waitFor();
    await pause('kiosk-found');
  }

  async needsNoRegistration() {
    const { page, kiosk, pause } = this;
    await this.tile('ssc-reissue').click();
    await kiosk.button(kiosk.words.kiosk.register).waitFor();
    await pause('kiosk-matter');
    await page.getByRole('link', { name: kiosk.words.kiosk.solved }).click();
    await kiosk.heading(kiosk.words.kiosk.solved_title).waitFor();
    await pause('kiosk-solved');
    await kiosk.button(kiosk.words.kiosk.solved_done).click();
  }

  async hasAnotherMatter() {
    const { page, kiosk, pause } = this;
    await page.getByRole('link', { name: kiosk.words.kiosk.other }).click();
    await kiosk.heading(kiosk.words.kiosk.other_title).waitFor();
    await kiosk.next();
    await page.getByText(kiosk.words.kiosk.other_kind_missing).waitFor();
    await pause('kiosk-other-missing');
    await kiosk.start();
  }

  async registers() {
    const { page, kiosk, pause } = this;
    await kiosk.search('fwts');
    await this.tile('service-complaint').or(page.locator('.tile')).first().waitFor();
    await kiosk.search('tousu');
    await this.tile('service-complaint').click();
    await kiosk.begin();
    await pause('kiosk-details');
    await kiosk.tell('窗口上班时间没有人');
    await kiosk.next();
    await page.getByText(kiosk.words.register.name_missing).waitFor();
    await pause('kiosk-who-missing');
    await kiosk.introduce({ name: '欧阳明月', phone: '13912345678' });
    await pause('kiosk-review');
    await kiosk.submit.click();
    const number = await kiosk.number();
    await pause('kiosk-number');
    await kiosk.finish();
    const progress = await kiosk.lookUp(number, '5678');
    await progress.getByRole('heading').first().waitFor();
    await pause('kiosk-progress');
    await kiosk.lookUp('nothing', '0000');
    await page.locator('.notice', { hasText: kiosk.words.progress.not_found_title }).waitFor();
    await pause('kiosk-progress-missing');
    return number;
  }

  tile(matter) {
    return this.page.locator(`a[href="#/kiosk/matter/${matter}"]`);
  }
}
