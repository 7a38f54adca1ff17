/**
 * A questionnaire that comes as an XLSForm (three sheets: survey, choices, settings), read into an instrument. Only what an
 * instrument of ours can say is taken; everything else is refused with its cell, because a question that is read half is
 * another question. Columns that begin with "kept::" say what XLSForm has no word for. Pure.
 */
import { type Result, ok, refused } from '#base/result.js';
import { optionKinds } from './rules.js';
import {
  audiences as allAudiences,
  type Audience,
  type Condition,
  type InstrumentContent,
  type Item,
  type ItemKind,
  itemKinds,
  missingKinds,
  type Option,
  specialCategories,
  type Texts,
} from './words.js';

/** Cells as text, row by row; the first row names the columns. A sheet that is not there has no rows. */
export interface FormSheets {
  readonly survey: readonly (readonly string[])[];
  readonly choices: readonly (readonly string[])[];
  readonly settings: readonly (readonly string[])[];
}

export interface CellProblem {
  /** "survey!C7"; the sheet alone where a column is missing. */
  readonly cell: string;
  readonly message: string;
}

const atMostProblems = 50;

function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

export function cellName(sheet: string, row: number, column: number): string {
  return `${sheet}!${columnLetters(column)}${row + 1}`;
}

/** "label::English (en)" is the label in the language en; without a language it is that of the form. */
function languageOf(heading: string): {
  readonly name: string;
  readonly language: string | null;
  readonly isLanguage: boolean;
} {
  const [name = '', ...rest] = heading.trim().split('::');
  if (rest.length === 0) return { name: name.toLowerCase(), language: null, isLanguage: true };
  const said = rest.join('::').trim();
  const tag =
    /\(([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\)\s*$/.exec(said)?.[1] ??
    (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(said) ? said : null);
  return { name: name.trim().toLowerCase(), language: tag, isLanguage: tag !== null };
}

interface Column {
  readonly at: number;
  readonly name: string;
  readonly language: string | null;
}

interface Sheet {
  readonly name: 'survey' | 'choices' | 'settings';
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly at: number; readonly cells: readonly string[] }[];
}

const known: Readonly<
  Record<Sheet['name'], { readonly plain: readonly string[]; readonly spoken: readonly string[] }>
> = {
  survey: {
    plain: [
      'type',
      'name',
      'relevant',
      'constraint',
      'required',
      'appearance',
      'kept::kind',
      'kept::audiences',
      'kept::special',
    ],
    spoken: ['label', 'hint', 'constraint_message'],
  },
  choices: { plain: ['list_name', 'name', 'kept::missing'], spoken: ['label'] },
  settings: { plain: ['form_title', 'form_id', 'version', 'default_language'], spoken: [] },
};

function sheetOf(
  name: Sheet['name'],
  rows: FormSheets['survey'],
  tell: (cell: string, message: string) => void,
): Sheet {
  const [headings = [], ...body] = rows;
  const { plain, spoken } = known[name];
  const columns = headings.flatMap((heading, at): readonly Column[] => {
    const text = heading.trim();
    if (text === '') return [];
    if (plain.includes(text.toLowerCase())) return [{ at, name: text.toLowerCase(), language: null }];
    const { name: column, language, isLanguage } = languageOf(text);
    if (spoken.includes(column)) {
      if (isLanguage) return [{ at, name: column, language }];
      tell(
        cellName(name, 0, at),
        `“${text}” names no language. Write the language and its code, like “${column}::English (en)”`,
      );
      return [];
    }
    // A column nobody wrote in asks for nothing.
    const used = body.findIndex((cells) => (cells[at] ?? '').trim() !== '');
    if (used !== -1)
      tell(
        cellName(name, 0, at),
        `The column “${text}” is not one that an instrument has. Leave it out. Known are: ${[...plain, ...spoken].join(', ')}`,
      );
    return [];
  });
  for (const [index, column] of columns.entries()) {
    if (columns.findIndex((one) => one.name === column.name && one.language === column.language) !== index)
      tell(cellName(name, 0, column.at), `The column “${(headings[column.at] ?? '').trim()}” stands here twice`);
  }
  return {
    name,
    columns,
    rows: body
      .map((cells, index) => ({ at: index + 1, cells }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
  };
}

interface Row {
  readonly at: number;
  get(column: string): string;
  texts(column: string): Texts;
  cell(column: string): string;
}

function rowOf(sheet: Sheet, row: Sheet['rows'][number], first: string): Row {
  const of = (name: string) => sheet.columns.find((column) => column.name === name);
  return {
    at: row.at,
    get: (name) => (row.cells[of(name)?.at ?? -1] ?? '').trim(),
    texts: (name) =>
      Object.fromEntries(
        sheet.columns
          .filter((column) => column.name === name)
          .flatMap(({ at, language }) => {
            const text = (row.cells[at] ?? '').trim();
            return text === '' ? [] : [[language ?? first, text]];
          }),
      ),
    cell: (name) => cellName(sheet.name, row.at, of(name)?.at ?? 0),
  };
}

const typeWords = 'select_one, select_multiple, text, integer and note';

/** "selected(${item}, 'a') or ${item} = 'b'": one item, several of its options. */
export function readCondition(relevant: string): Condition | null {
  const parts = relevant.split(/(?<!\s)\s+or\s+/i).map((part) => part.trim());
  const found = parts.map(
    (part) =>
      /^selected\(\s*\$\{([^}]+)\}\s*,\s*(['"])([^'"]*)\2\s*\)$/.exec(part) ??
      /^\$\{([^}]+)\}\s*=\s*(['"])([^'"]*)\2$/.exec(part),
  );
  const items = new Set(found.map((match) => match?.[1]?.trim()));
  const [item] = items;
  if (items.size !== 1 || item === undefined) return null;
  return { item, options: [...new Set(found.map((match) => match?.[3] ?? ''))] };
}

/** "count-selected(.) <= 5". */
export function readAtMost(constraint: string): number | null {
  const found = /^count-selected\(\s*\.\s*\)\s*(<=?)\s*(\d{1,3})$/.exec(constraint.trim());
  if (!found) return null;
  return Number(found[2]) - (found[1] === '<' ? 1 : 0);
}

/** ". >= 0 and . <= 30", either of both alone too. */
export function readBounds(constraint: string): { readonly least: number | null; readonly most: number | null } | null {
  let least: number | null = null;
  let most: number | null = null;
  for (const part of constraint.trim().split(/(?<!\s)\s+and\s+/i)) {
    const found = /^\.\s*(>=?|<=?)\s*(-?\d{1,9})$/.exec(part.trim());
    if (!found) return null;
    const bound = Number(found[2]);
    if (found[1]?.startsWith('>')) {
      if (least !== null) return null;
      least = found[1] === '>' ? bound + 1 : bound;
    } else {
      if (most !== null) return null;
      most = found[1] === '<' ? bound - 1 : bound;
    }
  }
  return { least, most };
}

/** What a form says, for the audiences that its rows do not name themselves. All that is wrong is told at once, each with its cell. */
export function readXlsForm(
  sheets: FormSheets,
  otherwise: readonly Audience[],
): Result<InstrumentContent, readonly CellProblem[]> {
  const problems: CellProblem[] = [];
  const tell = (cell: string, message: string): void => {
    if (problems.length < atMostProblems) problems.push({ cell, message });
  };
  const survey = sheetOf('survey', sheets.survey, tell);
  const choices = sheetOf('choices', sheets.choices, tell);
  const settings = sheetOf('settings', sheets.settings, tell);
  for (const [sheet, column] of [
    [survey, 'type'],
    [survey, 'name'],
    [survey, 'label'],
  ] as const)
    if (!sheet.columns.some(({ name }) => name === column)) tell('survey', `The sheet has no column “${column}”`);
  const [set] = settings.rows;
  const setting = set && rowOf(settings, set, '');
  const tags = [...new Set([...survey.columns, ...choices.columns].flatMap(({ language }) => language ?? []))];
  const spoken = languageOf(`x::${setting?.get('default_language') ?? ''}`).language;
  const first = spoken ?? tags[0] ?? 'en';
  const languages = [first, ...tags.filter((tag) => tag !== first)];

  const lists = new Map<string, Option[]>();
  for (const raw of choices.rows) {
    const row = rowOf(choices, raw, first);
    const missing = row.get('kept::missing').replaceAll("'", '’');
    const kind = missingKinds.find((one) => one === missing) ?? null;
    if (missing !== '' && kind === null)
      tell(row.cell('kept::missing'), `“${missing}” is not one of: ${missingKinds.join(', ')}`);
    if (row.get('list_name') === '') tell(row.cell('list_name'), 'This option belongs to no list');
    if (row.get('name') === '') tell(row.cell('name'), 'This option has no name');
    const list = lists.get(row.get('list_name')) ?? [];
    list.push({ key: row.get('name'), texts: row.texts('label'), missing: kind });
    lists.set(row.get('list_name'), list);
  }

  const items: Item[] = [];
  const names = new Map<string, string>();
  for (const raw of survey.rows) {
    const row = rowOf(survey, raw, first);
    const item = readRow(row, lists, otherwise, tell);
    if (!item) continue;
    const before = names.get(item.key);
    if (before !== undefined) tell(row.cell('name'), `“${item.key}” stands in ${before} already`);
    names.set(item.key, row.cell('name'));
    if (item.when && !names.has(item.when.item))
      tell(row.cell('relevant'), `“${item.when.item}” is not asked before this question`);
    const when = item.when;
    const asked = when && items.find(({ key }) => key === when.item);
    for (const option of when?.options ?? [])
      if (asked && optionKinds.includes(asked.kind) && !asked.options.some(({ key }) => key === option))
        tell(row.cell('relevant'), `“${asked.key}” has no option “${option}”`);
    items.push(item);
  }
  if (survey.rows.length === 0) tell('survey', 'The sheet has no questions');
  if (problems.length > 0) return refused(problems);
  const title = setting?.get('form_title') ?? '';
  return ok({ title: title === '' ? {} : { [first]: title }, languages, items });
}

function readRow(
  row: Row,
  lists: ReadonlyMap<string, readonly Option[]>,
  otherwise: readonly Audience[],
  tell: (cell: string, message: string) => void,
): Item | null {
  const [type = '', list = '', ...more] = row.get('type').split(/\s+/);
  const bases: Readonly<Record<string, ItemKind>> = {
    select_one: 'choice',
    select_multiple: 'choose',
    text: 'short text',
    integer: 'number',
    note: 'information',
  };
  const base = bases[type];
  if (base === undefined) {
    tell(
      row.cell('type'),
      type === ''
        ? 'This question has no type'
        : `“${row.get('type')}” is not a type that an instrument has. Known are ${typeWords}`,
    );
    return null;
  }
  const isSelect = type.startsWith('select_');
  if (more.length > 0 || (list !== '' && !isSelect))
    tell(row.cell('type'), `“${row.get('type')}” says more than the type${isSelect ? ' and its list' : ''}`);
  const found = lists.get(list);
  if (isSelect && list === '') tell(row.cell('type'), `“${type}” names no list of choices`);
  else if (isSelect && !found) tell(row.cell('type'), `The sheet choices has no list “${list}”`);
  if (row.get('name') === '') tell(row.cell('name'), 'This question has no name');
  const texts = row.texts('label');
  if (Object.keys(texts).length === 0) tell(row.cell('label'), 'This question has no words');
  if (/^(yes|true|true\(\))$/i.test(row.get('required')))
    tell(row.cell('required'), 'No question can be required: whoever is asked may skip it');
  const kind = kindOf(row, base, tell);
  const audiences = audiencesOf(row, otherwise, tell);
  const special = row.get('kept::special');
  if (special !== '' && !specialCategories.some((one) => one === special))
    tell(row.cell('kept::special'), `“${special}” is not one of: ${specialCategories.join(', ')}`);
  const relevant = row.get('relevant');
  const when = relevant === '' ? null : readCondition(relevant);
  if (relevant !== '' && when === null)
    tell(
      row.cell('relevant'),
      `“${relevant}” cannot be read. A question can hang on options of one earlier question, like: selected(\${name}, 'option') or \${name} = 'option'`,
    );
  const constraint = row.get('constraint');
  const options = kind === 'yes or no' ? [] : (found ?? []);
  let atMost = kind === 'choose' ? options.filter(({ missing }) => missing === null).length : null;
  let least: number | null = null;
  let most: number | null = null;
  if (constraint !== '') {
    const chosen = kind === 'choose' ? readAtMost(constraint) : null;
    const bounds = kind === 'number' ? readBounds(constraint) : null;
    if (chosen !== null) atMost = chosen;
    else if (bounds) ({ least, most } = bounds);
    else
      tell(
        row.cell('constraint'),
        `“${constraint}” cannot be read. Known are count-selected(.) <= 5 for select_multiple, and . >= 0 and . <= 30 for integer`,
      );
  }
  return {
    key: row.get('name'),
    kind,
    audiences,
    texts,
    variants: {},
    hints: row.texts('hint'),
    options,
    atMost,
    least,
    most,
    special: specialCategories.find((one) => one === special) ?? null,
    when,
  };
}

/** What the type and its appearance say; the column kept::kind says it more exactly. */
function kindOf(row: Row, base: ItemKind, tell: (cell: string, message: string) => void): ItemKind {
  const said = row.get('kept::kind');
  const finer: Readonly<Partial<Record<ItemKind, readonly ItemKind[]>>> = {
    choice: ['choice', 'scale', 'yes or no', 'group'],
    'short text': ['short text', 'long text'],
  };
  if (said !== '') {
    const wanted = itemKinds.find((one) => one === said);
    if (wanted !== undefined && (finer[base] ?? [base]).includes(wanted)) return wanted;
    tell(
      row.cell('kept::kind'),
      `“${said}” does not go with the type “${row.get('type')}”. It can be: ${(finer[base] ?? [base]).join(', ')}`,
    );
    return base;
  }
  const appearance = row.get('appearance');
  if (appearance === '') return base;
  if (appearance === 'likert' && base === 'choice') return 'scale';
  if (appearance === 'multiline' && base === 'short text') return 'long text';
  tell(
    row.cell('appearance'),
    `The appearance “${appearance}” is not one that an instrument has. Known are likert for select_one and multiline for text`,
  );
  return base;
}

function audiencesOf(
  row: Row,
  otherwise: readonly Audience[],
  tell: (cell: string, message: string) => void,
): readonly Audience[] {
  const said = row
    .get('kept::audiences')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  for (const one of said)
    if (!allAudiences.some((audience) => audience === one))
      tell(row.cell('kept::audiences'), `“${one}” is not one of: ${allAudiences.join(', ')}`);
  return said.length === 0 ? otherwise : allAudiences.filter((audience) => said.includes(audience));
}
