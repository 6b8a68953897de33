// A real Chromium 90, as old public desktops still run it: from the package chrome-aws-lambda, unpacked once into the cache.
// It is driven by a puppeteer of its own time and knows less than the other journeys' browser.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

import { cache } from './settings.mjs';

const require = createRequire(import.meta.url);
const flags = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=zh-CN'];

/** Why this machine cannot run it, or nothing. */
export function reasonAgainstChromium90() {
  if (os.platform() !== 'linux' || os.arch() !== 'x64') return 'it exists for Linux on x86-64 only';
  try {
    require.resolve('chrome-aws-lambda/package.json');
    require.resolve('puppeteer-core/package.json');
  } catch (problem) {
    return `its package could not be had (${problem.code})`;
  }
  return null;
}

/** Starts it with an empty profile; answers puppeteer's browser and how to end it. */
export async function startChromium90() {
  const folder = await unpacked();
  const profile = await mkdtemp(path.join(os.tmpdir(), 'shouwen-chromium90-'));
  const browser = await require('puppeteer-core').launch({
    executablePath: path.join(folder, 'chromium'),
    headless: true,
    args: flags,
    userDataDir: profile,
    defaultViewport: { width: 1280, height: 800 },
    env: { ...process.env, LD_LIBRARY_PATH: folder },
  });
  const end = async () => {
    /* In one process it does not always close when asked. */
    const ended = once(browser.process(), 'exit');
    browser.process().kill('SIGKILL');
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { browser, end };
}

async function unpacked() {
  const folder = path.join(cache, 'chromium-90');
  if (existsSync(folder)) return folder;
  const packed = path.join(path.dirname(require.resolve('chrome-aws-lambda/package.json')), 'bin');
  const partial = `${folder}.partial-${process.pid}`;
  await mkdir(partial, { recursive: true });
  const unpack = async (name) => brotliDecompressSync(await readFile(path.join(packed, name)));
  await writeFile(path.join(partial, 'chromium'), await unpack('chromium.br'));
  await chmod(path.join(partial, 'chromium'), 0o755);
  const swiftshader = path.join(partial, 'swiftshader');
  await mkdir(swiftshader);
  execFileSync('tar', ['-x', '-C', swiftshader], { input: await unpack('swiftshader.tar.br') });
  await rename(partial, folder);
  return folder;
}
