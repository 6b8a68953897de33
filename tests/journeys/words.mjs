// The app's own words, read from its tables (src/app/words), so that a journey names a button as the person reads it and
// a changed wording changes no journey. A row that does not exist is an error, never an empty name.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../src/app/words');
const quoted = '"((?:[^"\\\\]|\\\\.)*)"';
const tablePattern = /^\s*(?:pub\(crate\) struct )?(\w+)Words \{$/;
const rowPattern = new RegExp(`^\\s*(?:=> )?(\\w+)(?:\\([^)]*\\))?: ${quoted}, ${quoted}, ${quoted};$`);

export const languages = ['zh-Hans', 'zh-Hant', 'en'];

const tables = read();

/** The tables in one language: `said('en').kiosk.search_label`. */
export function said(language = 'zh-Hans') {
  const place = languages.indexOf(language);
  if (place < 0) throw new Error(`no language ${language}`);
  return known('table', tables, (table) => known('message', table, (row) => row[place]));
}

/** Fills the holes of a message from left to right. */
export function filled(message, ...values) {
  return values.reduce((text, value) => text.replace(/\{\w*\}/, () => value), message);
}

/** What a message looks like once its holes are filled, whatever with; the holes are groups. */
export function shaped(message) {
  const parts = message.split(/\{\w*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('(.+)')}$`);
}

function known(what, entries, show) {
  return new Proxy({}, {
    get(_, name) {
      if (!Object.hasOwn(entries, name)) throw new Error(`the app has no ${what} called ${String(name)}`);
      return show(entries[name]);
    },
  });
}

function read() {
  const found = {};
  for (const name of readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.rs'))) {
    let table = null;
    for (const line of readFileSync(path.join(folder, name), 'utf8').split('\n')) {
      const head = tablePattern.exec(line);
      if (head) table = found[head[1][0].toLowerCase() + head[1].slice(1)] ??= {};
      const row = table && rowPattern.exec(line);
      if (row) table[row[1]] = row.slice(2).map((text) => text.replace(/\\(.)/g, '$1'));
    }
  }
  return found;
}
