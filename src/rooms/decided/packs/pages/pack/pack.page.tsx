import { z } from 'zod';
import { londonDate, plainDate } from '#base/london.js';
import { partAsked, slugParameter, versionParameter } from '#kit/address.js';
import { halt, type Outcome, publicPage, view } from '#kit/page.js';
import { publicationPaths } from '#kit/publications/paths.js';
import { boardPaths } from '#rooms/decided/boards/index.js';
import { divide } from '#ui/frozen/divide.js';
import { DividedDocument, partPath } from '#ui/frozen/divided.js';
import { VersionNotice } from '#ui/frozen/version-notice.js';
import { packPaths } from '../../paths.js';
import { packFile, publishedPack, type PublishedPack } from '../../published.js';

const meeting = z.object({ board: slugParameter, meeting: slugParameter });
const version = meeting.extend({ version: versionParameter });

export const packPage = publicPage({
  path: '/boards/:board/meetings/:meeting/pack',
  params: meeting,
  cached: true,
  withoutDatabase: 'from memory',
  get: async ({ db, params, query, site }) =>
    shown(
      await publishedPack(db, params.board, params.meeting, null),
      params,
      packPaths.newest(params.board, params.meeting),
      query,
      site,
    ),
});

export const packVersionPage = publicPage({
  path: '/boards/:board/meetings/:meeting/pack/v:version',
  params: version,
  cached: true,
  withoutDatabase: 'from memory',
  get: async ({ db, params, query, site }) =>
    shown(
      await publishedPack(db, params.board, params.meeting, params.version),
      params,
      packPaths.version(params.board, params.meeting, params.version),
      query,
      site,
    ),
});

export const packJson = publicPage({
  path: '/boards/:board/meetings/:meeting/pack.json',
  params: meeting,
  cached: true,
  withoutDatabase: 'from memory',
  get: async ({ db, params }) =>
    file(await packFile(db, params.board, params.meeting, null, 'content'), 'application/json; charset=utf-8'),
});

export const packPdf = publicPage({
  path: '/boards/:board/meetings/:meeting/pack.pdf',
  params: meeting,
  cached: true,
  withoutDatabase: 'from memory',
  get: async ({ db, params }) => file(await packFile(db, params.board, params.meeting, null, 'pdf'), 'application/pdf'),
});

export const packVersionJson = publicPage({
  path: '/boards/:board/meetings/:meeting/pack/v:version/pack.json',
  params: version,
  cached: true,
  withoutDatabase: 'from memory',
  get: async ({ db, params }) =>
    file(
      await packFile(db, params.board, params.meeting, params.version, 'content'),
      'application/json; charset=utf-8',
    ),
});

export const packVersionPdf = publicPage({
  path: '/boards/:board/meetings/:meeting/pack/v:version/pack.pdf',
  params: version,
  cached: true,
  withoutDatabase: 'from memory',
  get: async ({ db, params }) =>
    file(await packFile(db, params.board, params.meeting, params.version, 'pdf'), 'application/pdf'),
});

/** A version never changes, but it may be withdrawn: no cache keeps it without asking. */
function file(body: string | Buffer | null, type: string): Outcome {
  return body === null ? halt('not-found') : { kind: 'file', body, type };
}

function shown(
  pack: PublishedPack | undefined,
  { board, meeting: slug }: z.infer<typeof meeting>,
  path: string,
  query: Readonly<Record<string, string>>,
  site: string,
): Outcome {
  if (!pack) return halt('not-found');
  const document = divide(pack.html);
  const part = partAsked(document, query);
  const day = plainDate(pack.date);
  return view({
    title: `Agenda pack, ${pack.board_name}, ${day}${part === 1 ? '' : `, part ${part}`}`,
    description: `Agenda, reports and minutes before the ${pack.board_name} on ${day}.`,
    canonical: site + partPath(packPaths.newest(board, slug), part),
    alternates: [
      ...(pack.pages === null
        ? []
        : [{ href: packPaths.pdf(board, slug, pack.version), type: 'application/pdf', title: 'Agenda pack as PDF' }]),
      { href: packPaths.json(board, slug, pack.version), type: 'application/json', title: 'Agenda pack as JSON' },
    ],
    crumbs: [
      { text: 'Home', href: '/' },
      { text: 'Boards', href: boardPaths.all() },
      { text: pack.board_name, href: boardPaths.one(board) },
      { text: day, href: boardPaths.meeting(board, slug) },
      { text: 'Agenda pack' },
    ],
    main: (
      <>
        <VersionNotice
          version={pack.version}
          newest={pack.newest}
          href={packPaths.newest(board, slug)}
          changes={pack.version > 1 ? packPaths.changes(board, slug, pack.version) : undefined}
        />
        <DividedDocument document={document} part={part} path={path} title={`Agenda pack, ${day}`} />
        <p class="soft">
          Version {pack.version}, published on {plainDate(londonDate(pack.published_at))}.{' '}
          <a href={publicationPaths.one(pack.id)}>Check that this is the pack as published</a>, or take it{' '}
          <a href={packPaths.json(board, slug, pack.version)}>as JSON</a>.
        </p>
      </>
    ),
  });
}
