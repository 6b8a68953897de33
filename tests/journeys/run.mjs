// Runs the journeys of this folder, or those whose file name contains the first argument. Files run side by side, two at
// most, as a journey mostly waits for its pages; the journeys of one file follow one another. The longest file goes first, so
// that no long one is left for the end. `cargo xtask test journeys [NAME]` calls it with the environment of settings.mjs.
import { readdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

const sideBySideMax = 2;
const longest = 'screens.journey.mjs';

const part = process.argv[2] ?? '';
const names = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.journey.mjs') && name.includes(part));
if (names.length === 0) throw new Error(`no journey is called ${part}`);
names.sort((a, b) => (b === longest) - (a === longest) || a.localeCompare(b));
const files = names.map((name) => path.join(import.meta.dirname, name));
const journeys = run({ files, concurrency: Math.min(sideBySideMax, os.availableParallelism()) });
journeys.on('test:fail', () => { process.exitCode = 1; });
journeys.compose(new spec()).pipe(process.stdout);
