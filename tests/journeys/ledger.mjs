// What truly lies in a profile's database, read past the app, and whether it is whole.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

/** Every commit that is stored, oldest first: its number and its event lines. Only after the app has opened the database. */
export async function commits(page) {
  return (await stored(page)).commits;
}

/** Every event line that is stored, in commits or packed, once, in an order that does not depend on when it came. */
export async function events(page) {
  const { commits: found, packed } = await stored(page);
  return [...new Set([...found.flatMap(({ lines }) => lines), ...packed])].sort();
}

/** Commits, and the lines of all segments that are in use, unpacked past the app. */
async function stored(page) {
  const { numbers, texts, segments } = await page.evaluate(async () => {
    const done = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const opening = indexedDB.open('shouwen');
    opening.onupgradeneeded = () => opening.transaction.abort();
    const database = await done(opening);
    const transaction = database.transaction(['events', 'meta', 'segments']);
    const [events, meta, segments] = ['events', 'meta', 'segments'].map((name) => transaction.objectStore(name));
    const [numbers, texts, header] = await Promise.all([done(events.getAllKeys()), done(events.getAll()), done(meta.get('packed'))]);
    const keys = header ? JSON.parse(header).segments : [];
    const packed = await Promise.all(keys.map((key) => done(segments.get(key))));
    database.close();
    const isGzip = ([first, second]) => first === 0x1f && second === 0x8b;
    const unpacked = packed.map((bytes) => {
      const stream = new Blob([bytes]).stream();
      return new Response(isGzip(bytes) ? stream.pipeThrough(new DecompressionStream('gzip')) : stream).text();
    });
    return { numbers, texts, segments: await Promise.all(unpacked) };
  });
  const found = numbers.map((number, place) => ({ number, lines: linesOf(texts[place]) }));
  return { commits: found, packed: segments.flatMap(linesOf) };
}

function linesOf(text) {
  return text.split('\n').filter((line) => line !== '');
}

/** The numbers of all registrations in the database; fails where any of them is half stored or a device's chain forks. */
export async function assertWhole(page) {
  const { commits: found, packed } = await stored(page);
  found.forEach(({ number }, place) => assert.equal(number, place + 1, 'commits are numbered without a gap'));
  assertChains([...new Set([...found.flatMap(({ lines }) => lines), ...packed])]);
  const numbers = new Set();
  for (const lines of [...found.map(({ lines }) => lines), packed]) {
    const facts = lines.map((line) => JSON.parse(line).fact);
    const registered = facts.filter((fact) => fact.registered);
    const decided = facts.filter((fact) => fact.owner_named);
    assert.equal(registered.length, decided.length, 'a registration is stored together with its decision');
    for (const fact of registered) numbers.add(fact.registered.number);
  }
  return [...numbers];
}

/** Each device's events stand one behind the other, each naming the one before it by its digest. */
function assertChains(lines) {
  const written = lines.map((line) => ({ line, ...JSON.parse(line) })).sort((a, b) => a.seq - b.seq);
  for (const device of new Set(written.map((event) => event.device))) {
    const chain = written.filter((event) => event.device === device);
    chain.forEach(({ seq, prev }, place) => {
      assert.equal(seq, place + 1, `the chain of ${device} has neither gap nor fork`);
      assert.equal(prev, place === 0 ? undefined : nameOf(chain[place - 1].line), `event ${seq} of ${device} follows the one before it`);
    });
  }
}

function nameOf(line) {
  return createHash('sha256').update(line).digest('hex').slice(0, 32);
}
