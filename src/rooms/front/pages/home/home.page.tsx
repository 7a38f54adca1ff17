import { z } from 'zod';
import { londonDate, plainDate } from '#base/london.js';
import { publicPage, view } from '#kit/page.js';
import { boardPaths, publishedBoards } from '#rooms/boards/index.js';
import { meetingPaths, publishedMeetings, type PublishedMeeting } from '#rooms/meetings/index.js';
import { careOfferPaths, publishedOffers } from '#rooms/care-offer/index.js';
import { charterPaths, publishedCharters } from '#rooms/charters/index.js';
import { publishedDecisions } from '#rooms/minutes/index.js';
import { practicePaths, publishedPractices } from '#rooms/practice/index.js';
import { endings, promisePaths, publishedPromises } from '#rooms/promises/index.js';
import { publicationWords, subjectPath } from '../../address.js';
import { frontPaths } from '../../paths.js';
import { newestPublications } from '../../published.js';
import { HomeView } from './home.view.js';

export const homePage = publicPage({
  path: '/',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, now, site }) {
    const today = londonDate(now);
    const [meetings, boards, publications, { decisions }] = [await publishedMeetings(db), await publishedBoards(db, today), await newestPublications(db, 6), await publishedDecisions(db, { count: 5 })];
    const promises = await publishedPromises(db, { today, count: 0 });
    return view({
      title: 'Home',
      description: 'What boards of councils were told, what they decided and what young people were promised.',
      canonical: `${site}${frontPaths.home()}`,
      alternates: [{ href: meetingPaths.feed(), type: 'text/calendar', title: 'Meetings of all boards' }],
      main: (
        <HomeView
          search={frontPaths.search()}
          calendar={meetingPaths.calendar()}
          decisionsHref={boardPaths.decisions()}
          next={meetings
            .filter(({ date, state }) => date >= today && state !== 'cancelled')
            .slice(0, 3)
            .map(shown)}
          latest={meetings.filter(({ date, state }) => date < today && state !== 'cancelled').slice(-1).map(shown)}
          publications={publications.map((publication) => ({
            title: publicationWords(publication),
            href: subjectPath(publication.kind, publication.subject),
            when: plainDate(londonDate(publication.published_at)),
            datetime: publication.published_at.toISOString(),
            version: publication.version,
          }))}
          boards={boards.map((board) => ({ ...board, href: boardPaths.one(board.slug) }))}
          decisions={decisions}
          promised={{
            promises: { href: promisePaths.all(), total: promises.total, open: endings.reduce((sum, ending) => sum - (promises.counts.get(ending) ?? 0), promises.total) },
            overdue: { href: promisePaths.all({ status: 'overdue' }), total: promises.counts.get('overdue') ?? 0 },
            kept: { href: promisePaths.all({ status: 'kept' }), total: promises.counts.get('kept') ?? 0 },
            charters: { href: charterPaths.all(), total: (await publishedCharters(db, 0, 0)).total },
            practices: { href: practicePaths.all(), total: (await publishedPractices(db, { from: 0, count: 0 })).total },
            offers: { href: careOfferPaths.offers(), find: careOfferPaths.find(), total: (await publishedOffers(db, { from: 0, count: 0 })).total },
          }}
        />
      ),
    });
  },
});

function shown(meeting: PublishedMeeting) {
  return { ...meeting, board: meeting.board_name, href: boardPaths.meeting(meeting.board, meeting.slug) };
}
