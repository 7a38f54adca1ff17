import { z } from 'zod';
import { londonDate, plainDate } from '#base/london.js';
import { partAsked, slugParameter, versionParameter } from '#kit/address.js';
import { halt, type Outcome, publicPage, view } from '#kit/page.js';
import { publicationPaths } from '#kit/publications/paths.js';
import { boardPaths } from '#rooms/decided/boards/index.js';
import { divide } from '#ui/frozen/divide.js';
import { DividedDocument, partPath } from '#ui/frozen/divided.js';
import { VersionNotice } from '#ui/frozen/version-notice.js';
import { minutesPaths } from '../../paths.js';
import { publishedMinutes, type PublishedMinutes } from '../../published.js';

const meeting = z.object({ board: slugParameter, meeting: slugParameter });
const version = meeting.extend({ version: versionParameter });

export const minutesPage = publicPage({
  path: '/boards/:board/meetings/:meeting/minutes',
  params: meeting,
  cached: true,
  withoutDatabase: 'from memory',
  get: async ({ db, params, query, site }) =>
    shown(
      await publishedMinutes(db, params.board, params.meeting),
      params,
      minutesPaths.newest(params.board, params.meeting),
      query,
      site,
    ),
});

export const minutesVersionPage = publicPage({
  path: '/boards/:board/meetings/:meeting/minutes/v:version',
  params: version,
  cached: true,
  withoutDatabase: 'from memory',
  get: async ({ db, params, query, site }) =>
    shown(
      await publishedMinutes(db, params.board, params.meeting, params.version),
      params,
      minutesPaths.version(params.board, params.meeting, params.version),
      query,
      site,
    ),
});

export const minutesJson = publicPage({
  path: '/boards/:board/meetings/:meeting/minutes.json',
  params: meeting,
  cached: true,
  withoutDatabase: 'from memory',
  get: async ({ db, params }) => json(await publishedMinutes(db, params.board, params.meeting)),
});

export const minutesVersionJson = publicPage({
  path: '/boards/:board/meetings/:meeting/minutes/v:version/minutes.json',
  params: version,
  cached: true,
  withoutDatabase: 'from memory',
  get: async ({ db, params }) => json(await publishedMinutes(db, params.board, params.meeting, params.version)),
});

/** A version never changes, but it may be withdrawn: no cache keeps it without asking. */
function json(minutes: PublishedMinutes | undefined): Outcome {
  return minutes ? { kind: 'file', type: 'application/json; charset=utf-8', body: minutes.content } : halt('not-found');
}

function shown(
  minutes: PublishedMinutes | undefined,
  at: z.infer<typeof meeting>,
  path: string,
  query: Readonly<Record<string, string>>,
  site: string,
): Outcome {
  if (!minutes) return halt('not-found');
  const document = divide(minutes.html);
  const part = partAsked(document, query);
  const { board } = at;
  const day = plainDate(minutes.date);
  return view({
    title: `Minutes, ${minutes.board_name}, ${day}${part === 1 ? '' : `, part ${part}`}`,
    description: `What the ${minutes.board_name} said, decided and promised on ${day}.`,
    canonical: site + partPath(minutesPaths.newest(board, at.meeting), part),
    alternates: [
      {
        href: minutesPaths.json(board, at.meeting, minutes.version),
        type: 'application/json',
        title: 'Minutes as JSON',
      },
    ],
    crumbs: [
      { text: 'Home', href: '/' },
      { text: 'Boards', href: boardPaths.all() },
      { text: minutes.board_name, href: boardPaths.one(board) },
      { text: day, href: boardPaths.meeting(board, at.meeting) },
      { text: 'Minutes' },
    ],
    main: (
      <>
        <VersionNotice
          version={minutes.version}
          newest={minutes.newest}
          href={minutesPaths.newest(board, at.meeting)}
        />
        <DividedDocument document={document} part={part} path={path} title={`Minutes, ${day}`} />
        <p class="soft">
          Version {minutes.version}, published on {plainDate(londonDate(minutes.published_at))}.{' '}
          <a href={publicationPaths.one(minutes.id)}>Check that these are the minutes as published</a>, or take them{' '}
          <a href={minutesPaths.json(board, at.meeting, minutes.version)}>as JSON</a>.
        </p>
      </>
    ),
  });
}
