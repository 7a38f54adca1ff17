import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { divide } from './divide.js';

const paragraph = (n: number, words: number) =>
  `<p id="p-${n}" title="a > b">${`word${n} `.repeat(words)}<br/>${n}</p>`;

interface Shape {
  readonly items: readonly (readonly number[])[];
  readonly isBefore: boolean;
}

function documentOf({ items, isBefore }: Shape): string {
  const aside = `<div class="columns__aside"><nav><ol>${items.map((_, at) => `<li><a href="#item-${at}">Item ${at}</a></li>`).join('')}</ol></nav></div>`;
  let n = 0;
  const section = (lengths: readonly number[], at: number): string =>
    `<section class="part" id="item-${at}"><h2>Item ${at}</h2>` +
    `${lengths.map((words) => paragraph((n += 1), words)).join('')}</section>`;
  const text = `<div class="columns__text">${items.map(section).join('')}</div>`;
  return `<article class="pack"><h1>Pack</h1><div class="columns">${isBefore ? aside + text : text + aside}</div></article>`;
}

const shapes = fc.record({
  items: fc.array(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 40 }), {
    minLength: 1,
    maxLength: 12,
  }),
  isBefore: fc.boolean(),
});
const texts = (html: string) => [...html.matchAll(/<p id="(p-\d+)"/g)].map(([, id]) => id);
const count = (html: string, what: RegExp) => html.match(what)?.length ?? 0;

test('in parts a document says the same, once and in its order, and no part is heavier than a page may be', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const html = documentOf(shape);
      const { parts, partAt, elsewhere } = divide(html);
      // Whatever place an address names, the first part has it, or leads on to it.
      const shown = (id: string) =>
        parts[0]?.includes(`id="${id}"`) === true ||
        elsewhere.some(({ anchor, part }) => anchor === id && part === partAt(id));
      for (const id of texts(html)) assert.ok(shown(id ?? ''), id);
      assert.deepEqual(parts.flatMap(texts), texts(html));
      for (const [at, part] of parts.entries()) {
        assert.ok(part.length <= 90_000, `${part.length}`);
        for (const name of ['article', 'section', 'div', 'nav', 'p'])
          assert.equal(count(part, new RegExp(`<${name}[ >]`, 'g')), count(part, new RegExp(`</${name}>`, 'g')), name);
        // Every anchor stands once in all parts, and each link leads to the part that has it.
        for (const id of texts(part)) assert.equal(partAt(id ?? ''), at + 1);
        for (const [, part_ = '', item = ''] of part.matchAll(/href="(?:\?part=(\d+))?#(item-\d+)"/g))
          assert.ok(parts[(part_ === '' ? at + 1 : Number(part_)) - 1]?.includes(`id="${item}"`), item);
        assert.equal(count(part, /columns__aside/g), 1, 'the contents stand in every part');
      }
      for (const [index] of shape.items.entries())
        assert.equal(parts.filter((part) => part.includes(`id="item-${index}"`)).length, 1);
      if (html.length <= 90_000) assert.deepEqual(parts, [html]);
    }),
    { numRuns: 60 },
  );
});

test('a thousand pages are cut in a moment, and an anchor that is nowhere leads to the beginning', () => {
  const long = documentOf({
    items: Array.from({ length: 200 }, () => Array.from({ length: 40 }, () => 60)),
    isBefore: true,
  });
  const { parts, partAt } = divide(long);
  assert.ok(long.length > 3_000_000 && parts.length > 50);
  assert.equal(partAt('nowhere'), 1);
});
