/** Where the tests that go through every page look at those of this room. */
import { json, pdf, samplesOf } from '#test/samples.js';

export const samples = samplesOf({
  facts: ({ owner }) =>
    owner(async (read) => {
      const drafts = await read
        .selectFrom('record.charter')
        .select(['id', 'slug', 'stage'])
        .where('stage', 'in', ['published', 'vote', 'preparing'])
        .execute();
      const charterAt = (stage: string) => drafts.find((one) => one.stage === stage) ?? { id: '', slug: '' };
      const clauseOf = async (stage: string) =>
        read
          .selectFrom('record.clause')
          .select('id')
          .where('charter', '=', charterAt(stage).id)
          .limit(1)
          .executeTakeFirstOrThrow();
      const waiting = await read
        .selectFrom('record.charter_suggestion')
        .select('id')
        .where('state', '=', 'waiting')
        .limit(1)
        .executeTakeFirstOrThrow();
      return {
        // The one on which classes vote, what waits there, and one of its clauses; the school's published one.
        charters: {
          published: charterAt('published').slug,
          voting: charterAt('vote').slug,
          preparing: charterAt('preparing').slug,
          clause: (await clauseOf('preparing')).id,
          votedOn: (await clauseOf('vote')).id,
          waiting: waiting.id,
        },
      };
    }),
  named: ({ charters }) => ({
    charter: { value: charters.voting, of: 'school' },
    clause: { value: charters.votedOn, of: 'school' },
    suggestion: { value: charters.waiting, of: 'school' },
    code: { value: 'BRGHTPND2', of: 'school' },
  }),
  pages: {
    '/charters': { at: () => ['/charters', '/charters?page=9'], atVolume: ['/charters'] },
    '/charters/:charter': { at: ({ charters }) => [`/charters/${charters.published}`], atVolume: null },
    '/charters/:charter/v:version': { at: ({ charters }) => [`/charters/${charters.published}/v1`], atVolume: null },
    '/charters/:charter/easy-read': {
      at: ({ charters }) => [`/charters/${charters.published}/easy-read`],
      atVolume: null,
    },
    '/charters/:charter/charter.json': {
      at: ({ charters }) => [`/charters/${charters.published}/charter.json`],
      gives: json,
      atVolume: null,
    },
    '/charters/:charter/poster.pdf': {
      at: ({ charters }) => [`/charters/${charters.published}/poster.pdf`],
      gives: pdf,
      atVolume: null,
    },
    '/work/charters': { at: () => ['/work/charters'], as: 'school' },
    '/work/charters/new': { at: () => ['/work/charters/new'], as: 'school' },
    '/work/charters/:charter': {
      at: ({ charters }) => [
        `/work/charters/${charters.published}`,
        `/work/charters/${charters.voting}?done=stage`,
        `/work/charters/${charters.preparing}`,
      ],
      as: 'school',
    },
    '/work/charters/:charter/about': {
      at: ({ charters }) => [`/work/charters/${charters.preparing}/about`],
      as: 'school',
    },
    '/work/charters/:charter/stage': {
      at: ({ charters }) => [`/work/charters/${charters.voting}/stage`, `/work/charters/${charters.published}/stage`],
      as: 'school',
    },
    '/work/charters/:charter/clauses/new': {
      at: ({ charters }) => [`/work/charters/${charters.preparing}/clauses/new`],
      as: 'school',
    },
    '/work/charters/:charter/clauses/:clause': {
      at: ({ charters }) => [`/work/charters/${charters.preparing}/clauses/${charters.clause}`],
      as: 'school',
    },
    '/work/charters/:charter/clauses/:clause/remove': {
      at: ({ charters }) => [`/work/charters/${charters.preparing}/clauses/${charters.clause}/remove`],
      as: 'school',
    },
    '/work/charters/:charter/examples': {
      at: ({ charters }) => [`/work/charters/${charters.preparing}/examples`],
      as: 'school',
    },
    '/work/charters/:charter/easy-read': {
      at: ({ charters }) => [`/work/charters/${charters.preparing}/easy-read`],
      as: 'school',
    },
    '/work/charters/:charter/queue': {
      at: ({ charters }) => [`/work/charters/${charters.voting}/queue`],
      as: 'school',
    },
    '/work/charters/:charter/queue/:suggestion': {
      at: ({ charters }) => [`/work/charters/${charters.voting}/queue/${charters.waiting}`],
      as: 'school',
    },
    '/work/charters/:charter/codes': {
      at: ({ charters }) => [`/work/charters/${charters.voting}/codes`],
      as: 'school',
    },
    '/work/charters/:charter/codes/:code': {
      at: ({ charters }) => [`/work/charters/${charters.voting}/codes/BRGHTPND2`],
      as: 'school',
    },
    '/work/charters/:charter/hands': {
      at: ({ charters }) => [`/work/charters/${charters.voting}/hands`],
      as: 'school',
    },
    '/work/charters/:charter/agree': {
      at: ({ charters }) => [`/work/charters/${charters.preparing}/agree`],
      as: 'school',
    },
  },
});
