import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { html, walk } from '#test/views.js';
import type { ImportSheet } from '../../lookups.js';
import { readPack } from '#rooms/decided/pack-reading/index.js';
import { answerKind, corrected } from '../../rules.js';
import type { Settlement } from '../../words.js';
import { Check, type CheckProps } from './check.view.js';
import { refusedAnswer, refusedPublication, valueId } from './refusal.js';

const seeds = resolve(fileURLToPath(import.meta.url), '..', '..', '..', '..', '..', '..', '..', '..', 'seeds');

async function sheetOf(
  settlements: readonly Settlement[] = [],
  change: (text: string) => string = (text) => text,
): Promise<ImportSheet> {
  const text = change(readFileSync(join(seeds, 'cyp-board-2024-03-12.md'), 'utf8'));
  const read = await readPack(new TextEncoder().encode(text), 'pack.md');
  assert.ok(read.ok);
  const reading = read.value;
  const open = reading.doubts.filter((doubt) => !settlements.some(({ subject }) => subject === doubt.id)).length;
  return {
    id: '00000000-0000-7000-8000-000000000001',
    name: 'pack.md',
    state: 'to check',
    importedAt: new Date(0),
    lines: text.split('\n'),
    reading,
    corrected: corrected(reading, settlements),
    settlements,
    particulars: null,
    open,
  };
}

function elements(sheet: ImportSheet, refusal: CheckProps['refusal'] = null): readonly Tree.Element[] {
  return [...walk(parse(html(<Check sheet={sheet} earlier={null} refusal={refusal} done={null} />)))];
}

function attribute(element: Tree.Element | undefined, name: string): string | undefined {
  return element?.attrs.find((one) => one.name === name)?.value;
}

function byId(all: readonly Tree.Element[], id: string): Tree.Element | undefined {
  return all.find((element) => attribute(element, 'id') === id);
}

function textOf(element: Tree.Element | undefined): string {
  return (element?.childNodes ?? [])
    .map((node) => ('value' in node ? node.value : 'tagName' in node ? textOf(node) : ''))
    .join('');
}

test('every control of a doubt says which doubt it is about', async () => {
  const sheet = await sheetOf();
  const all = elements(sheet);
  for (const doubt of sheet.reading.doubts) {
    const article = byId(all, doubt.id);
    assert.ok(article);
    const buttons = [...walk(article)].filter(({ tagName }) => tagName === 'button');
    assert.deepEqual(buttons.map(textOf), [
      ...(answerKind(doubt, sheet.reading) === 'none' ? [] : ['Save my correction']),
      'Leave as printed',
      'Ignore',
    ]);
    const controls = [
      ...buttons,
      ...[...walk(article)].filter((element) => attribute(element, 'name') === 'value' && element.tagName !== 'button'),
    ];
    for (const control of controls)
      assert.ok(attribute(control, 'aria-describedby')?.split(' ').includes(`${doubt.id}-message`));
    assert.equal(textOf(byId(all, `${doubt.id}-message`)), doubt.message);
  }
});

test('an answer is said in the words of its button', async () => {
  const { reading } = await sheetOf();
  const owner = reading.doubts.find(({ kind, weight }) => kind === 'action without owner' && weight === 'missing');
  const [first, second] = reading.doubts.filter((doubt) => doubt !== owner);
  assert.ok(first && second && owner);
  const all = elements(
    await sheetOf([
      { subject: first.id, outcome: 'accepted', correction: null },
      { subject: second.id, outcome: 'set aside', correction: null },
      { subject: owner.id, outcome: 'corrected', correction: { value: 'Megan Edwards' } },
    ]),
  );
  assert.match(textOf(byId(all, first.id)), /Left as printed/);
  assert.match(textOf(byId(all, second.id)), /Ignored/);
  assert.match(textOf(byId(all, owner.id)), /Corrected: Megan Edwards/);
  assert.match(textOf(byId(all, owner.id)), /Answer again/);
});

/** The one link of the summary, and the field it leads to. */
function refusedFieldOf(all: readonly Tree.Element[]): Tree.Element {
  const summary = all.find((element) => attribute(element, 'class')?.includes('govuk-error-summary') === true);
  assert.ok(summary);
  assert.deepEqual([attribute(summary, 'tabindex'), attribute(summary, 'autofocus')], ['-1', '']);
  const links = [...walk(summary)].filter(({ tagName }) => tagName === 'a');
  assert.equal(links.length, 1);
  const field = byId(all, attribute(links[0], 'href')?.slice(1) ?? '');
  assert.ok(field, 'the link leads to something on the page');
  return field;
}

test('a refused answer: the summary leads to the field, which is marked and described by its message', async () => {
  const sheet = await sheetOf();
  for (const [kind, problem] of [
    ['action without owner', 'text missing'],
    ['action without date', 'date wrong'],
    ['seat without attendance', 'choice missing'],
  ] as const) {
    const doubt = sheet.reading.doubts.find((one) => one.kind === kind);
    assert.ok(doubt, kind);
    const all = elements(sheet, refusedAnswer(sheet, doubt.id, problem, { value: ' ' }));
    const field = refusedFieldOf(all);
    assert.equal(attribute(field, 'id'), valueId(doubt.id));
    assert.equal(attribute(field, 'aria-invalid'), 'true');
    const describing =
      attribute(field, 'aria-describedby')
        ?.split(' ')
        .map((id) => textOf(byId(all, id))) ?? [];
    assert.ok(
      describing.some((text) => /^Error: (?:Enter|Choose)/.test(text)),
      describing.join(' | '),
    );
    assert.equal(all.filter((element) => attribute(element, 'aria-invalid') === 'true').length, 1);
  }
});

test('a member who is named for two substitutes: the second select is marked', async () => {
  const sheet = await sheetOf([], (text) =>
    text.replace(
      'Cllr Phillippa Williamson and Cllr Anne Dorrian.',
      'Cllr Phillipa Williamson and Cllr Anne Dorrian substituted by Cllr Mark Sutton and Cllr Robert Flatley.',
    ),
  );
  const doubt = sheet.reading.doubts.find((one) => one.kind === 'substitution without pair');
  assert.ok(doubt && doubt.evidence.length > 1);
  const name = doubt.choices[0] ?? '';
  const all = elements(sheet, refusedAnswer(sheet, doubt.id, 'pair twice', { 'absent-0': name, 'absent-1': name }));
  const field = refusedFieldOf(all);
  assert.deepEqual(
    [field.tagName, attribute(field, 'id'), attribute(field, 'aria-invalid')],
    ['select', valueId(doubt.id, 1), 'true'],
  );
  assert.equal(attribute(byId(all, valueId(doubt.id, 0)), 'aria-invalid'), undefined);
  const none = refusedFieldOf(elements(sheet, refusedAnswer(sheet, doubt.id, 'pair incomplete', {})));
  assert.equal(attribute(none, 'id'), valueId(doubt.id, 0));
});

test('an answer that came too late leads to its doubt, or to the doubts where it is gone', async () => {
  const sheet = await sheetOf();
  const id = sheet.reading.doubts[0]?.id ?? '';
  assert.equal(attribute(refusedFieldOf(elements(sheet, refusedAnswer(sheet, id, 'being published', {}))), 'id'), id);
  assert.equal(
    attribute(refusedFieldOf(elements(sheet, refusedAnswer(sheet, 'gone', 'no such doubt', {}))), 'id'),
    'doubts',
  );
});

test('a refused publication leads to the field or to the first open doubt of the page', async () => {
  const sheet = await sheetOf();
  const board = refusedFieldOf(elements(sheet, refusedPublication(sheet, 'board missing')));
  assert.deepEqual([attribute(board, 'id'), attribute(board, 'aria-invalid')], ['board', 'true']);
  const all = elements(sheet, refusedPublication(sheet, 'doubts open'));
  const first = all.find(
    (element) => element.tagName === 'article' && attribute(element, 'class')?.includes('doubt') === true,
  );
  assert.equal(refusedFieldOf(all), first);
});

test('what stands in the way of publishing is named there, each with the way to it', async () => {
  const sheet = await sheetOf();
  const { reading } = sheet;
  const links = (shown: ImportSheet): readonly string[] =>
    [
      ...walk(elements(shown).find((element) => attribute(element, 'aria-labelledby') === 'publish') ?? assert.fail()),
    ].flatMap((element) => (element.tagName === 'a' ? [attribute(element, 'href') ?? ''] : []));
  assert.deepEqual(links(sheet).toSorted(), reading.doubts.map(({ id }) => `#${id}`).toSorted());
  const [answered, ...rest] = reading.doubts;
  assert.deepEqual(
    links(await sheetOf([{ subject: answered?.id ?? '', outcome: 'accepted', correction: null }])).toSorted(),
    rest.map(({ id }) => `#${id}`).toSorted(),
  );
  const nameless = {
    ...sheet,
    open: 0,
    reading: { ...reading, doubts: [] },
    corrected: { ...reading, board: null, meeting: null, minutes: [] },
  };
  assert.deepEqual(links(nameless), ['#board', '#date']);
});

test('the particulars: each refused field has its own message', async () => {
  const all = elements(await sheetOf(), {
    subject: 'meeting',
    problems: [
      { field: 'date', message: 'Enter the date' },
      { field: 'start', message: 'Enter the start' },
    ],
    typed: { board: 'B', date: '', start: '25:00' },
  });
  for (const [id, message] of [
    ['date', 'Error: Enter the date'],
    ['start', 'Error: Enter the start'],
  ] as const) {
    assert.equal(attribute(byId(all, id), 'aria-invalid'), 'true');
    assert.equal(
      textOf(
        byId(
          all,
          attribute(byId(all, id), 'aria-describedby')
            ?.split(' ')
            .find((one) => one.endsWith('-error')) ?? '',
        ),
      ),
      message,
    );
  }
  assert.equal(attribute(byId(all, 'board'), 'aria-invalid'), undefined);
  assert.equal(attribute(byId(all, 'start'), 'value'), '25:00');
});
