// The same site as another version, as an update of the host would bring it.
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { dist } from './settings.mjs';

/** Copies the site under another version's name: its folder, and patterns for the old and the new version's addresses. */
export async function nextVersion() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shouwen-next-'));
  await cp(dist, folder, { recursive: true });
  const old = (await readdir(folder)).find((name) => /^v-[0-9a-f]{12}$/.test(name));
  const next = `v-${old.slice(2).split('').reverse().join('')}`;
  await rename(path.join(folder, old), path.join(folder, next));
  for (const name of ['index.html', 'sw.js']) {
    const file = path.join(folder, name);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replaceAll(old.slice(2), next.slice(2)));
    for (const ending of ['br', 'gz']) await rm(`${file}.${ending}`, { force: true });
  }
  return { folder, old: new RegExp(old), new: new RegExp(next), remove: () => rm(folder, { recursive: true }) };
}
