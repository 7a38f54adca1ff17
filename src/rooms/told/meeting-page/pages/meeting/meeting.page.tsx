import { z } from 'zod';
import { londonDate, londonTime, longDate, plainDate, plainTime } from '#base/london.js';
import { slugParameter } from '#kit/address.js';
import { halt, publicPage, view } from '#kit/page.js';
import { boardPaths } from '#rooms/decided/boards/index.js';
import { minutesAnchors, minutesPaths } from '#rooms/decided/minutes/index.js';
import { type MeetingShown, type MeetingVersion, packPaths, publishedMeeting } from '#rooms/decided/packs/index.js';
import { promisePaths, promisesTakenUp } from '#rooms/promised/promises/index.js';
import { inDocument, isLong } from '#ui/frozen/divide.js';
import { type DocumentProps, MeetingView, placed, type VersionProps } from './meeting.view.js';

export const meetingPage = publicPage({
  path: '/boards/:board/meetings/:meeting',
  params: z.object({ board: slugParameter, meeting: slugParameter }),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, params: { board, meeting: slug }, site }) {
    const found = await publishedMeeting(db, board, slug);
    if (!found) return halt('not-found');
    const { meeting, pack, minutes, versions, before, after } = found;
    const newestPack = versions.find(({ kind }) => kind === 'pack');
    const minutesHref = minutesPaths.newest(board, slug);
    const minuteAt = (anchor: string) => inDocument(minutesHref, anchor, isLong(found.minutesCharacters));
    const ids = minutes ? minutesAnchors(minutes.minutes) : null;
    const day = plainDate(meeting.date);
    return view({
      title: `${meeting.board_name}, ${day}`,
      description: `Meeting of the ${meeting.board_name} on ${longDate(meeting.date)}: agenda, papers, minutes and attendance.`,
      canonical: site + boardPaths.meeting(board, slug),
      alternates: [
        ...(newestPack
          ? [{ href: packPaths.newestJson(board, slug), type: 'application/json', title: 'Agenda pack as JSON' }]
          : []),
        ...(newestPack?.pdfBytes
          ? [{ href: packPaths.newestPdf(board, slug), type: 'application/pdf', title: 'Agenda pack as PDF' }]
          : []),
        { href: boardPaths.calendar(board), type: 'text/calendar', title: `Meetings of the ${meeting.board_name}` },
      ],
      crumbs: [
        { text: 'Home', href: '/' },
        { text: 'Boards', href: boardPaths.all() },
        { text: meeting.board_name, href: boardPaths.one(board) },
        { text: day },
      ],
      main: (
        <MeetingView
          meeting={meeting}
          pack={
            pack && {
              ...pack,
              href: packPaths.newest(board, slug),
              isLong: isLong(pack.characters),
              pdf: newestPack?.pdfBytes ? packPaths.newestPdf(board, slug) : null,
            }
          }
          minutes={
            minutes && {
              content: minutes,
              href: minutesHref,
              decisions: placed(minutes, minuteAt, (at) => ids?.items[at]?.decisions, 'decisions'),
              actions: placed(minutes, minuteAt, (at) => ids?.items[at]?.actions, 'actions'),
            }
          }
          documents={documentsOf(found, board, slug)}
          versions={versions.map((version) => versionOf(version, board, slug))}
          promises={(await promisesTakenUp(db, board, slug)).map((one) => ({
            ...one,
            href: promisePaths.one(one.slug),
          }))}
          calendar={boardPaths.calendar(board)}
          before={before && { ...before, href: boardPaths.meeting(board, before.slug) }}
          after={after && { ...after, href: boardPaths.meeting(board, after.slug) }}
          person={boardPaths.person}
        />
      ),
    });
  },
});

function documentsOf(
  { versions, pack: shown }: MeetingShown,
  board: string,
  meeting: string,
): readonly DocumentProps[] {
  const pack = versions.find(({ kind }) => kind === 'pack');
  const minutes = versions.find(({ kind }) => kind === 'minutes');
  const plain = { bytes: undefined, pages: undefined, sha256: null };
  return [
    ...(pack
      ? [
          { ...plain, href: packPaths.newest(board, meeting), title: 'Agenda pack', type: 'HTML' },
          ...(pack.pdfBytes === null
            ? []
            : [
                {
                  href: packPaths.newestPdf(board, meeting),
                  title: 'Agenda pack',
                  type: 'PDF',
                  bytes: pack.pdfBytes,
                  pages: shown?.pages?.total,
                  sha256: pack.pdf_sha256,
                },
              ]),
          {
            href: packPaths.newestJson(board, meeting),
            title: 'Agenda pack as data',
            type: 'JSON',
            bytes: pack.contentBytes,
            pages: undefined,
            sha256: pack.content_sha256,
          },
        ]
      : []),
    ...(minutes
      ? [
          { ...plain, href: minutesPaths.newest(board, meeting), title: 'Minutes', type: 'HTML' },
          {
            href: minutesPaths.newestJson(board, meeting),
            title: 'Minutes as data',
            type: 'JSON',
            bytes: minutes.contentBytes,
            pages: undefined,
            sha256: minutes.content_sha256,
          },
        ]
      : []),
  ];
}

function versionOf({ kind, version, published_at }: MeetingVersion, board: string, meeting: string): VersionProps {
  return {
    what: `${kind === 'pack' ? 'Agenda pack' : 'Minutes'}, version ${version}`,
    href: kind === 'pack' ? packPaths.version(board, meeting, version) : minutesPaths.version(board, meeting, version),
    when: `${plainDate(londonDate(published_at))}, ${plainTime(londonTime(published_at))}`,
    datetime: published_at.toISOString(),
    changes: kind === 'pack' && version > 1 ? packPaths.changes(board, meeting, version) : null,
  };
}
