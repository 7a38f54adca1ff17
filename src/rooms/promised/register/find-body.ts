/** Which body a form or a file means, looked up in the directory: by its official number, or by a name that only one has. */
import type { FieldProblem, Typed } from '#base/form.js';
import { sql } from 'kysely';
import { fold } from '#base/fold.js';
import { type Result, ok, refused } from '#base/result.js';
import type { Read } from '#kit/db/gate.js';
import { publishedAuthorities, publishedSchool, publishedSchools } from '#rooms/ground/directory/index.js';
import type { Body, BodyKind } from './words.js';

export interface AuthorityChoice {
  readonly code: string;
  readonly name: string;
}

/** The councils of today, by name. */
export async function authorityChoices(read: Read): Promise<readonly AuthorityChoice[]> {
  return (await publishedAuthorities(read))
    .filter(({ ends }) => ends === null)
    .map(({ code, name }) => ({ code, name }));
}

async function school(read: Read, typed: string): Promise<Result<Body, string>> {
  const urn = /^[1-9]\d{4,6}$/.test(typed) ? Number(typed) : null;
  if (urn !== null) {
    const found = await publishedSchool(read, urn);
    return found
      ? ok({ kind: 'school', name: found.name, authority: found.authority, urn })
      : refused(`No school or setting has the number ${urn}`);
  }
  const { schools, near } = await publishedSchools(read, { q: typed, from: 0, count: 5 });
  const open = schools.filter(({ status }) => status !== 'closed');
  const [only] = open;
  if (only && open.length === 1 && !near) return school(read, String(only.urn));
  if (open.length === 0)
    return refused('No school or setting of that name is known. Enter its unique reference number (URN)');
  return refused(
    `More than one may be meant: ${open.map(({ name, urn: number }) => `${name} (${number})`).join('; ')}. Enter the number`,
  );
}

/** The body that was typed, or what is wrong with which field. */
export async function bodyMeant(
  read: Read,
  typed: Typed,
  kind: BodyKind,
): Promise<Result<Body, readonly FieldProblem[]>> {
  const value = (field: string): string => (typed[field] ?? '').trim();
  const council = async (code: string): Promise<AuthorityChoice | undefined> =>
    (await authorityChoices(read)).find((one) => one.code === code);
  if (kind === 'authority') {
    const found = await council(value('authority'));
    return found
      ? ok({ kind, name: found.name, authority: found.code, urn: null })
      : refused([{ field: 'authority', message: 'Choose the council' }]);
  }
  if (kind === 'school') {
    const found =
      value('school') === ''
        ? refused('Enter the number (URN) or the name of the school or setting')
        : await school(read, value('school'));
    return found.ok ? found : refused([{ field: 'school', message: found.problem }]);
  }
  const name = value(kind).replace(/\s+/g, ' ');
  const area = kind === 'group' ? value('area') : '';
  const found = area === '' ? undefined : await council(area);
  const problems = [
    ...(name.length < 3 || name.length > 160
      ? [{ field: kind, message: 'Enter its name, with 3 to 160 characters' }]
      : []),
    ...(area !== '' && !found ? [{ field: 'area', message: 'Choose the area from the list, or leave it out' }] : []),
  ];
  return problems.length > 0 ? refused(problems) : ok({ kind, name, authority: found?.code ?? null, urn: null });
}

/** Schools by their numbers, for a file with many. */
export async function schoolsByNumber(
  read: Read,
  urns: readonly number[],
): Promise<ReadonlyMap<number, { readonly name: string; readonly authority: string | null }>> {
  if (urns.length === 0) return new Map();
  const rows = await read
    .selectFrom('published.school')
    .select(['urn', 'name', 'authority'])
    .where('urn', 'in', urns)
    .execute();
  return new Map(rows.map(({ urn, ...found }) => [urn, found]));
}

/** What a body is known by in one register: two lines with the same key are one body. */
export function bodyKey({ kind, authority, urn, name }: Body): string {
  if (kind === 'authority') return `authority ${authority ?? ''}`;
  return kind === 'school' ? `school ${urn ?? ''}` : `${kind} ${fold(name)} ${authority ?? ''}`;
}

/** The keys of those who stand in a register and can not be invited again as they are. */
export async function listedKeys(read: Read, framework: string): Promise<ReadonlySet<string>> {
  const rows = await read
    .selectFrom('published.register_entry')
    .select(['kind', 'name', 'authority', 'urn'])
    .where('framework', '=', framework)
    .where(sql<boolean>`state not in ('withdrawn', 'removed')`)
    .execute();
  return new Set(rows.map(bodyKey));
}
