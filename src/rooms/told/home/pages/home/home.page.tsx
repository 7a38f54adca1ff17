import { z } from 'zod';
import { londonDate, plainDate } from '#base/london.js';
import type { Read } from '#kit/db/gate.js';
import { nothing } from '#kit/db/slice.js';
import { publicPage, view } from '#kit/page.js';
import { tally } from '#kit/publications/tally.js';
import { boardPaths, boardsToChoose } from '#rooms/decided/boards/index.js';
import { meetingPaths, publishedMeetings, type PublishedMeeting } from '#rooms/decided/meetings/index.js';
import { careOfferPaths, countOffers } from '#rooms/practised/care-offer/index.js';
import { charterPaths, countCharters } from '#rooms/promised/charters/index.js';
import { publishedDecisions } from '#rooms/decided/minutes/index.js';
import { countPractices, practicePaths } from '#rooms/practised/practice/index.js';
import { countPromises, endings, promisePaths } from '#rooms/promised/promises/index.js';
import { newestPublications, publicationWords, subjectPath } from '#rooms/told/publications/index.js';
import { homePaths } from '../../paths.js';
import { searchPaths } from '#rooms/told/search/index.js';
import { HomeView, type HomeViewProps } from './home.view.js';

const boardsAtMost = 12;

export const homePage = publicPage({
  path: '/',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, now, site }) {
    const today = londonDate(now);
    const next = await publishedMeetings(db, { from: today, withoutCancelled: true, count: 3 });
    const latest =
      next.rows.length > 0
        ? nothing
        : await publishedMeetings(db, { until: today, withoutCancelled: true, backwards: true, count: 1 });
    const boards = await boardsToChoose(db, null, boardsAtMost + 1);
    const publications = await newestPublications(db, 6);
    const decisions = await publishedDecisions(db, { count: 5 });
    const figures = await tally(db, ['home', today], () => figuresOf(db, today));
    return view({
      title: 'Home',
      description: 'What boards of councils were told, what they decided and what young people were promised.',
      canonical: `${site}${homePaths.home()}`,
      alternates: [{ href: meetingPaths.feed(), type: 'text/calendar', title: 'Meetings of all boards' }],
      main: (
        <HomeView
          search={searchPaths.search()}
          calendar={meetingPaths.calendar()}
          decisionsHref={boardPaths.decisions()}
          next={next.rows.map(shown)}
          latest={latest.rows.map(shown)}
          publications={publications.map((publication) => ({
            title: publicationWords(publication),
            href: subjectPath(publication.kind, publication.subject),
            when: plainDate(londonDate(publication.published_at)),
            datetime: publication.published_at.toISOString(),
            version: publication.version,
          }))}
          boards={boards.slice(0, boardsAtMost).map((board) => ({ ...board, href: boardPaths.one(board.slug) }))}
          moreBoards={boards.length > boardsAtMost ? boardPaths.all() : null}
          decisions={decisions.rows}
          promised={figures}
        />
      ),
    });
  },
});

/** How much there is of what became of young people's words. */
async function figuresOf(db: Read, today: string): Promise<HomeViewProps['promised']> {
  const promises = await countPromises(db, { today });
  return {
    promises: {
      href: promisePaths.all(),
      total: promises.total,
      open: endings.reduce((sum, ending) => sum - (promises.counts.get(ending) ?? 0), promises.total),
    },
    overdue: { href: promisePaths.all({ status: 'overdue' }), total: promises.counts.get('overdue') ?? 0 },
    kept: { href: promisePaths.all({ status: 'kept' }), total: promises.counts.get('kept') ?? 0 },
    charters: { href: charterPaths.all(), total: await countCharters(db) },
    practices: { href: practicePaths.all(), total: await countPractices(db, {}) },
    offers: { href: careOfferPaths.offers(), find: careOfferPaths.find(), total: await countOffers(db, {}) },
  };
}

function shown(meeting: PublishedMeeting) {
  return { ...meeting, board: meeting.board_name, href: boardPaths.meeting(meeting.board, meeting.slug) };
}
