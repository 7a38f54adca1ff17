import { z } from 'zod';
import { type JobAftermath, type JobHandler, JobRefused } from '#kit/jobs/jobs.js';
import { publishChanged, publishedPath } from '#rooms/decided/packs/index.js';
import { importSheet } from './lookups.js';
import { importPaths } from './paths.js';
import { recordReading } from './record.js';

const payload = z.object({ import: z.uuid() });

/** Records what a checked import says and publishes it. Bears being run twice: what is the same already is left alone. */
export const publishImport: JobHandler = async (job, bench) => {
  const { import: id } = payload.parse(job.payload);
  await bench.tell('Recording the meeting', 0.05);
  const recorded = await bench.write(async (write) => {
    const sheet = await importSheet(write, job.organisation, id);
    if (!sheet) throw new JobRefused('This import is not there any more.');
    const found = await recordReading(write, job.organisation, sheet.corrected);
    await write
      .updateTable('record.import')
      .set({ board: found.board })
      .where('organisation', '=', job.organisation)
      .where('id', '=', id)
      .execute();
    return found;
  });
  const published = await publishChanged(
    bench,
    { organisation: job.organisation, ...recorded },
    job.account,
    async (write) => {
      await write
        .updateTable('record.import')
        .set({ state: 'published' })
        .where('organisation', '=', job.organisation)
        .where('id', '=', id)
        .execute();
    },
  );
  return publishedPath(published) ?? importPaths.check({ import: id });
};

/** After a failure the clerk can go on checking. */
export const publishFailed: JobAftermath = async (write, job) => {
  const found = payload.safeParse(job.payload);
  if (found.success)
    await write
      .updateTable('record.import')
      .set({ state: 'to check' })
      .where('organisation', '=', job.organisation)
      .where('id', '=', found.data.import)
      .execute();
};
