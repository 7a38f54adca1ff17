/** What happens to a board's membership. Importing is the first source; the editing pages will call the same acts. */
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { officeCode, seatMoves } from './rules.js';
import { endOpen, saveBoard, savePerson, saveSeat, saveTitles } from './store.js';
import type { PersonRow } from './tables.js';

export interface PersonDraft {
  readonly name: string;
  readonly title: string | null;
  readonly honours: string | null;
}

export interface MemberDraft extends PersonDraft {
  readonly office: string | null;
  readonly authority: string | null;
}

export interface GroupDraft {
  readonly name: string | null;
  readonly seats: number | null;
  readonly office: { readonly phone: string | null; readonly email: string | null } | null;
  readonly members: readonly MemberDraft[];
  readonly substitutes: readonly MemberDraft[];
}

export interface KnownPerson {
  readonly id: string;
  readonly slug: string;
}

/** The people of an organisation as one import meets them: each name is looked up or recorded once. */
export type People = (person: PersonDraft) => Promise<KnownPerson>;

/** The board of that name in the organisation, recorded if it is new. Names are compared without regard to case. */
export async function recordBoard(
  write: Write,
  organisation: string,
  name: string,
): Promise<{ id: string; slug: string }> {
  const known = await write
    .selectFrom('record.board')
    .select(['id', 'slug'])
    .where('organisation', '=', organisation)
    .where((where) => where(where.fn<string>('lower', ['name']), '=', name.toLowerCase()))
    .executeTakeFirst();
  return known ?? saveBoard(write, organisation, name);
}

/**
 * Looks people up by name, and records those who are new. Two people of one name are one to this act: an import's doubts
 * tell. What one import says of somebody first stands; a title or honour that it gives only in a later place is added.
 */
export function peopleOf(write: Write, organisation: string): People {
  const met = new Map<string, PersonRow>();
  return async (draft) => {
    const key = draft.name.toLowerCase();
    const already = met.get(key);
    if (already) {
      met.set(
        key,
        await saveTitles(write, already, {
          title: already.title ?? draft.title,
          honours: already.honours ?? draft.honours,
        }),
      );
      return already;
    }
    const known = await write
      .selectFrom('record.person')
      .selectAll()
      .where('organisation', '=', organisation)
      .where((where) => where(where.fn<string>('lower', ['name']), '=', key))
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
    const person = known ? await saveTitles(write, known, draft) : await savePerson(write, organisation, draft);
    met.set(key, person);
    return person;
  };
}

/**
 * Moves the whole membership to what a paper says, as of its day; a paper older than what is known changes nothing.
 * History stays: who left keeps the dates of their time.
 */
export async function recordMembership(
  write: Write,
  where: { organisation: string; board: string },
  membership: { cycle: string | null; groups: readonly GroupDraft[]; asOf: string },
  people: People,
): Promise<void> {
  const { organisation, board } = where;
  const known = await write
    .selectFrom('record.board')
    .select('membership_as_of')
    .where('organisation', '=', organisation)
    .where('id', '=', board)
    .executeTakeFirstOrThrow();
  if (known.membership_as_of !== null && known.membership_as_of > membership.asOf) return;
  await write
    .updateTable('record.board')
    .set({ cycle: membership.cycle, membership_as_of: membership.asOf })
    .where('organisation', '=', organisation)
    .where('id', '=', board)
    .execute();

  const groups = await write
    .selectFrom('record.political_group')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('board', '=', board)
    .execute();
  const offices: { person: string; label: string }[] = [];
  const seenGroups = new Set<string>();
  const seated = new Set<string>();
  const memberRows: {
    group: string;
    seats: number | null;
    members: { person: string; authority: string | null }[];
    substitutes: { person: string; authority: string | null }[];
  }[] = [];

  for (const [position, draft] of membership.groups.entries()) {
    const present = groups.find((group) => (group.name ?? '').toLowerCase() === (draft.name ?? '').toLowerCase());
    const group = present?.id ?? newId();
    seenGroups.add(group);
    if (present)
      await write
        .updateTable('record.political_group')
        .set({
          position,
          office_phone: draft.office?.phone ?? present.office_phone,
          office_email: draft.office?.email ?? present.office_email,
        })
        .where('organisation', '=', organisation)
        .where('id', '=', group)
        .execute();
    else
      await write
        .insertInto('record.political_group')
        .values({
          organisation,
          board,
          id: group,
          position,
          name: draft.name,
          office_phone: draft.office?.phone ?? null,
          office_email: draft.office?.email ?? null,
        })
        .execute();

    const members: { person: string; authority: string | null }[] = [];
    for (const member of draft.members) {
      const { id } = await people(member);
      if (member.office !== null) offices.push({ person: id, label: member.office });
      // One person, one seat (reference rule 2): a name printed twice sits where it was printed first.
      if (seated.has(id)) continue;
      seated.add(id);
      members.push({ person: id, authority: member.authority });
    }
    const substitutes: { person: string; authority: string | null }[] = [];
    for (const substitute of draft.substitutes)
      substitutes.push({ person: (await people(substitute)).id, authority: substitute.authority });
    memberRows.push({ group, seats: draft.seats, members, substitutes });
  }

  await moveSeats(
    write,
    where,
    membership.asOf,
    memberRows,
    groups.map((group) => group.id).filter((group) => !seenGroups.has(group)),
  );
  await moveSubstitutes(write, where, membership.asOf, memberRows);
  await moveOffices(write, where, membership.asOf, offices);
}

type GroupRows = readonly {
  group: string;
  seats: number | null;
  members: readonly { person: string; authority: string | null }[];
  substitutes: readonly { person: string; authority: string | null }[];
}[];

async function moveSeats(
  write: Write,
  { organisation, board }: { organisation: string; board: string },
  asOf: string,
  groups: readonly Omit<GroupRows[number], 'substitutes'>[],
  goneGroups: readonly string[],
): Promise<void> {
  const seats = await write
    .selectFrom('record.seat as seat')
    .leftJoin('record.membership as membership', (join) =>
      join
        .onRef('membership.seat', '=', 'seat.id')
        .onRef('membership.organisation', '=', 'seat.organisation')
        .on('membership.until', 'is', null),
    )
    .select([
      'seat.id as seat',
      'seat.political_group as group',
      'seat.position',
      'membership.person',
      'membership.id as membership',
    ])
    .where('seat.organisation', '=', organisation)
    .where('seat.board', '=', board)
    .where('seat.until', 'is', null)
    .orderBy('seat.position')
    .execute();
  const membershipOf = new Map(seats.map((row) => [row.seat, row.membership]));
  const moves = [...groups, ...goneGroups.map((group) => ({ group, seats: 0, members: [] }))].map((group) => ({
    group,
    moved: seatMoves(
      seats.filter((seat) => seat.group === group.group).map(({ seat, person }) => ({ seat, person })),
      group.members.map((member) => member.person),
      group.seats,
    ),
  }));
  // Everybody leaves before anybody takes a seat: a person may move from one group to another on the same day.
  const left = moves.flatMap(({ moved }) => moved.leave.flatMap(({ seat }) => membershipOf.get(seat) ?? []));
  await endOpen(write, 'membership', organisation, left, asOf);
  await endOpen(
    write,
    'seat',
    organisation,
    moves.flatMap(({ moved }) => moved.close),
    asOf,
  );
  for (const { group, moved } of moves) {
    // Behind those that are there: where an earlier seat has ended they are fewer than their positions say.
    let position = seats.reduce((next, seat) => (seat.group === group.group ? seat.position + 1 : next), 0);
    const authorityOf = new Map(group.members.map((member) => [member.person, member.authority]));
    for (const { seat, person } of moved.take) {
      const taken =
        seat ?? (await saveSeat(write, { organisation, board, group: group.group, position: position++, since: asOf }));
      await write
        .insertInto('record.membership')
        .values({
          organisation,
          board,
          id: newId(),
          seat: taken,
          person,
          authority: authorityOf.get(person) ?? null,
          since: asOf,
          until: null,
        })
        .execute();
    }
    for (let made = 0; made < moved.vacant; made += 1)
      await saveSeat(write, { organisation, board, group: group.group, position: position++, since: asOf });
    for (const { seat, person } of moved.keep) {
      const membership = membershipOf.get(seat);
      if (membership)
        await write
          .updateTable('record.membership')
          .set({ authority: authorityOf.get(person) ?? null })
          .where('organisation', '=', organisation)
          .where('id', '=', membership)
          .execute();
    }
  }
}

async function moveSubstitutes(
  write: Write,
  { organisation, board }: { organisation: string; board: string },
  asOf: string,
  groups: GroupRows,
): Promise<void> {
  const open = await write
    .selectFrom('record.substitute')
    .select(['id', 'political_group', 'person'])
    .where('organisation', '=', organisation)
    .where('board', '=', board)
    .where('until', 'is', null)
    .execute();
  const stays = new Set<string>();
  for (const { group, substitutes } of groups) {
    for (const [position, { person, authority }] of substitutes.entries()) {
      const present = open.find((row) => row.political_group === group && row.person === person && !stays.has(row.id));
      if (present) {
        stays.add(present.id);
        await write
          .updateTable('record.substitute')
          .set({ position, authority })
          .where('organisation', '=', organisation)
          .where('id', '=', present.id)
          .execute();
      } else
        await write
          .insertInto('record.substitute')
          .values({
            organisation,
            board,
            id: newId(),
            political_group: group,
            position,
            person,
            authority,
            since: asOf,
            until: null,
          })
          .execute();
    }
  }
  await endOpen(
    write,
    'substitute',
    organisation,
    open.filter((row) => !stays.has(row.id)).map((row) => row.id),
    asOf,
  );
}

async function moveOffices(
  write: Write,
  { organisation, board }: { organisation: string; board: string },
  asOf: string,
  offices: readonly { person: string; label: string }[],
): Promise<void> {
  const open = await write
    .selectFrom('record.office')
    .select(['id', 'person', 'label', 'code'])
    .where('organisation', '=', organisation)
    .where('board', '=', board)
    .where('until', 'is', null)
    .execute();
  const stays = new Set(
    open
      .filter((row) => offices.some((office) => office.person === row.person && office.label === row.label))
      .map((row) => row.id),
  );
  await endOpen(
    write,
    'office',
    organisation,
    open.filter((row) => !stays.has(row.id)).map((row) => row.id),
    asOf,
  );
  const held = open.filter((row) => stays.has(row.id)).map(({ person, label, code }) => ({ person, label, code }));
  for (const { person, label } of offices) {
    if (held.some((office) => office.person === person && office.label === label)) continue;
    // At most one Chair at a time (mission 1): a second one that a paper prints keeps its label but not the code.
    const wanted = officeCode(label);
    const code = wanted === 'chair' && held.some((office) => office.code === 'chair') ? 'other' : wanted;
    held.push({ person, label, code });
    await write
      .insertInto('record.office')
      .values({ organisation, board, id: newId(), person, code, label, since: asOf, until: null })
      .execute();
  }
}

/** Adds the appointments to outside bodies that a paper names; it ends none, since a paper seldom lists them all. */
export async function recordAppointments(
  write: Write,
  { organisation, board }: { organisation: string; board: string },
  bodies: readonly { readonly name: string; readonly people: readonly PersonDraft[] }[],
  asOf: string,
  people: People,
): Promise<void> {
  for (const body of bodies) {
    const id = newId();
    const saved = await write
      .insertInto('record.outside_body')
      .values({ organisation, board, id, name: body.name })
      .onConflict((conflict) => conflict.constraint('outside_body_named_once').doUpdateSet({ name: body.name }))
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const draft of body.people) {
      const person = await people(draft);
      const open = await write
        .selectFrom('record.appointment')
        .select('id')
        .where('organisation', '=', organisation)
        .where('outside_body', '=', saved.id)
        .where('person', '=', person.id)
        .where('until', 'is', null)
        .executeTakeFirst();
      if (!open)
        await write
          .insertInto('record.appointment')
          .values({
            organisation,
            board,
            id: newId(),
            outside_body: saved.id,
            person: person.id,
            since: asOf,
            until: null,
          })
          .execute();
    }
  }
}
