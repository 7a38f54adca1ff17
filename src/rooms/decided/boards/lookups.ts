import { sql } from 'kysely';
import type { Read } from '#kit/db/gate.js';
import type { BoardContent, Member } from './words.js';

function printedName(person: { title: string | null; name: string }): string {
  return person.title ? `${person.title} ${person.name}` : person.name;
}

/** Everything a board shows the public, as it stands now. */
export async function boardContent(read: Read, organisation: string, board: string): Promise<BoardContent> {
  const own = await read
    .selectFrom('record.board as board')
    .innerJoin('record.organisation as organisation', 'organisation.id', 'board.organisation')
    .select(['board.name', 'board.slug', 'board.cycle', 'organisation.name as organisation_name'])
    .where('board.organisation', '=', organisation)
    .where('board.id', '=', board)
    .executeTakeFirstOrThrow();
  const groups = await read
    .selectFrom('record.political_group')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('board', '=', board)
    .orderBy('position')
    .execute();
  const members = await read
    .selectFrom('record.seat as seat')
    .leftJoin('record.membership as membership', (join) =>
      join
        .onRef('membership.organisation', '=', 'seat.organisation')
        .onRef('membership.seat', '=', 'seat.id')
        .on('membership.until', 'is', null),
    )
    .leftJoin('record.person as person', (join) =>
      join.onRef('person.organisation', '=', 'seat.organisation').onRef('person.id', '=', 'membership.person'),
    )
    .select([
      'seat.political_group',
      'person.id as person',
      'person.title',
      'person.name',
      'person.slug',
      'person.honours',
      'membership.authority',
    ])
    .where('seat.organisation', '=', organisation)
    .where('seat.board', '=', board)
    .where('seat.until', 'is', null)
    .orderBy('seat.position')
    .execute();
  const substitutes = await read
    .selectFrom('record.substitute as substitute')
    .innerJoin('record.person as person', (join) =>
      join.onRef('person.organisation', '=', 'substitute.organisation').onRef('person.id', '=', 'substitute.person'),
    )
    .select([
      'substitute.political_group',
      'person.title',
      'person.name',
      'person.slug',
      'person.honours',
      'substitute.authority',
    ])
    .where('substitute.organisation', '=', organisation)
    .where('substitute.board', '=', board)
    .where('substitute.until', 'is', null)
    .orderBy('substitute.position')
    .execute();
  const offices = await read
    .selectFrom('record.office')
    .select(['person', 'label'])
    .where('organisation', '=', organisation)
    .where('board', '=', board)
    .where('until', 'is', null)
    .execute();
  const appointments = await read
    .selectFrom('record.outside_body as body')
    .innerJoin('record.appointment as appointment', (join) =>
      join
        .onRef('appointment.organisation', '=', 'body.organisation')
        .onRef('appointment.outside_body', '=', 'body.id'),
    )
    .innerJoin('record.person as person', (join) =>
      join.onRef('person.organisation', '=', 'body.organisation').onRef('person.id', '=', 'appointment.person'),
    )
    .select(['body.name as body', 'person.title', 'person.name', 'person.slug'])
    .where('body.organisation', '=', organisation)
    .where('body.board', '=', board)
    .where('appointment.until', 'is', null)
    .orderBy('body.name')
    .orderBy('person.name')
    .execute();
  const officeOf = new Map(offices.map((office) => [office.person, office.label]));
  return {
    format: 'kept-board/1',
    board: { name: own.name, slug: own.slug, organisation: own.organisation_name },
    cycle: own.cycle,
    groups: groups
      .map((group) => {
        const seats = members.filter((row) => row.political_group === group.id);
        return {
          name: group.name,
          seats: seats.length,
          office:
            group.office_phone || group.office_email ? { phone: group.office_phone, email: group.office_email } : null,
          members: seats.flatMap((row): Member[] =>
            row.person === null || row.name === null || row.slug === null
              ? []
              : [
                  {
                    name: printedName({ title: row.title, name: row.name }),
                    slug: row.slug,
                    honours: row.honours,
                    office: officeOf.get(row.person) ?? null,
                    authority: row.authority,
                  },
                ],
          ),
          substitutes: substitutes
            .filter((row) => row.political_group === group.id)
            .map((row) => ({
              name: printedName(row),
              slug: row.slug,
              honours: row.honours,
              office: null,
              authority: row.authority,
            })),
        };
      })
      .filter((group) => group.seats > 0 || group.substitutes.length > 0),
    outsideBodies: [...new Set(appointments.map((row) => row.body))].map((name) => ({
      name,
      people: appointments
        .filter((row) => row.body === name)
        .map((row) => ({ name: printedName(row), slug: row.slug })),
    })),
  };
}

/** Id of the organisation whose board it is, whoever asks; null where there is no such board. */
export async function boardKeeper(read: Read, slug: string): Promise<string | null> {
  const { rows } = await sql<{ keeper: string | null }>`select record.board_keeper(${slug}) as keeper`.execute(read);
  return rows[0]?.keeper ?? null;
}
