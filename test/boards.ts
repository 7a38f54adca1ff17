/** For tests: councils with boards, in the record and as readers have them. All of them are invented. */
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { type PublicationKind, savePublication } from '#kit/publications/publications.js';
import { peopleOf, recordBoard } from '#rooms/decided/boards/index.js';

export interface BoardAt {
  readonly organisation: string;
  readonly board: string;
  readonly slug: string;
}

export async function council(write: Write, name = 'Northmoor Council'): Promise<string> {
  const id = newId();
  const slug = `${name.toLowerCase().replaceAll(' ', '-')}-${id.slice(-12)}`;
  await write.insertInto('record.organisation').values({ id, slug, name, kind: 'association' }).execute();
  return id;
}

/** A board of that organisation, or of a council of its own. */
export async function boardOf(
  write: Write,
  name = 'Children and Young People Board',
  organisation: string | null = null,
): Promise<BoardAt> {
  const of = organisation ?? (await council(write));
  const { id, slug } = await recordBoard(write, of, name);
  return { organisation: of, board: id, slug };
}

/** Somebody whom the record knows. */
export async function personOf(
  write: Write,
  { organisation }: Pick<BoardAt, 'organisation'>,
  name: string,
  title: string | null = 'Cllr',
): Promise<string> {
  return (await peopleOf(write, organisation)({ name, title, honours: null })).id;
}

/** A publication of a kind, as far as lists care. */
export async function publication(
  write: Write,
  kind: PublicationKind,
  subject: string,
  version = 1,
  now = new Date('2026-02-20T09:00:00Z'),
): Promise<string> {
  const words = { title: `${subject}, version ${version}`, html: `<p>${subject}, version ${version}</p>` };
  const none = { pdf: null, pages: null, changes: null, date: null, passages: [] };
  const content = { subject, version };
  return savePublication(write, { kind, subject, version, ...words, content, board: subject, ...none }, now);
}

/** A board as readers have it: its short name, its name and its organisation's. */
export async function publicBoard(
  write: Write,
  slug: string,
  name = 'Children and Young People Board',
  organisation = 'Northmoor Council',
): Promise<string> {
  const id = await publication(write, 'board', slug);
  await write.insertInto('published.board').values({ slug, name, organisation, publication: id }).execute();
  return id;
}

/** Says of an address that what stood there was withdrawn. */
export async function saidWithdrawn(write: Write, kind: string, subject: string, address: string): Promise<void> {
  const by = { organisation: newId(), organisation_name: 'Northmoor Council', role: 'clerk', reason: 'wrong' as const };
  const row = { address, below: true, kind, subject, version: null, on_day: '2026-03-01', ...by };
  await write.insertInto('published.withdrawal').values(row).execute();
}

export interface PublicMeeting {
  readonly slug?: string;
  readonly start?: string | null;
  readonly place?: string | null;
  readonly state?: string;
}

/** A meeting as readers have it. */
export async function publicMeeting(
  write: Write,
  board: string,
  date: string,
  { slug = date, start = null, place = null, state = 'planned' }: PublicMeeting = {},
): Promise<void> {
  const rest = { mode: null, pack: null, minutes: null, changed_at: new Date('2026-02-20T09:00:00Z') };
  const row = { board, board_name: board, slug, date, start, place, state, ...rest };
  await write.insertInto('published.meeting').values(row).execute();
}
