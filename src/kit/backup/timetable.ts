/** When Kept makes a backup by itself, which it keeps, and what of that is known. The rules are pure; no clock decides what is deleted. */
import { sql } from 'kysely';
import { londonDate, londonTime } from '#base/london.js';
import type { Read, Write } from '#kit/db/gate.js';
import type { Family } from '#kit/metrics.js';

const hour = 3_600_000;
const namePrefix = 'kept-';
const nameEnd = '.kept-backup';

/** The number of one of Kept's own backups, by its file's name; null for any other file. */
export function ownNumber(name: string): number | null {
  if (!name.startsWith(namePrefix) || !name.endsWith(nameEnd)) return null;
  const digits = name.slice(namePrefix.length, namePrefix.length + 6);
  return digits.length === 6 && [...digits].every((one) => one >= '0' && one <= '9') ? Number(digits) : null;
}

/** The next file's name: numbered, so that a clock which goes wrong puts none in the wrong order. */
export function nextName(names: readonly string[], now: Date): string {
  const last = names.reduce((most, name) => Math.max(most, ownNumber(name) ?? 0), 0);
  return `${namePrefix}${String(last + 1).padStart(6, '0')}-${londonDate(now)}${nameEnd}`;
}

/** The oldest of Kept's own, beyond those that are kept. */
export function beyondKept(names: readonly string[], keep: number): readonly string[] {
  const own = names
    .filter((name) => ownNumber(name) !== null)
    .toSorted((a, b) => (ownNumber(b) ?? 0) - (ownNumber(a) ?? 0));
  return own.slice(keep);
}

export interface Run {
  readonly doneAt: Date | null;
  readonly failedAt: Date | null;
}

function isLastFailed({ doneAt, failedAt }: Run): boolean {
  return failedAt !== null && (doneAt === null || failedAt > doneAt);
}

/** After a failure it is tried again once an hour; one whose time lies ahead was made under a wrong clock and does not count. */
export function isBackupDue(dailyAt: string, run: Run, now: Date): boolean {
  if (
    isLastFailed(run) &&
    run.failedAt !== null &&
    now.getTime() - run.failedAt.getTime() < hour &&
    run.failedAt <= now
  )
    return false;
  if (run.doneAt === null || run.doneAt.getTime() > now.getTime() + hour) return true;
  const [today, made] = [londonDate(now), londonDate(run.doneAt)];
  const isPastToday = londonTime(now) >= dailyAt;
  if (made < today) return isPastToday || now.getTime() - run.doneAt.getTime() > 24 * hour;
  return isPastToday && londonTime(run.doneAt) < dailyAt;
}

const drillDays = 7;

/** A backup that was never opened again is a hope: one a week is restored. */
export function isDrillDue(run: Run, now: Date): boolean {
  return (
    run.doneAt === null ||
    isLastFailed(run) ||
    now.getTime() - run.doneAt.getTime() > drillDays * 24 * hour ||
    run.doneAt.getTime() > now.getTime() + hour
  );
}

/** "key": a drill by hand, with the private key. */
export type RunKind = 'backup' | 'drill' | 'key';

/** Whoever has the private key shows it once a year; in the first month after backups began nobody is asked. */
const keyDays = 366;
const firstKeyDays = 31;

export interface RunSeen extends Run {
  readonly problem: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface BackupsSeen {
  /** Null where no process makes backups by timetable. */
  readonly plan: {
    readonly dailyAt: string;
    readonly keep: number;
    readonly mark: string;
    readonly since: Date;
  } | null;
  readonly backup: RunSeen;
  readonly drill: RunSeen;
  readonly key: RunSeen;
}

const never: RunSeen = { doneAt: null, failedAt: null, problem: null, facts: {} };

export async function backupsSeen(read: Read): Promise<BackupsSeen> {
  const { rows: plans } = await sql<{
    daily_at: string;
    keep: number;
    mark: string;
    since: Date;
  }>`select daily_at, keep, mark, since from kit.backup_plan`.execute(read);
  const { rows } = await sql<{
    kind: RunKind;
    done_at: Date | null;
    failed_at: Date | null;
    problem: string | null;
    facts: Record<string, unknown>;
  }>`select kind, done_at, failed_at, problem, facts from kit.backup_run`.execute(read);
  const of = (kind: RunKind): RunSeen => {
    const row = rows.find((one) => one.kind === kind);
    return row ? { doneAt: row.done_at, failedAt: row.failed_at, problem: row.problem, facts: row.facts } : never;
  };
  const [plan] = plans;
  return {
    plan: plan ? { dailyAt: plan.daily_at, keep: plan.keep, mark: plan.mark, since: plan.since } : null,
    backup: of('backup'),
    drill: of('drill'),
    key: of('key'),
  };
}

type Trouble = 'failed' | 'missed' | null;

/** What is wrong now: the last run failed, or none came when it should have. The private key of another pair than the present one proves nothing. */
export function troubleOf({ plan, backup, drill, key }: BackupsSeen, now: Date): Readonly<Record<RunKind, Trouble>> {
  const missed = (run: Run, hours: number): boolean =>
    plan !== null && now.getTime() - Math.max(run.doneAt?.getTime() ?? 0, plan.since.getTime()) > hours * hour;
  const trouble = (run: Run, hours: number) => (isLastFailed(run) ? 'failed' : missed(run, hours) ? 'missed' : null);
  const daysSince = (at: Date | null): number =>
    at === null ? Infinity : (now.getTime() - at.getTime()) / (24 * hour);
  const isProved = key.facts['mark'] === plan?.mark && daysSince(key.doneAt) <= keyDays;
  const keyTrouble = isLastFailed(key)
    ? 'failed'
    : plan === null || isProved || (key.doneAt === null && daysSince(plan.since) <= firstKeyDays)
      ? null
      : 'missed';
  return { backup: trouble(backup, 26), drill: trouble(drill, (drillDays + 1) * 24 + 2), key: keyTrouble };
}

/** Remembers how a run went. */
export async function noteRun(
  write: Write,
  kind: RunKind,
  now: Date,
  how: { readonly facts: Readonly<Record<string, unknown>> } | { readonly problem: string },
): Promise<void> {
  if ('problem' in how)
    await sql`insert into kit.backup_run (kind, failed_at, problem) values (${kind}, ${now}, ${how.problem})
      on conflict (kind) do update set failed_at = excluded.failed_at, problem = excluded.problem`.execute(write);
  else
    await sql`insert into kit.backup_run (kind, done_at, facts)
      values (${kind}, ${now}, ${JSON.stringify(how.facts)}::jsonb) on conflict (kind) do update
      set done_at = excluded.done_at, facts = excluded.facts, problem = null`.execute(write);
}

/** Remembers the timetable of this process, or that it has none. */
export async function notePlan(
  write: Write,
  plan: { readonly dailyAt: string; readonly keep: number; readonly mark: string } | null,
  now: Date,
): Promise<void> {
  if (plan === null) return;
  await sql`insert into kit.backup_plan (daily_at, keep, mark, since)
    values (${plan.dailyAt}, ${plan.keep}, ${plan.mark}, ${now}) on conflict (one) do update
    set daily_at = excluded.daily_at, keep = excluded.keep, mark = excluded.mark`.execute(write);
}

export async function backupFigures(read: Read, now: Date): Promise<readonly Family[]> {
  const seen = await backupsSeen(read);
  const trouble = troubleOf(seen, now);
  const kinds = ['backup', 'drill', 'key'] as const;
  return [
    {
      name: 'kept_backup_last_timestamp_seconds',
      type: 'gauge',
      help: 'When the last backup by timetable was made, and the last was restored as a drill; key: with the private key.',
      samples: kinds.flatMap((kind) =>
        seen[kind].doneAt === null ? [] : [{ labels: { kind }, value: seen[kind].doneAt.getTime() / 1000 }],
      ),
    },
    {
      name: 'kept_backup_trouble',
      type: 'gauge',
      help: '1 where the last one failed, or was missed.',
      samples: kinds.flatMap((kind) =>
        (['failed', 'missed'] as const).map((what) => ({
          labels: { kind, what },
          value: Number(trouble[kind] === what),
        })),
      ),
    },
    {
      name: 'kept_backup_planned',
      type: 'gauge',
      help: '1 where backups are made by timetable.',
      samples: [{ value: Number(seen.plan !== null) }],
    },
  ];
}
