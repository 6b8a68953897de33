// Bundles of invented tickets, from the command line program.
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { program } from './settings.mjs';

/** A bundle of so many tickets, as a file to choose; the same seed makes the same one. */
export async function sample(tickets, seed) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shouwen-sample-'));
  const file = path.join(folder, 'sample.jsonl.gz');
  execFileSync(program, ['sample', '--tickets', `${tickets}`, '--seed', `${seed}`, file], { stdio: ['ignore', 'ignore', 'inherit'] });
  const buffer = await readFile(file);
  await rm(folder, { recursive: true });
  return { name: path.basename(file), mimeType: 'application/gzip', buffer };
}
