// Reads back what Chromium prints: each sheet's size and text. Knows just the PDF that Chromium writes.
import { inflateSync } from 'node:zlib';

/** The sheets in order: width and height in points, the text without blanks, and how many areas are filled with ink. */
export function pagesOf(pdf) {
  const objects = objectsOf(pdf);
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head));
  return pages.map(({ head }) => {
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(head);
    const fonts = new Map(references(head, /\/(F\d+) (\d+) 0 R/g).map(([name, id]) => [name, alphabet(objects, id)]));
    const drawing = objects.get(/\/Contents (\d+) 0 R/.exec(head)[1]).content;
    return { width: Number(width), height: Number(height), text: textOf(drawing, fonts), inked: drawing.split(/\nf\*?\n/).length - 1 };
  });
}

function objectsOf(pdf) {
  const objects = new Map();
  const text = pdf.toString('latin1');
  for (const found of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([^]*?)\nendobj/g)) {
    const [head, stream] = found[2].split(/\bstream\n/, 2);
    const packed = stream && Buffer.from(stream.slice(0, Number(/\/Length (\d+)/.exec(head)[1])), 'latin1');
    const isText = packed && head.includes('/FlateDecode') && !head.includes('/Length1') && !head.includes('/Subtype');
    objects.set(found[1], { head, content: isText ? inflateSync(packed).toString('latin1') : '' });
  }
  return objects;
}

function references(head, pattern) {
  return [...head.matchAll(pattern)].map(([, name, id]) => [name, id]);
}

/** Which letter each of a font's glyphs stands for. */
function alphabet(objects, font) {
  const map = objects.get(/\/ToUnicode (\d+) 0 R/.exec(objects.get(font).head)[1]).content;
  const letters = new Map();
  for (const [, part] of map.matchAll(/beginbfchar\n([^]*?)endbfchar/g)) {
    for (const [, glyph, letter] of part.matchAll(/<(\w+)> <(\w+)>/g)) letters.set(parseInt(glyph, 16), parseInt(letter, 16));
  }
  for (const [, part] of map.matchAll(/beginbfrange\n([^]*?)endbfrange/g)) {
    for (const [, first, last, letter] of part.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      for (let glyph = parseInt(first, 16); glyph <= parseInt(last, 16); glyph += 1) {
        letters.set(glyph, parseInt(letter, 16) + glyph - parseInt(first, 16));
      }
    }
  }
  return letters;
}

function textOf(drawing, fonts) {
  let font = null;
  let text = '';
  for (const [, name, glyphs] of drawing.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj/g)) {
    if (name) font = fonts.get(name);
    else for (const glyph of glyphs.match(/.{4}/g)) text += String.fromCodePoint(font.get(parseInt(glyph, 16)) ?? 0xfffd);
  }
  return text.replace(/\s/g, '');
}
