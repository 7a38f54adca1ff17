/** Many invitations at once: a table with one body on each line. Every bad line is named with its rule, and nothing is half saved. */
import type { Result } from '#base/result.js';
import type { Read } from '#kit/db/gate.js';
import { type Columns, type FileProblem, judgedTable, type NamedTable } from '#rooms/ground/directory/index.js';
import type { InvitationDraft } from './acts.js';
import { authorityChoices, bodyKey, listedKeys, schoolsByNumber } from './find-body.js';
import { isEmail } from './body.form.js';
import { type Body, bodyKinds } from './words.js';

type Key = 'kind' | 'number' | 'name' | 'area' | 'email';
const linesAtMost = 500;

/** What a file of invitations holds. */
export const invitationTable: Columns<Key> = {
  source: 'a table as CSV with the columns of the example',
  limits: { bytes: 1_000_000, rows: linesAtMost, cells: 50, cell: 2000 },
  required: { kind: 'kind', number: 'official number', email: 'email for the letter' },
  optional: { name: 'name', area: 'area code' },
};

/** The first line of a file to fill in. */
export const invitationHead = 'kind,official number,name,area code,email for the letter';

/** The bodies of a file, with whom each letter goes to; or what is wrong with which line. */
export async function readInvitations(
  read: Read,
  framework: string,
  table: NamedTable<Key>,
): Promise<Result<readonly InvitationDraft[], FileProblem>> {
  // The directory is asked once for all of them.
  const numbers = new Set(table.rows.map(({ cells }) => cells.number ?? ''));
  const councils = new Map((await authorityChoices(read)).map(({ code, name }) => [code, name]));
  const schools = await schoolsByNumber(
    read,
    [...numbers].filter((number) => /^[1-9]\d{4,6}$/.test(number)).map(Number),
  );
  const listed = await listedKeys(read, framework);
  const seen = new Map<string, number>();
  const drafts = judgedTable<Key, InvitationDraft>(table, invitationTable, (row) => {
    const [kind, number, area, email] = [
      bodyKinds.find((one) => one === row.cell('kind').toLowerCase()),
      row.cell('number'),
      row.cell('area'),
      row.cell('email'),
    ];
    const name = row.cell('name').replace(/\s+/g, ' ');
    let body: Body | null = null;
    if (!kind) row.refuse('kind', `one of ${bodyKinds.join(', ')}`);
    else if (kind === 'authority') {
      const found = councils.get(number);
      if (found === undefined) row.refuse('number', 'the GSS code of a council of today, like E09000007');
      else body = { kind, name: found, authority: number, urn: null };
    } else if (kind === 'school') {
      const found = schools.get(Number(number));
      if (!found) row.refuse('number', 'the number (URN) of a school or setting that the directory knows');
      else body = { kind, name: found.name, authority: found.authority, urn: Number(number) };
    } else {
      if (number !== '') row.refuse('number', 'empty: a trust or a group has no number here');
      if (name.length < 3 || name.length > 160) row.refuse('name', 'its name, with 3 to 160 characters');
      else if (area !== '' && !councils.has(area)) row.refuse('area', 'the GSS code of a council of today, or empty');
      else if (number === '') body = { kind, name, authority: area === '' ? null : area, urn: null };
    }
    if (email !== '' && !isEmail(email))
      row.refuse('email', 'an e-mail address like name@example.org, or empty for no letter');
    if (body === null) return null;
    const key = bodyKey(body);
    const before = seen.get(key);
    if (before !== undefined) row.refuse('number', `stands in line ${before} already`);
    else if (listed.has(key)) row.refuse('number', 'is in the register already');
    seen.set(key, row.line);
    return { body, email: email === '' ? null : email, isInterested: false };
  });
  return drafts.ok ? { ok: true, value: drafts.value.rows } : drafts;
}
