// One person's browser: a profile on disk that survives its browser, and a record of what went wrong in its pages.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { chromium as playwright } from 'playwright-core';

import { Outside } from './outside.mjs';
import { chromium, chromiumFlags } from './settings.mjs';

export class Profile {
  /** The browser's context of playwright; a new one after each start. */
  context = null;
  /** Complaints of pages: errors in the console, exceptions, requests to other hosts. */
  problems = [];
  #folder = null;
  #outside = new Outside();
  #proxy = null;
  #tolerated = [];
  #origins = [];

  /** `options` are playwright's for a persistent context (viewport, locale, colorScheme, permissions …). */
  constructor(options = {}) {
    this.options = options;
  }

  /** Starts the browser, the first time with an empty profile. */
  async start() {
    this.#folder ??= await mkdtemp(path.join(os.tmpdir(), 'shouwen-profile-'));
    this.#proxy ??= await this.#outside.open();
    this.context = await playwright.launchPersistentContext(this.#folder, {
      proxy: this.#proxy,
      executablePath: chromium,
      headless: true,
      args: chromiumFlags,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport: { width: 1280, height: 800 },
      acceptDownloads: true,
      ...this.options,
    });
    this.context.setDefaultTimeout(15_000);
    this.context.on('console', (message) => {
      if (message.type() === 'error') this.#note(`console: ${message.text()} (${message.location().url})`);
    });
    this.context.on('weberror', (error) => this.#note(`exception: ${error.error()}`));
    this.context.on('request', (request) => this.#noteForeign(request.url()));
    return this;
  }

  /** Opens a page and waits until the app stands; requests to any other host are problems from now on. */
  async open(url) {
    this.#origins.push(new URL(url).origin);
    const page = await this.context.newPage();
    await page.goto(url);
    await untilStarted(page);
    return page;
  }

  /** Complaints that belong to the journey, such as refused connections after it stopped the server. */
  tolerate(pattern) {
    this.#tolerated.push(pattern);
  }

  /** Ends the browser as a power cut does, at once and without a word to its pages. */
  async kill() {
    const session = await this.context.browser().newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const { id } = processInfo.find(({ type }) => type === 'browser');
    const closed = new Promise((resolve) => this.context.once('close', resolve));
    process.kill(id, 'SIGKILL');
    await closed;
    this.context = null;
  }

  /** Closes the browser and opens it again with the same profile. */
  async restart() {
    await this.context?.close();
    await this.start();
  }

  /** Closes the browser and removes the profile. */
  async close() {
    await this.context?.close();
    this.context = null;
    this.#outside.close();
    if (this.#folder) await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Fails where any page complained of something that was not tolerated. */
  assertCalm() {
    const called = this.#outside.calls.map((address) => `called outside: ${address}`);
    const left = [...this.problems, ...called].filter((problem) => !this.#tolerated.some((pattern) => pattern.test(problem)));
    assert.deepEqual(left, []);
  }

  #note(problem) {
    this.problems.push(problem);
  }

  #noteForeign(address) {
    const { protocol, origin } = new URL(address);
    if (protocol.startsWith('http') && this.#origins.length > 0 && !this.#origins.includes(origin)) {
      this.#note(`request to another host: ${address}`);
    }
  }
}

/** Waits until start.js has started the app and taken the loading page away. */
export async function untilStarted(page) {
  await page.waitForFunction(() => document.body && !document.getElementById('loading'));
}

/** Waits until the service worker of this page is active and controls it. */
export async function untilOffline(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
  });
}
