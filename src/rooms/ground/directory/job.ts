import { z } from 'zod';
import type { Bench, JobAftermath, JobHandler } from '#kit/jobs/jobs.js';
import { readRegisterAside } from './aside.js';
import { applyReading, recordRefusal, recordReport } from './register-files.js';
import { directoryPaths } from './paths.js';
import type { DirectoryReport } from './words.js';

const payload = z.object({ file: z.uuid() });

/** What takes everything back that a rehearsal wrote. */
const rehearsal = new Error('A rehearsal is taken back');

const secondsOfLease = 8;

/**
 * Says what is done and goes on saying it: one long statement after another leaves no time to, and a job that says
 * nothing for half a minute is taken for dead.
 */
async function saying<T>(bench: Bench, step: string, progress: number, work: () => Promise<T>): Promise<T> {
  await bench.tell(step, progress);
  const beat = setInterval(() => void bench.tell(step, progress).catch(() => undefined), secondsOfLease * 1000);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}

/**
 * Reads a file of the registers. One that waits to be looked at is brought in as a rehearsal, which is taken back and
 * leaves only
 * what it would have changed; one that somebody has looked at is brought in. The state is saved with the changes, so
 * that a second run finds nothing left to do.
 */
export const readDirectoryFile: JobHandler = async (job, bench) => {
  const { file } = payload.parse(job.payload);
  const done = directoryPaths.file(file);
  const found = await bench.read((read) =>
    read
      .selectFrom('record.directory_file')
      .select(['kind', 'bytes', 'names', 'state'])
      .where('organisation', '=', job.organisation)
      .where('id', '=', file)
      .executeTakeFirst(),
  );
  if (!found?.bytes || (found.state !== 'checking' && found.state !== 'bringing in')) return done;
  const { kind, bytes, names } = found;
  const read = await saying(bench, 'Reading the file', 0.1, () => readRegisterAside({ kind, names }, bytes));
  if (!read.ok) {
    await bench.write((write) => recordRefusal(write, job.organisation, file, read.problem, bench.clock()));
    return done;
  }
  if (found.state === 'bringing in') {
    await saying(bench, 'Bringing it in', 0.5, () =>
      bench.write(async (write) =>
        recordReport(
          write,
          job.organisation,
          file,
          await applyReading(write, read.value, bench.clock(), job.account),
          'brought in',
          bench.clock(),
        ),
      ),
    );
    return done;
  }
  const seen: DirectoryReport[] = [];
  await saying(bench, 'Comparing it with the directory', 0.5, () =>
    bench
      .write(async (write) => {
        seen.push(await applyReading(write, read.value, bench.clock(), job.account));
        throw rehearsal;
      })
      .catch((fault: unknown) => {
        if (fault !== rehearsal) throw fault;
      }),
  );
  const report = seen.at(-1);
  if (report)
    await bench.write((write) => recordReport(write, job.organisation, file, report, 'checked', bench.clock()));
  return done;
};

/** After a failure nothing of the file was saved, and the page says so. */
export const directoryFileFailed: JobAftermath = async (write, job) => {
  const found = payload.safeParse(job.payload);
  if (found.success)
    await write
      .updateTable('record.directory_file')
      .set({ state: 'failed', bytes: null, names: null })
      .where('organisation', '=', job.organisation)
      .where('id', '=', found.data.file)
      .where('state', 'in', ['checking', 'bringing in'])
      .execute();
};
