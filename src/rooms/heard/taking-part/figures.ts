/** For whoever runs Kept: whether answers are mixed in time. Answers are told in tens, so that no figure ever counts fewer than ten children. */
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { nobody } from '#kit/db/gate.js';
import type { FiguresWork } from '#kit/room.js';

/** The tens that are full. */
export function inTens(many: number): number {
  return Math.floor(many / 10) * 10;
}

export const mixingFigures: FiguresWork = async ({ gates, now }) => {
  const { rows } = await gates.release.read(nobody, (read) =>
    sql<{ waiting: number; overdue: number; last: string | null }>`
      select (select count(*)::int from intake.inbox) as waiting, count(*) filter (where mixed_on is null
        and late_until < ${londonDate(now)}::date)::int as overdue, max(mixed_on)::text as last
        from intake.survey`.execute(read),
  );
  const [found] = rows;
  if (!found) return [];
  return [
    {
      name: 'kept_answers_waiting',
      type: 'gauge',
      help: 'Answers that are not mixed yet, in full tens.',
      samples: [{ value: inTens(found.waiting) }],
    },
    {
      name: 'kept_mixing_overdue',
      type: 'gauge',
      help: 'Surveys that are over and could not be mixed yet.',
      samples: [{ value: found.overdue }],
    },
    {
      name: 'kept_mixing_last_day_timestamp_seconds',
      type: 'gauge',
      help: 'Day on which a survey was mixed last.',
      samples: found.last === null ? [] : [{ value: Date.parse(found.last) / 1000 }],
    },
  ];
};
