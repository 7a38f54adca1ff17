/** Volumes of the whole house, out of what each room says of its own (test/room-volumes.ts): for the benchmark, and, a few pages of each list, for tests. */
import { sql } from 'kysely';
import type { Write } from '#kit/db/gate.js';
import { fromRooms } from './room-files.js';
import { id, type RoomVolumes, vocabulary, type Volumes, word } from './room-volumes.js';
import { workOutDays } from './work-out-days.js';

export const roomVolumes = [...(await fromRooms<RoomVolumes>('volumes')).values()];

const all = (sizes: (room: RoomVolumes) => Partial<Volumes> | undefined): Volumes =>
  Object.assign({}, ...roomVolumes.map(sizes));

/** Beside what boards do grows what was promised; the registers of schools and authorities are those of the country, whatever is published. */
export function volumes(share = 1): Volumes {
  return all(({ country }) => country?.((whole) => Math.max(1, Math.round(whole * share))));
}

/** More than two pages of everything. */
export const few: Volumes = { ...volumes(0.001), ...all((room) => room.few) };
/** Three times as much; the areas of the country stay as they are. */
export const many: Volumes = { ...few, ...all((room) => room.many) };

const idFunction = `create or replace function pg_temp.id(words text) returns uuid language sql immutable as $$
  select ${id('words')} $$`;

/** SQL that fills them, in order, for the owner of the tables; it waits for what the demonstration has. */
export function fillVolumes(size: Volumes): readonly string[] {
  return [
    idFunction,
    `create temporary table vocabulary as select n, ${word('n')} as word from generate_series(1, ${vocabulary}) n`,
    'insert into published.word (word) select word from vocabulary on conflict do nothing',
    ...roomVolumes.flatMap(({ fill }) => fill?.(size) ?? []),
    'update published.revision set number = number + 1',
  ];
}

/** SQL that fills the workspace of the demonstration's programme. */
export function fillWork(size: Volumes): readonly string[] {
  return [idFunction, ...roomVolumes.flatMap((room) => room.fillWork?.(size) ?? [])];
}

/** Fills an empty house. */
export async function prepare(write: Write, size: Volumes): Promise<void> {
  const statements = roomVolumes.flatMap(({ withoutDemonstration = [] }) => withoutDemonstration);
  for (const statement of [...statements, ...fillVolumes(size)]) await sql.raw(statement).execute(write);
  await workOutDays(write);
}
