// Whatever file somebody picks: the words name the place and the mend, and nothing here has changed.
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';

import { Exchange, linesOf } from './exchange.mjs';
import { Kiosk } from './kiosk.mjs';
import { commits } from './ledger.mjs';
import { said } from './words.mjs';
import { journey } from './world.mjs';

const swollenBytes = 64 << 20;

journey('a bad bundle is refused in words that name the place and the mend', async (world) => {
  const site = await world.serve();
  const visitor = await world.profile();
  const page = await visitor.open(`${site.url}?office=example#/kiosk`);
  const kiosk = new Kiosk(page);
  await kiosk.start();
  await kiosk.register({ typed: 'yjjy', matter: '意见建议', details: '原来的话', name: '小郑', phone: '' });
  const exchange = new Exchange(page);
  const file = await exchange.export();
  const before = await everything(page);
  for (const { name, buffer, place, what, mend } of badBundles(file.buffer)) {
    const shown = await exchange.preview({ ...file, name: `${name}.jsonl.gz`, buffer });
    const problem = shown.getByRole('listitem').filter({ hasText: what }).first();
    await problem.waitFor().catch(async (missed) => {
      throw new Error(`${name}: ${await shown.textContent()}`, { cause: missed });
    });
    for (const part of [place, mend]) assert.ok((await problem.textContent()).includes(part), `${name}: ${part} in ${await problem.textContent()}`);
    assert.equal(await exchange.button(exchange.words.confirm).count(), 0, `${name} cannot be taken in`);
    await exchange.button(exchange.words.another).click();
  }
  await world.look(page, 'bad-bundle');
  assert.deepEqual(await everything(page), before);
});

journey('a bad office file is refused in words, and the office stays', async (world) => {
  const site = await world.serve();
  const visitor = await world.profile();
  const page = await visitor.open(`${site.url}?office=example#/settings`);
  const { settings } = said();
  await page.getByRole('button', { name: settings.office_replace }).waitFor();
  const office = await page.locator('.frame-name').textContent();
  const example = await page.evaluate(() => fetch(`${document.documentElement.dataset.files}office/example.json`).then((reply) => reply.text()));
  for (const { name, text, words } of badOffices(example)) {
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    await page.getByRole('alert').filter({ hasText: words }).waitFor();
    assert.equal(await page.locator('.frame-name').textContent(), office);
  }
});

/** Files that are not what they should be, with the words that tell so. */
function badBundles(good) {
  const lines = linesOf(good);
  const packed = (...changed) => gzipSync(`${changed.join('\n')}\n`);
  const replaced = (from, to) => packed(...lines.map((line) => line.replace(from, to)));
  const blown = lines.find((line) => line.startsWith('{"device":')).padEnd(30_000);
  const swollen = Buffer.concat([Buffer.from(`${lines[0]}\n`), Buffer.alloc(swollenBytes, `${blown}\n`)]);
  const whole = '整个文件';
  return [
    { name: 'cut in the middle', buffer: good.subarray(0, good.length / 2), place: '第 2 行', what: '不完整', mend: '重新拷一份' },
    { name: 'without its seal', buffer: packed(...lines.slice(0, -1)), place: `第 ${lines.length} 行`, what: '不完整', mend: '重新拷一份' },
    { name: 'with a damaged byte', buffer: damaged(good), place: '第 2 行', what: '损坏', mend: '重新拷一份' },
    { name: 'with other words', buffer: replaced('原来的话', '后来的话'), place: whole, what: '改动过', mend: '重新拷一份' },
    { name: 'of a newer app', buffer: replaced('"version":2', '"version":3'), place: '第 1 行', what: '更新版本', mend: '更新' },
    { name: 'with a line that is no record', buffer: packed(lines[0], 'nonsense', ...lines.slice(1)), place: '第 2 行', what: '不是一条记录', mend: '重新导出' },
    { name: 'nested without end', buffer: packed(lines[0], '['.repeat(1000), ...lines.slice(1)), place: '第 2 行', what: '层次', mend: '不要使用' },
    { name: 'of something else', buffer: gzipSync('name,phone\n'), place: '第 1 行', what: '不是首问导出的文件', mend: '.jsonl.gz' },
    { name: 'a photograph', buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), place: whole, what: '不是首问导出的文件', mend: '.jsonl.gz' },
    { name: 'nothing', buffer: Buffer.alloc(0), place: whole, what: '不是首问导出的文件', mend: '.jsonl.gz' },
    { name: 'a gzip bomb', buffer: gzipSync(swollen, { level: 9 }), place: '', what: '膨胀', mend: '不要使用' },
  ];
}

function damaged(good) {
  const changed = Buffer.from(good);
  changed[Math.floor(good.length / 2)] ^= 0xff;
  return changed;
}

/** Office files that are not, with the words that tell so. */
function badOffices(example) {
  const withoutHead = example.replace('"head":"s04"', '"head":"nobody"');
  assert.notEqual(withoutHead, example);
  return [
    { name: 'nonsense.json', text: 'nonsense', words: '这个文件不能用' },
    { name: 'other.json', text: '{"name":"other"}', words: '这个文件不能用' },
    { name: 'newer.json', text: example.replace('"format_version":1', '"format_version":9'), words: '这个文件不能用' },
    { name: 'head.json', text: withoutHead, words: 'nobody' },
  ];
}

/** All that this device keeps. */
async function everything(page) {
  const drawers = await page.evaluate(() => JSON.stringify(localStorage));
  return { commits: await commits(page), drawers };
}
