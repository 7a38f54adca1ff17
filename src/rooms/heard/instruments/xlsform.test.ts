import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { faultsOf } from './rules.js';
import { cellName, type FormSheets, readAtMost, readBounds, readCondition, readXlsForm } from './xlsform.js';

const form: FormSheets = {
  survey: [
    [
      'type',
      'name',
      'label::English (en)',
      'label::Cymraeg (cy)',
      'relevant',
      'constraint',
      'appearance',
      'kept::audiences',
    ],
    ['note', 'hello', 'Hello', 'Helo', '', '', '', ''],
    [
      'select_one yesno',
      'liked',
      'Did you like it?',
      'Oeddet ti’n ei hoffi?',
      '',
      '',
      '',
      'student primary, student secondary',
    ],
    ['', '', '', '', '', '', '', ''],
    [
      'select_multiple why',
      'reasons',
      'Why?',
      'Pam?',
      "selected(${liked}, 'yes')",
      'count-selected(.) <= 2',
      '',
      'student primary, student secondary',
    ],
    ['select_one often', 'how_often', 'How often?', 'Pa mor aml?', '', '', 'likert', ''],
    ['integer', 'days', 'How many days?', 'Sawl diwrnod?', '', '. >= 0 and . < 8', '', ''],
    ['text', 'more', 'What else?', 'Beth arall?', '', '', 'multiline', ''],
  ],
  choices: [
    ['list_name', 'name', 'label::English (en)', 'label::Cymraeg (cy)', 'kept::missing'],
    ['yesno', 'yes', 'Yes', 'Oeddwn', ''],
    ['yesno', 'no', 'No', 'Nac oeddwn', ''],
    ['why', 'fun', 'It was fun', 'Roedd yn hwyl', ''],
    ['why', 'friends', 'My friends were there', 'Roedd fy ffrindiau yno', ''],
    ['why', 'food', 'The food', 'Y bwyd', ''],
    ['often', 'often', 'Often', 'Yn aml', ''],
    ['often', 'never', 'Never', 'Byth', ''],
    ['often', 'dk', 'I don’t know', 'Dydw i ddim yn gwybod', "don't know"],
  ],
  settings: [
    ['form_title', 'default_language'],
    ['The club', 'English (en)'],
  ],
};

/** The form with one cell changed. */
function changed(sheet: keyof FormSheets, row: number, column: number, text: string): FormSheets {
  return {
    ...form,
    [sheet]: form[sheet].map((cells, at) => (at === row ? Object.assign([...cells], { [column]: text }) : cells)),
  };
}

function cells(of: FormSheets): readonly string[] {
  const read = readXlsForm(of, ['educator']);
  return read.ok ? [] : read.problem.map(({ cell }) => cell);
}

void test('a form becomes an instrument without fault', () => {
  const read = readXlsForm(form, ['educator', 'student primary', 'student secondary']);
  assert.ok(read.ok);
  assert.deepEqual(faultsOf(read.value), []);
  assert.deepEqual(read.value.title, { en: 'The club' });
  assert.deepEqual(read.value.languages, ['en', 'cy']);
  assert.deepEqual(
    read.value.items.map(({ key, kind, audiences, atMost, least, most, when, options }) => [
      key,
      kind,
      audiences.length,
      atMost,
      least,
      most,
      when,
      options.length,
    ]),
    [
      ['hello', 'information', 3, null, null, null, null, 0],
      ['liked', 'choice', 2, null, null, null, null, 2],
      ['reasons', 'choose', 2, 2, null, null, { item: 'liked', options: ['yes'] }, 3],
      ['how_often', 'scale', 3, null, null, null, null, 3],
      ['days', 'number', 3, null, 0, 7, null, 0],
      ['more', 'long text', 3, null, null, null, null, 0],
    ],
  );
  assert.deepEqual(read.value.items[3]?.options[2], {
    key: 'dk',
    texts: { en: 'I don’t know', cy: 'Dydw i ddim yn gwybod' },
    missing: 'don’t know',
  });
});

void test('what an instrument cannot say is refused, and its cell is named', () => {
  assert.deepEqual(cells(changed('survey', 2, 0, 'begin_group')), ['survey!A3', 'survey!E5']);
  assert.deepEqual(cells(changed('survey', 6, 0, 'decimal')), ['survey!A7']);
  assert.deepEqual(cells(changed('survey', 6, 0, '')), ['survey!A7']);
  assert.deepEqual(cells(changed('survey', 2, 0, 'select_one nowhere')), ['survey!A3', 'survey!E5']);
  assert.deepEqual(cells(changed('survey', 4, 4, '${liked} > 3')), ['survey!E5']);
  assert.deepEqual(cells(changed('survey', 4, 4, "selected(${liked}, 'maybe')")), ['survey!E5']);
  assert.deepEqual(cells(changed('survey', 4, 4, "selected(${days}, 'yes')")), ['survey!E5']);
  assert.deepEqual(cells(changed('survey', 4, 5, 'count-selected(.) >= 1')), ['survey!F5']);
  assert.deepEqual(cells(changed('survey', 6, 5, '. mod 2 = 0')), ['survey!F7']);
  assert.deepEqual(cells(changed('survey', 5, 6, 'minimal')), ['survey!G6']);
  assert.deepEqual(cells(changed('survey', 5, 1, 'liked')), ['survey!B6']);
  assert.deepEqual(cells(changed('survey', 1, 1, '')), ['survey!B2']);
  assert.deepEqual(cells(changed('survey', 2, 7, 'students')), ['survey!H3']);
  assert.deepEqual(cells(changed('choices', 8, 4, 'unsure')), ['choices!E9']);
  assert.deepEqual(cells(changed('choices', 1, 0, '')), ['choices!A2', 'survey!E5']);
});

void test('a strange column is refused once somebody used it, a required question always', () => {
  const wider = (heading: string, used: string): FormSheets => ({
    ...form,
    survey: form.survey.map((row, at) => [...row, at === 0 ? heading : at === 2 ? used : '']),
  });
  assert.deepEqual(cells(wider('calculation', '')), []);
  assert.deepEqual(cells(wider('calculation', '1 + 1')), ['survey!I1']);
  assert.deepEqual(cells(wider('required', 'yes')), ['survey!I3']);
  assert.deepEqual(cells(wider('required', 'no')), []);
  assert.deepEqual(cells(wider('label::Klingon', 'nuqneH')), ['survey!I1']);
  assert.deepEqual(cells(wider('type', 'text')), ['survey!I1']);
});

void test('sheets that lack everything are told so, not thrown at', () => {
  assert.deepEqual(cells({ survey: [], choices: [], settings: [] }), ['survey', 'survey', 'survey', 'survey']);
});

void test('conditions, numbers of choices and bounds are read as they stand, or not at all', () => {
  assert.deepEqual(readCondition('selected(${a}, "x") or ${a} = \'y\''), { item: 'a', options: ['x', 'y'] });
  assert.equal(readCondition("selected(${a}, 'x') or selected(${b}, 'x')"), null);
  assert.equal(readCondition("selected(${a}, 'x') and selected(${a}, 'y')"), null);
  assert.equal(readCondition("not(selected(${a}, 'x'))"), null);
  assert.deepEqual(
    [readAtMost('count-selected(.)<=5'), readAtMost('count-selected( . ) < 5'), readAtMost('count-selected(.) = 5')],
    [5, 4, null],
  );
  assert.deepEqual(
    [readBounds('. > 0'), readBounds('.<=9 and .>=-1'), readBounds('. > 0 or . < 3'), readBounds('. > 0 and . > 1')],
    [{ least: 1, most: null }, { least: -1, most: 9 }, null, null],
  );
});

void test('cells are named as spreadsheets name them', () => {
  assert.deepEqual(
    [
      cellName('survey', 0, 0),
      cellName('choices', 6, 25),
      cellName('survey', 9, 26),
      cellName('survey', 9, 701),
      cellName('survey', 9, 702),
    ],
    ['survey!A1', 'choices!Z7', 'survey!AA10', 'survey!ZZ10', 'survey!AAA10'],
  );
});

void test('no form throws, and what is read has each of its rows or a cell that says why not', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      'text',
      'note',
      'integer',
      'select_one a',
      'select_multiple a',
      'type',
      'name',
      'label',
      'hint::en',
      'a',
      'b',
      "selected(${a}, 'b')",
      '. > 1',
    ),
    fc.string({ maxLength: 12 }),
  );
  const rows = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 });
  fc.assert(
    fc.property(rows, rows, rows, (survey, choices, settings) => {
      const read = readXlsForm(
        {
          survey: [['type', 'name', 'label'], ...survey],
          choices: [['list_name', 'name', 'label'], ...choices],
          settings,
        },
        ['educator'],
      );
      if (read.ok)
        assert.equal(read.value.items.length, survey.filter((row) => row.some((each) => each.trim() !== '')).length);
      else
        assert.ok(
          read.problem.length > 0 &&
            read.problem.every(
              ({ cell: named, message }) => /^(survey|choices|settings)(![A-Z]+[0-9]+)?$/.test(named) && message !== '',
            ),
        );
    }),
    { numRuns: 1_000 },
  );
});
