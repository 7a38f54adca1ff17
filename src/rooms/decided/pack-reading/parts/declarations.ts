/** Declarations of interest: sentences, bullets, tables, and tables whose cells came out one per line. */
import { withoutEnd } from '#base/ends.js';
import { plainText, type Lines } from '#base/prose.js';
import type { Piece } from '../source/source.js';
import type { ReadDeclaration } from '../words.js';
import { nameParts, readPerson } from './names.js';
import { sentencesOf } from './sentences.js';

const KIND =
  /\b((?:(?:a|an)\s+)?(?:disclosable\s+pecuniary|non[\s-]?disclosable(?:\s+pecuniary)?|other\s+(?:registr?e?able|disclosable|significant)|affects\s+non[\s-]?regist(?:r|er)able|directly\s+relates\s+non[\s-]?regist(?:r|er)able|non[\s-]?regist(?:r|er)able|regist(?:r|er)able|personal\s+(?:and|but\s+not|but\s+non-?)\s*prejudicial|personal|prejudicial|non[\s-]?pecuniary|pecuniary|non[\s-]?statutory|financial|indirect|DPI|ORI|NRI)(?:\s+interests?)?)\b/i;
const ITEM =
  /\b(?:agenda\s+items?|items?|minutes?)\s*(?:no\.?|numbers?)?\s*([A-Z]{0,4}\d{1,4}(?:[a-z]|\.\d{1,2}|\/\d{1,4})?)\b/i;
const VERB = /\b(?:declared|disclosed|registered|notified|made\s+a\s+declaration|advised\s+that|stated\s+that)\b/i;
const NONE = /^(?:no|none|there\s+were\s+(?:no|none)|nil)\b/i;
const REASON =
  /\b(?:as\s+(?:he|she|they|a|an|the|his|her|their|it|being|both)\b|because\b|due\s+to\b|in\s+that\b|being\b|that\s+(?:he|she|they)\b|by\s+virtue\s+of\b|since\b)/i;

function kindOf(text: string): string | null {
  return KIND.exec(text.slice(0, 1000))?.[1]?.replace(/^an?\s+/i, '') ?? null;
}

function itemOf(text: string): string | null {
  return ITEM.exec(text.slice(0, 1000))?.[1] ?? null;
}

/** The person at the start of a sentence, and where the name ends. */
function leading(text: string): { readonly name: string; readonly end: number } | null {
  const verb = VERB.exec(text.slice(0, 160));
  const cut = verb ? verb.index : text.slice(0, 120).search(/[,:;–—]|\s-\s/);
  const name =
    cut > 0
      ? text
          .slice(0, cut)
          .trimEnd()
          .replace(/\s(?:also|then|further|both|had|has)$/i, '')
          .trim()
      : '';
  return name !== '' && nameParts(name) !== null ? { name, end: cut + (verb ? verb[0].length : 0) } : null;
}

function natureOf(text: string): string | null {
  const reason = REASON.exec(text);
  const nature = reason
    ? text.slice(
        reason.index + (/^(?:as|in\s+that|because|since|that|due\s+to)\b\s*/i.exec(reason[0])?.[0].length ?? 0),
      )
    : text;
  const trimmed = nature
    .replace(/^[\s,:;–—-]+/, '')
    .replace(
      /\s*(?:,\s*)?(?:in\s+(?:relation|respect|regard|reference)\s+(?:to|of)|regarding|relating\s+to|concerning|on|for|in)\s+(?:agenda\s+)?item\s*(?:no\.?\s*)?\w{1,6}\s*[.,]?\s*$/i,
      '',
    )
    .replace(/\s*,?\s+and\s+(?:left|withdrew|took\s+no|did\s+not|remained|would|stayed)\b.*$/i, '')
    .replace(/[.\s]+$/, '');
  return trimmed.length > 2 ? trimmed : null;
}

const OUTCOME =
  /(?:\band\s+|,\s*(?:and\s+)?|\b(?:he|she|they)\s+)(?:(?:he|she|they)\s+)?((?:(?:would|therefore|then|also)\s+)*(?:left|leave|withdrew|withdraw|took\s+no|take\s+no|did\s+not|not\s+(?:vote|take|speak)|remained|remain|stayed|stay|abstained)\b[^.;]{0,200})/i;

/** What the person did then: left, stayed, did not vote. */
function outcomeOf(text: string): string | null {
  return OUTCOME.exec(text.slice(0, 2000))?.[1]?.trim() ?? null;
}

/** Declarations in a paragraph. Sentences without a person's name, and those that say nobody declared, give none. */
export function declarationsIn(text: string, lines: Lines, underDeclarations: boolean): readonly ReadDeclaration[] {
  if (
    text.length > 4000 ||
    NONE.test(text) ||
    !(underDeclarations || (/\bdeclar|\binterest/i.test(text) && VERB.test(text)))
  )
    return [];
  const found: ReadDeclaration[] = [];
  for (const sentence of sentencesOf(text)) {
    const numbered = /^minutes?\s+([A-Z0-9/]{1,10})\s*[.:,]?\s+/i.exec(sentence);
    const body = numbered ? sentence.slice(numbered[0].length) : sentence;
    const who = leading(body);
    if (!who || NONE.test(sentence)) continue;
    const after = body.slice(who.end);
    const verbal = VERB.test(body.slice(0, 160));
    const kind = kindOf(after);
    if (verbal ? !/\bdeclar|\binterest|disclosed/i.test(body) : !(kind || itemOf(after))) continue;
    if (!underDeclarations && !/\binterest|\bdeclared\b/i.test(body)) continue;
    const person = readPerson(who.name, lines);
    if (!person) continue;
    const reason = REASON.test(after)
      ? natureOf(after)
      : verbal && !kind && !ITEM.test(after.slice(0, 30))
        ? natureOf(after)
        : null;
    const listed = !verbal
      ? withoutEnd(
          after
            .split(/[,;–—]|\s-\s/)
            .map((part) => part.trim())
            .filter((part) => part !== '' && !kindOf(part) && !ITEM.test(part))
            .join(', '),
          /[.\s]/,
        ) || null
      : null;
    found.push({
      person,
      item: numbered?.[1] ?? itemOf(after),
      kind,
      nature: reason ?? listed,
      outcome: outcomeOf(after),
      lines,
    });
  }
  return found;
}

const COLUMNS = {
  member: /^(?:(?:name\s+of\s+)?(?:members?|councillors?)|names?)(?:'s\s+name)?$/i,
  item: /^(?:agenda\s+)?(?:item|minute)s?(?:\s*(?:no\.?|number|title))?$/i,
  reason: /^(?:reason|nature|nature\s+of\s+(?:the\s+)?interest|details?|description)s?(?:\s+for\s+declaration)?$/i,
  kind: /^(?:type|kind|category|interest|type\s+of\s+interest)s?$/i,
  action: /^(?:action|action\s+taken|outcome)s?$/i,
} as const;

type Column = keyof typeof COLUMNS;

function columnOf(text: string): Column | null {
  const trimmed = text.trim().replace(/:$/, '');
  for (const name of ['member', 'item', 'reason', 'kind', 'action'] as const)
    if (COLUMNS[name].test(trimmed)) return name;
  return null;
}

function declared(cells: ReadonlyMap<Column, string>, lines: Lines): ReadDeclaration | null {
  const person = readPerson(cells.get('member') ?? '', lines);
  if (!person) return null;
  const item = cells.get('item') ?? '';
  // A column "Interest" may hold its kind or its story.
  const sort = kindOf(cells.get('kind') ?? '');
  const number = itemOf(item) ?? (/^[A-Z]{0,4}\d{1,4}(?:[a-z]|\/\d{1,4})?\b/.exec(item)?.[0] || null);
  return {
    person,
    item: number ?? (item || null),
    kind: sort ? (cells.get('kind') ?? null) : kindOf(cells.get('reason') ?? ''),
    nature: cells.get('reason') ?? (sort ? null : (cells.get('kind') ?? null)),
    outcome: cells.get('action') ?? null,
    lines,
  };
}

/** A table Member / Item / Reason / Action; also cut into one cell per line by the extractor. */
export function declarationTables(pieces: readonly Piece[]): {
  readonly declarations: readonly ReadDeclaration[];
  readonly used: readonly { readonly lines: Lines }[];
  readonly cells: ReadonlySet<Piece>;
} {
  const cellPieces = new Set<Piece>();
  const declarations: ReadDeclaration[] = [];
  const used: { readonly lines: Lines }[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece?.kind === 'table' && piece.table) {
      const titles = (piece.table.header ?? piece.table.rows[0])?.cells.map((cell) => plainText(cell).trim()) ?? [];
      const columns = titles.map((title) => columnOf(title));
      // A first row in which more stands than titles has run together with the row below it: the table stays as it is.
      if (
        titles.filter((title, index) => title !== '' && !/^[-:| ]+$/.test(title) && columns[index] === null).length > 1
      )
        continue;
      if (!columns.includes('member') || !(columns.includes('item') || columns.includes('reason'))) continue;
      if (!piece.table.header && piece.table.rows[0]) used.push(piece.table.rows[0]);
      for (const row of piece.table.rows.slice(piece.table.header ? 0 : 1)) {
        const cells = new Map<Column, string>();
        row.cells.forEach((cell, index) => {
          const column = columns[index];
          if (column && plainText(cell).trim() !== '') cells.set(column, plainText(cell).trim());
        });
        const one = declared(cells, row.lines);
        if (one) declarations.push(one);
        // The record has no place for the "Action" column yet, so rows that fill it stay visible as text.
        if (
          one &&
          row.cells.every(
            (cell, index) => plainText(cell).trim() === '' || (columns[index] && columns[index] !== 'action'),
          )
        )
          used.push(row);
      }
      continue;
    }
    const columns: Column[] = [];
    for (let next = at; next < pieces.length && columns.length < 5; next += 1) {
      const column = pieces[next]?.kind === 'text' ? columnOf(pieces[next]?.text ?? '') : null;
      if (!column || columns.includes(column)) break;
      columns.push(column);
    }
    if (columns.length < 3 || columns[0] !== 'member') continue;
    let from = at + columns.length;
    for (; from + columns.length <= pieces.length; from += columns.length) {
      const group = pieces.slice(from, from + columns.length);
      if (group.some((cell) => cell.kind === 'table') || nameParts(group[0]?.text ?? '') === null) break;
      const lines = { from: group[0]?.lines.from ?? 1, to: group.at(-1)?.lines.to ?? 1 };
      const one = declared(new Map(columns.map((column, index) => [column, group[index]?.text ?? ''])), lines);
      if (!one) break;
      declarations.push(one);
      for (const [index, cell] of group.entries()) {
        cellPieces.add(cell);
        if (columns[index] !== 'action') used.push(cell);
      }
    }
    if (from > at + columns.length) {
      for (const label of pieces.slice(at, at + columns.length)) {
        cellPieces.add(label);
        used.push(label);
      }
    }
    at = from - 1;
  }
  return { declarations, used, cells: cellPieces };
}
