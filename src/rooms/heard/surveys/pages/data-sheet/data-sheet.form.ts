/** The data sheet as a form. What is special in a survey is not typed: it is worked out. */
import { type FieldProblem, type Typed, lengthProblems } from '#base/form.js';
import type { Audience, InstrumentContent } from '#rooms/heard/instruments/index.js';
import { plannedTables, retentionMonths } from '../../rules.js';
import { consentModes, type DataSheet, lawfulBases, type PlannedTable } from '../../words.js';
import { ticked } from '../typed.form.js';

/** Tables by two groups at once: so many lines the page has. */
export const pairLines = 4;

export interface SheetRead {
  readonly sheet: DataSheet;
  readonly reviewers: readonly string[];
  readonly problems: readonly FieldProblem[];
}

const longest = { purpose: 2000, why: 200, whoSees: 2000, contact: 200 } as const;

export function readSheet(
  typed: Typed,
  {
    content,
    audiences,
    languages,
  }: {
    readonly content: InstrumentContent;
    readonly audiences: readonly Audience[];
    readonly languages: readonly string[];
  },
): SheetRead {
  const said = (name: string): string => (typed[name] ?? '').trim();
  const oneLine = (name: string): string => said(name).replace(/\s+/g, ' ');
  const retention = Number(said('retention'));
  const why = Object.fromEntries(languages.map((tag) => [tag, oneLine(`why-${tag}`)]));
  const pairs = Array.from({ length: pairLines }, (_, line): PlannedTable => ({
    item: said(`pair-${line}-item`),
    by: [said(`pair-${line}-first`), said(`pair-${line}-second`)],
  }));
  const problems: FieldProblem[] = [];
  problems.push(...lengthProblems('purpose', said('purpose'), longest.purpose));
  problems.push(...lengthProblems('whoSees', said('whoSees'), longest.whoSees));
  problems.push(...lengthProblems('contact', oneLine('contact'), longest.contact));
  for (const tag of languages) problems.push(...lengthProblems(`why-${tag}`, why[tag] ?? '', longest.why));
  if (!/^\d{1,3}$/.test(said('retention')) || retention < retentionMonths.least || retention > retentionMonths.most)
    problems.push({
      field: 'retention',
      message: `Enter a number of months from ${retentionMonths.least} to ${retentionMonths.most}`,
    });
  const filled = pairs.filter(({ item, by }) => item !== '' || by.some((one) => one !== ''));
  const tables = plannedTables(content, audiences, ticked(typed, 'items'), ticked(typed, 'groups'), filled);
  for (const [line, pair] of pairs.entries()) {
    if (!filled.includes(pair)) continue;
    if (
      !tables.some(({ item, by }) => item === pair.item && by.length === 2 && by.every((one) => pair.by.includes(one)))
    )
      problems.push({
        field: `pair-${line}-item`,
        message: 'Choose a question and two different groups that are asked of the same people',
      });
  }
  return {
    sheet: {
      purpose: said('purpose'),
      why,
      basis: lawfulBases.find((one) => one === said('basis')) ?? null,
      whoSees: said('whoSees'),
      retention,
      tables,
      consent: consentModes.find((one) => one === said('consent')) ?? 'opt-out',
      contact: oneLine('contact'),
      openLink: said('openLink') === 'yes',
    },
    reviewers: ticked(typed, 'reviewers'),
    problems,
  };
}

/** The sheet as its page shows it again. */
export function sheetTyped(sheet: DataSheet, reviewers: readonly string[]): Typed {
  const pairs = sheet.tables.filter(({ by }) => by.length === 2).slice(0, pairLines);
  return {
    purpose: sheet.purpose,
    ...Object.fromEntries(Object.entries(sheet.why).map(([tag, words]) => [`why-${tag}`, words])),
    basis: sheet.basis ?? '',
    whoSees: sheet.whoSees,
    retention: String(sheet.retention),
    consent: sheet.consent,
    contact: sheet.contact,
    openLink: sheet.openLink ? 'yes' : '',
    items: sheet.tables
      .filter(({ by }) => by.length === 0)
      .map(({ item }) => item)
      .join('\n'),
    groups: [...new Set(sheet.tables.filter(({ by }) => by.length === 1).flatMap(({ by }) => by))].join('\n'),
    ...Object.fromEntries(
      pairs.flatMap(({ item, by: [first = '', second = ''] }, line) => [
        [`pair-${line}-item`, item],
        [`pair-${line}-first`, first],
        [`pair-${line}-second`, second],
      ]),
    ),
    reviewers: reviewers.join('\n'),
  };
}
