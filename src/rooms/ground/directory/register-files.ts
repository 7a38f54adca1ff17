/** Files of the registers that an administrator sends: kept until they are brought in or set aside, looked at before anything is changed. */
import { createHash } from 'node:crypto';
import { type Result, ok, refused } from '#base/result.js';
import { json } from '#kit/db/client.js';
import type { Read, Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { askForJob } from '#kit/jobs/jobs.js';
import { journal } from '#kit/journal.js';
import type { Who } from '#rooms/ground/people/index.js';
import { applyAuthorities, applyLinks, applySchools } from './acts.js';
import type { AnyReading } from './aside.js';
import type { DirectoryChanges, DirectoryFileState, DirectoryRegister, DirectoryReport, FileProblem } from './words.js';

export const directoryJob = 'directory file';

/** Keeps a file and asks for it to be read and compared. Nothing of the directory is changed by that. */
export async function submitDirectoryFile(
  write: Write,
  who: Who,
  file: {
    readonly kind: DirectoryRegister;
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly names: Uint8Array | null;
  },
): Promise<string> {
  const id = newId(who.now);
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const job = await askForJob(
    write,
    { kind: directoryJob, organisation: who.organisation, account: who.account, payload: { file: id } },
    who.now,
  );
  await write
    .insertInto('record.directory_file')
    .values({
      organisation: who.organisation,
      id,
      kind: file.kind,
      name: file.name.replaceAll('\0', '').slice(0, 200),
      sha256,
      bytes: Buffer.from(file.bytes),
      names: file.names && Buffer.from(file.names),
      state: 'checking',
      job,
      problem: null,
      report: null,
      sent_by: who.account,
      sent_at: who.now,
      ended_at: null,
    })
    .execute();
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'submit',
    kind: 'directory',
    thing: id,
    detail: { register: file.kind, sha256 },
  });
  return id;
}

/** Moves a file on from a state; false where it stands otherwise by now. */
async function moved(
  write: Write,
  organisation: string,
  id: string,
  from: DirectoryFileState,
  to: {
    readonly state: DirectoryFileState;
    readonly job?: string;
    readonly bytes?: null;
    readonly names?: null;
    readonly ended_at?: Date;
  },
): Promise<boolean> {
  const found = await write
    .updateTable('record.directory_file')
    .set(to)
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .where('state', '=', from)
    .returning('id')
    .executeTakeFirst();
  return found !== undefined;
}

/** Asks for a file that was looked at to be brought in. */
export async function publishDirectoryFile(write: Write, who: Who, id: string): Promise<Result<null, 'wrong state'>> {
  const job = await askForJob(
    write,
    { kind: directoryJob, organisation: who.organisation, account: who.account, payload: { file: id } },
    who.now,
  );
  return (await moved(write, who.organisation, id, 'checked', { state: 'bringing in', job }))
    ? ok(null)
    : refused('wrong state');
}

/** Sets a file aside: nothing is changed by it. */
export async function withdrawDirectoryFile(write: Write, who: Who, id: string): Promise<Result<null, 'wrong state'>> {
  if (
    !(await moved(write, who.organisation, id, 'checked', {
      state: 'set aside',
      bytes: null,
      names: null,
      ended_at: who.now,
    }))
  )
    return refused('wrong state');
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'withdraw',
    kind: 'directory',
    thing: id,
  });
  return ok(null);
}

/** Notes why a file was not taken. */
export async function recordRefusal(
  write: Write,
  organisation: string,
  id: string,
  problem: FileProblem,
  now: Date,
): Promise<void> {
  await write
    .updateTable('record.directory_file')
    .set({ state: 'refused', problem: json(problem), bytes: null, names: null, ended_at: now })
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .execute();
}

/** Notes what a file would change, or what it has changed. */
export async function recordReport(
  write: Write,
  organisation: string,
  id: string,
  report: DirectoryReport,
  state: 'checked' | 'brought in',
  now: Date,
): Promise<void> {
  const ended = state === 'brought in' ? { bytes: null, names: null, ended_at: now } : {};
  await write
    .updateTable('record.directory_file')
    .set({ state, report: json(report), ...ended })
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .execute();
}

const namedAtMost = 200;

function reportOf<Key extends string | number>(
  changes: DirectoryChanges<Key>,
  unmatched: readonly string[],
  trusts: DirectoryReport['trusts'],
): DirectoryReport {
  const { added, changed, closed, reopened, unchanged, vanished } = changes;
  const some = (keys: readonly Key[]) => keys.slice(0, namedAtMost).map(String);
  return {
    counts: {
      added: added.length,
      changed: changed.length,
      closed: closed.length,
      reopened: reopened.length,
      unchanged,
      vanished: vanished.length,
    },
    added: some(added),
    changed: changed.slice(0, namedAtMost).map(({ key, fields }) => ({ key: String(key), fields })),
    closed: some(closed),
    reopened: some(reopened),
    vanished: some(vanished),
    unmatched: unmatched.slice(0, namedAtMost),
    trusts,
  };
}

/** Brings a reading into the directory, in the caller's transaction, and says what changed. */
export async function applyReading(write: Write, read: AnyReading, now: Date, who: string): Promise<DirectoryReport> {
  switch (read.kind) {
    case 'authorities':
      return reportOf(
        await applyAuthorities(write, read.reading, now, who),
        read.reading.unknownCodes.map((code) => `${code}: named by the file, and not in it`),
        null,
      );
    case 'schools': {
      const changes = await applySchools(write, read.reading, now, who);
      return reportOf(
        changes,
        changes.withoutAuthority.map(
          ({ name, schools }) =>
            `${name}: no authority is known by this name (${schools} ${schools === 1 ? 'school' : 'schools'})`,
        ),
        { added: changes.trusts.added.length, changed: changes.trusts.changed.length },
      );
    }
    case 'links': {
      const changes = await applyLinks(write, read.reading, now, who);
      const left = changes.leftOut.map(
        ({ kind, rows }) => `${kind}: no succession, left out (${rows} ${rows === 1 ? 'row' : 'rows'})`,
      );
      return reportOf(
        changes,
        [
          ...left,
          ...(changes.unknownSchools.length === 0
            ? []
            : [`${changes.unknownSchools.length} linked schools are not known here`]),
        ],
        null,
      );
    }
  }
}

export interface DirectoryFileLine {
  readonly id: string;
  readonly kind: DirectoryRegister;
  readonly name: string;
  readonly state: DirectoryFileState;
  readonly sent_at: Date;
  readonly report: DirectoryReport | null;
}

export interface DirectoryFile extends DirectoryFileLine {
  readonly job: string | null;
  readonly problem: FileProblem | null;
}

/** Files that one's own organisation sent, the newest first. */
export async function directoryFiles(
  read: Read,
  organisation: string,
  count: number,
): Promise<readonly DirectoryFileLine[]> {
  const rows = await read
    .selectFrom('record.directory_file')
    .select(['id', 'kind', 'name', 'state', 'sent_at', 'report'])
    .where('organisation', '=', organisation)
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(count)
    .execute();
  return rows;
}

export async function directoryFile(read: Read, organisation: string, id: string): Promise<DirectoryFile | undefined> {
  return read
    .selectFrom('record.directory_file')
    .select(['id', 'kind', 'name', 'state', 'sent_at', 'report', 'job', 'problem'])
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .executeTakeFirst();
}
