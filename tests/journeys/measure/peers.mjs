// The peers of ../shared/bench, run in the same invocation where they and npm are there: the same number of tickets, the
// same browser, one after the other.
import { execFileSync } from 'node:child_process';
import { cp, mkdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';

import { cache } from '../settings.mjs';
import { report } from './report.mjs';

const bench = path.resolve(import.meta.dirname, '../../../../shared/bench');

/** Runs the floor and Dexie with so many tickets; their milliseconds by name, or nothing where they cannot run. */
export async function measurePeers(tickets) {
  const reason = await install();
  if (reason) {
    report('peers', { missing: reason });
    return {};
  }
  const order = ['src/run.mjs', `${tickets}`, 'blob,dexie'];
  const lines = execFileSync('node', order, { cwd: folder(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const figures = lines.trim().split('\n').map((line) => JSON.parse(line));
  for (const figure of figures) report('peer', figure);
  return Object.fromEntries(figures.map(({ label, ms }) => [label, ms]));
}

function folder() {
  return path.join(cache, 'peers');
}

/** Copies the peers beside the other tools, since they are not ours to write into. */
async function install() {
  if (!existsSync(bench)) return 'there is no ../shared/bench beside the project';
  try {
    await mkdir(folder(), { recursive: true });
    await cp(bench, folder(), { recursive: true });
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: folder(), stdio: 'ignore' });
    return null;
  } catch (problem) {
    return `npm cannot install the peers: ${String(problem.message).split('\n')[0]}`;
  }
}
