// Where the journeys find the site, the server and the browsers. `cargo xtask test` sets these; by hand the usual places
// of a repository that has been built are taken.
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const target = path.resolve(root, process.env.CARGO_TARGET_DIR ?? 'target');

export const dist = process.env.SHOUWEN_DIST ?? path.join(root, 'dist');
/* The command line program as the host tests build it. */
export const program = process.env.SHOUWEN_PROGRAM ?? path.join(target, 'debug/shouwen');
export const xtask = process.env.SHOUWEN_XTASK ?? path.join(target, 'debug/xtask');
export const screens = process.env.SHOUWEN_SCREENS ?? path.join(target, 'screens');
export const cache = process.env.SHOUWEN_CACHE
  ?? path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'shouwen');
export const chromium = process.env.SHOUWEN_CHROMIUM
  ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((candidate) => existsSync(candidate));

const isRoot = process.getuid?.() === 0;
export const chromiumFlags = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];
