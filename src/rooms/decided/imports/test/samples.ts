/** Where the tests that go through every page look at those of this room. */
import { askForJob } from '#kit/jobs/jobs.js';
import { importIn, persona, publishNow, type SampleParts, samplesOf } from '#test/samples.js';

/** The clerk gives the meeting another place, and publishes a second version. */
async function publishAgain({ kept, owner }: SampleParts): Promise<void> {
  const { id, organisation, imported_by: account } = await owner(importIn);
  const who = await persona(kept, 'clerk');
  const page = await who.get(`/work/imports/${id}`);
  const inputs = page.body.split('<input').map((after) => after.slice(0, after.indexOf('>')));
  const value = (name: string): string =>
    /value="([^"]*)"/.exec(inputs.find((tag) => tag.includes(` name="${name}"`)) ?? '')?.[1] ?? '';
  const sent = await who.post(`/work/imports/${id}/meeting`, {
    board: value('board').replaceAll('&amp;', '&'),
    date: value('date'),
    start: value('start'),
    place: 'Another room',
    mode: 'hybrid',
  });
  if (sent.status !== 303) throw new Error(`The clerk cannot change the meeting: ${sent.body.slice(0, 500)}`);
  await publishNow(kept.house.gates.work, { import: id, organisation, account, clock: () => new Date() });
}

export const samples = samplesOf({
  facts: ({ owner }) =>
    owner(async (write) => {
      const imported = await importIn(write);
      const work = {
        kind: 'nothing of the kind',
        organisation: imported.organisation,
        account: imported.imported_by,
        payload: {},
      };
      const [job, failedJob] = [await askForJob(write, work, new Date()), await askForJob(write, work, new Date())];
      // Under way with a lease of a day, and failed: nobody takes either.
      await write
        .updateTable('kit.job')
        .set({
          state: 'running',
          step: 'Typesetting the PDF',
          progress: 0.4,
          lease_until: new Date(Date.now() + 86_400_000),
        })
        .where('id', '=', job)
        .execute();
      await write
        .updateTable('kit.job')
        .set({ state: 'failed', outcome: 'The typesetter gave up.' })
        .where('id', '=', failedJob)
        .execute();
      return { import: imported.id, job, failedJob };
    }),
  prepare: publishAgain,
  named: (facts) => ({
    import: { value: facts.import, of: 'clerk' },
    job: { value: facts.failedJob, of: 'clerk' },
    doubt: { value: 'a-doubt', of: 'clerk' },
    line: { value: '7', of: 'clerk' },
  }),
  pages: {
    '/work': { at: () => ['/work'], as: 'clerk' },
    '/work/imports': { at: () => ['/work/imports'], as: 'clerk' },
    '/work/imports/new': { at: () => ['/work/imports/new'], as: 'clerk' },
    '/work/imports/:import': {
      at: (facts) => [`/work/imports/${facts.import}`, `/work/imports/${facts.import}?done=known`],
      as: 'clerk',
    },
    '/work/imports/:import/doubts/:doubt': {
      at: (facts) => [`/work/imports/${facts.import}/doubts/any`],
      as: 'clerk',
      gives: 'the way',
    },
    '/work/progress/:job': {
      at: ({ job, failedJob }) => [`/work/progress/${job}`, `/work/progress/${failedJob}`],
      as: 'clerk',
      except: {
        'meta-refresh':
          'The page shows work under way and holds nothing to type: loading itself again each second is how it ' +
          'works without script (WCAG 2.2.1 lets real-time events be).',
      },
    },
  },
});
