// The disk of a profile, as small as a journey wants it.

/* Room for the app and a few megabytes more. */
const smallBytes = 12 << 20;

export class Disk {
  #profile;
  #origin;
  #session = null;

  /** What the browser of `profile` lets `site` have. */
  constructor(profile, site) {
    this.#profile = profile;
    this.#origin = new URL(site.url).origin;
  }

  /** Makes it small; before the site's first page is opened. */
  async small() {
    this.#session = await this.#profile.context.newCDPSession(this.#profile.context.pages()[0]);
    await this.#session.send('Storage.overrideQuotaForOrigin', { origin: this.#origin, quotaSize: smallBytes });
    return this;
  }

  /** Fills it to the last byte, from a page of the site. */
  async fill(page) {
    await page.evaluate(fill);
  }

  /** Gives it back its size. */
  async large() {
    await this.#session.send('Storage.overrideQuotaForOrigin', { origin: this.#origin });
  }
}

/** Runs in the page: stores what cannot be compressed until not even the smallest piece is taken any more. */
async function fill() {
  const pieces = [1 << 20, 1 << 16, 1 << 12, 1 << 8];
  const opening = indexedDB.open('ballast', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('ballast', { autoIncrement: true });
  await new Promise((resolve) => { opening.onsuccess = resolve; });
  const store = (bytes) => new Promise((resolve) => {
    const transaction = opening.result.transaction('ballast', 'readwrite');
    const random = Array.from({ length: Math.ceil(bytes / 65_536) }, () => crypto.getRandomValues(new Uint8Array(Math.min(bytes, 65_536))));
    transaction.objectStore('ballast').add(random);
    transaction.oncomplete = () => resolve(true);
    transaction.onabort = () => resolve(false);
  });
  for (const bytes of pieces) while (await store(bytes));
  opening.result.close();
}
