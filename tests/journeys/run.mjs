// Runs the journeys of this folder one after another, in the order of their files' names, or those whose name contains
// the first argument. `cargo xtask test journeys [NAME]` calls it with the environment of settings.mjs.
import { readdir } from 'node:fs/promises';

const part = process.argv[2] ?? '';
const files = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.journey.mjs') && name.includes(part));
if (files.length === 0) throw new Error(`no journey is called ${part}`);
for (const name of files.sort()) await import(`./${name}`);
