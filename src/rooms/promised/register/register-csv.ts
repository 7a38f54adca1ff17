/** The register as a table (CSV): its columns, and the line of one entry. */
import { csvText } from '#base/csv.js';
import type { RegisterRow } from './published.js';
import { shownWord, standingOf } from './rules.js';
import { kindWords } from './view-words.js';

export const registerHead = csvText([
  [
    'name',
    'kind',
    'gss code',
    'urn',
    'standing',
    'stands as',
    'first signed',
    'signed',
    'lapses',
    'version',
    'signed by',
    'role',
    'authority of signature',
    'ended',
    'reason',
    'as of',
    'page',
  ],
]);

export function registerLine(entry: RegisterRow, today: string, page: string): string {
  return csvText([
    [
      entry.name,
      kindWords[entry.kind].one,
      entry.authority,
      entry.urn,
      standingOf(entry, today),
      shownWord(entry, today),
      entry.first_signed_on,
      entry.signed_on,
      entry.lapses_on,
      entry.version,
      entry.signed_by,
      entry.signed_role,
      entry.mandate_link,
      entry.ended_on,
      entry.reason,
      today,
      page,
    ],
  ]);
}
