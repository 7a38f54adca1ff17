/** Public pages as a reader gets them: the real server over the real database, with a board, two versions of a pack and minutes. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plainText } from '#base/prose.js';
import type { Write } from '#kit/db/gate.js';
import { savePublication } from '#kit/publications/publications.js';
import { rooms } from '#app/rooms.js';
import { buildServer } from '#kit/server.js';
import { boardPaths, renderBoardHtml, type BoardContent } from '#rooms/decided/boards/index.js';
import {
  minutesAnchors,
  minutesPaths,
  minutesStatements,
  renderMinutesHtml,
  type MinutesContent,
} from '#rooms/decided/minutes/index.js';
import { anchorOrder, packAnchors } from '#rooms/decided/packs/anchors.js';
import { packChanges } from '#rooms/decided/packs/changes.js';
import { longPack, minutes as minutesPaper, packContent } from '#rooms/decided/packs/examples.js';
import { packPaths, renderPackHtml, type PackContent, type PackPages } from '#rooms/decided/packs/index.js';
import { packStatements, passageText } from '#rooms/decided/packs/statements.js';
import { builtAssets } from '#test/browser.js';
import { rolledBack, testKey } from '#test/house.js';

export interface Site {
  readonly write: Write;
  /** Fetches a page as a reader's browser would. */
  get(path: string): Promise<{
    readonly status: number;
    readonly type: string;
    readonly body: string;
    readonly headers: Readonly<Record<string, unknown>>;
  }>;
  /** Address of the server on this machine, for a real browser. */
  listen(): Promise<string>;
}

export const siteNow = new Date('2026-03-02T10:00:00Z');

/** A server over one transaction that is rolled back at the end. */
export async function withSite<T>(work: (site: Site) => Promise<T>, now: Date = siteNow): Promise<T> {
  return rolledBack(async (write, { gates }) => {
    const { app } = await buildServer({
      rooms,
      gates,
      clock: () => now,
      assets: builtAssets(),
      assetFiles: assetFiles(),
      baseUrl: 'https://kept.example',
      settings: { demonstration: true, hasMail: false },
      key: testKey,
      visitorOf: async () => null,
      afterWrite: () => undefined,
      behindProxy: false,
    });
    try {
      return await work({
        write,
        async get(path) {
          const answer = await app.inject({ method: 'GET', url: path });
          return {
            status: answer.statusCode,
            type: String(answer.headers['content-type']),
            body: answer.body,
            headers: answer.headers,
          };
        },
        listen: () => app.listen({ port: 0, host: '127.0.0.1' }),
      });
    } finally {
      await app.close();
    }
  });
}

function assetFiles() {
  const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'assets');
  const manifest: Readonly<Record<string, { readonly file: string; readonly type: string }>> = JSON.parse(
    readFileSync(join(folder, 'manifest.json'), 'utf8'),
  );
  return new Map(
    Object.values(manifest).map(({ file, type }) => [
      file,
      { body: readFileSync(join(folder, file)), br: null, gzip: null, type },
    ]),
  );
}

/** Pages as a typesetter might give them: a new one every few anchors. */
export function somePages(content: PackContent, anchorsOnAPage = 9): PackPages {
  const order = anchorOrder(packAnchors(content));
  return {
    total: Math.ceil(order.length / anchorsOnAPage),
    byAnchor: Object.fromEntries(order.map((anchor, at) => [anchor, Math.floor(at / anchorsOnAPage) + 1])),
  };
}

export async function publishPack(
  write: Write,
  content: PackContent,
  version: number,
  at: Date,
  before: PackContent | null = null,
): Promise<string> {
  const { board, meeting } = content;
  const pages = somePages(content);
  const id = await savePublication(
    write,
    {
      kind: 'pack',
      subject: `${board.slug}/${meeting.slug}`,
      version,
      title: `${board.name}: agenda pack`,
      content,
      html: renderPackHtml(content, pages, version, at.toISOString().slice(0, 10)),
      pdf: Buffer.from(`%PDF-1.7 version ${version}`),
      pages,
      changes: before && packChanges(before, content),
      board: board.slug,
      date: meeting.date,
      passages: packStatements(content).map((statement) => ({
        heading: statement.heading,
        path: `${packPaths.newest(board.slug, meeting.slug)}#${statement.anchor}`,
        body: passageText(statement),
      })),
    },
    at,
  );
  await putMeeting(write, board, meeting, { pack: id, state: 'agenda published' }, at);
  return id;
}

/** A pack whose words stand in many places: for lists that go over pages. */
export async function publishLongPack(write: Write): Promise<string> {
  return publishPack(write, longPack(2, 20), 1, new Date('2026-02-26T09:00:00Z'));
}

export async function publishMinutes(
  write: Write,
  content: MinutesContent,
  version: number,
  at: Date,
): Promise<string> {
  const { board, meeting, minutes } = content;
  const path = minutesPaths.newest(board.slug, meeting.slug);
  const id = await savePublication(
    write,
    {
      kind: 'minutes',
      subject: `${board.slug}/${meeting.slug}`,
      version,
      title: `${board.name}: minutes`,
      content,
      html: renderMinutesHtml(content, version, at.toISOString().slice(0, 10)),
      pdf: null,
      pages: null,
      changes: null,
      board: board.slug,
      date: meeting.date,
      passages: minutesStatements(content).map(({ heading, anchor, text }) => ({
        heading,
        path: `${path}#${anchor ?? ''}`,
        body: text,
      })),
    },
    at,
  );
  await putMeeting(write, board, { ...meeting, mode: null }, { minutes: id, state: 'minutes published' }, at);
  const anchors = minutesAnchors(minutes);
  const common = { publication: id, board: board.slug, meeting: meeting.slug, date: meeting.date };
  const decisions = minutes.items.flatMap((item, index) =>
    item.decisions.map((decision, place) => ({
      ...common,
      item_number: item.number,
      item_title: item.title,
      body: plainText(decision.text),
      path: `${path}#${anchors.items[index]?.decisions[place] ?? ''}`,
    })),
  );
  const promised = minutes.items.flatMap((item, index) =>
    item.actions.map((action, place) => ({
      ...common,
      item_number: item.number,
      item_title: item.title,
      body: plainText(action.text),
      owner: action.owner,
      due: action.due,
      state: 'open',
      path: `${path}#${anchors.items[index]?.actions[place] ?? ''}`,
    })),
  );
  if (decisions.length > 0)
    await write
      .insertInto('published.decision')
      .values(decisions.map((row, position) => ({ ...row, position })))
      .execute();
  if (promised.length > 0)
    await write
      .insertInto('published.action')
      .values(promised.map((row, position) => ({ ...row, position })))
      .execute();
  const attended = minutes.attendance.flatMap(({ slug, name, status, organisation }) =>
    slug === null
      ? []
      : [
          {
            publication: id,
            slug,
            name,
            board: board.slug,
            board_name: board.name,
            kind: 'attendance' as const,
            label: status,
            political_group: null,
            authority: organisation,
            meeting: meeting.slug,
            date: meeting.date,
            path,
          },
        ],
  );
  const declared = minutes.declarations.flatMap(({ slug, name, nature }) =>
    slug === null
      ? []
      : [
          {
            publication: id,
            slug,
            name,
            board: board.slug,
            board_name: board.name,
            kind: 'declaration' as const,
            label: nature,
            political_group: null,
            authority: null,
            meeting: meeting.slug,
            date: meeting.date,
            path,
          },
        ],
  );
  const people = [...attended, ...declared].map((row, position) => ({ ...row, position }));
  if (people.length > 0) await write.insertInto('published.person').values(people).execute();
  return id;
}

export async function publishBoard(write: Write, content: BoardContent, at: Date): Promise<string> {
  const { board } = content;
  const path = boardPaths.one(board.slug);
  const members = content.groups.flatMap((group) => group.members);
  const id = await savePublication(
    write,
    {
      kind: 'board',
      subject: board.slug,
      version: 1,
      title: board.name,
      content,
      html: renderBoardHtml(content),
      pdf: null,
      pages: null,
      changes: null,
      board: board.slug,
      date: null,
      passages: [{ heading: board.name, path, body: members.map(({ name }) => name).join('\n') }],
    },
    at,
  );
  await write
    .insertInto('published.board')
    .values({ slug: board.slug, name: board.name, organisation: board.organisation ?? '', publication: id })
    .execute();
  const common = { publication: id, board: board.slug, board_name: board.name, meeting: null, date: null, path };
  const rows = [
    ...content.groups.flatMap((group) => [
      ...group.members.map(({ slug, name, authority }) => ({
        ...common,
        slug,
        name,
        kind: 'member' as const,
        label: null,
        political_group: group.name,
        authority,
      })),
      ...group.members.flatMap(({ slug, name, authority, office }) =>
        office === null
          ? []
          : [{ ...common, slug, name, kind: 'office' as const, label: office, political_group: group.name, authority }],
      ),
      ...group.substitutes.map(({ slug, name, authority }) => ({
        ...common,
        slug,
        name,
        kind: 'substitute' as const,
        label: null,
        political_group: group.name,
        authority,
      })),
    ]),
    ...content.outsideBodies.flatMap((body) =>
      body.people.map(({ slug, name }) => ({
        ...common,
        slug,
        name,
        kind: 'outside body' as const,
        label: body.name,
        political_group: null,
        authority: null,
      })),
    ),
  ].map((row, position) => ({ ...row, position }));
  if (rows.length > 0) await write.insertInto('published.person').values(rows).execute();
  return id;
}

async function putMeeting(
  write: Write,
  board: { readonly slug: string; readonly name: string },
  {
    slug,
    date,
    start,
    place,
    mode,
  }: {
    readonly slug: string;
    readonly date: string;
    readonly start: string | null;
    readonly place: string | null;
    readonly mode: string | null;
  },
  more: { readonly pack?: string; readonly minutes?: string; readonly state: string },
  at: Date,
): Promise<void> {
  const row = { board_name: board.name, date, start, place, mode, changed_at: at, ...more };
  await write
    .insertInto('published.meeting')
    .values({ board: board.slug, slug, pack: null, minutes: null, ...row })
    .onConflict((conflict) => conflict.columns(['board', 'slug']).doUpdateSet(row))
    .execute();
}

export interface Examples {
  readonly board: string;
  readonly meeting: string;
  /** The meeting whose minutes are published. */
  readonly minuted: string;
  readonly first: string;
  readonly second: string;
  readonly minutes: string;
  readonly boardPublication: string;
}

/** One invented board with a pack in two versions, the minutes of the meeting before, and a meeting that is only planned. */
export async function publishExamples(write: Write): Promise<Examples> {
  const content = packContent();
  const corrected: PackContent = {
    ...content,
    meeting: { ...content.meeting, start: '10:30' },
    items: content.items.map((item) =>
      item.number === '5' ? { ...item, title: 'Inspection: what changes in autumn' } : item,
    ),
  };
  const { board, groups, cycle } = content;
  const boardPublication = await publishBoard(
    write,
    {
      format: 'kept-board/1',
      board,
      cycle,
      groups: groups.map((group) => (group.name === 'Moor and Coast' ? { ...group, seats: 3 } : group)),
      outsideBodies: [
        { name: 'Northern Youth Trust', people: [{ name: 'Cllr Ann Whitcombe', slug: 'cllr-ann-whitcombe' }] },
      ],
    },
    new Date('2026-02-20T09:00:00Z'),
  );
  const paper = minutesPaper();
  const held: MinutesContent = {
    format: 'kept-minutes/1',
    board,
    meeting: { slug: '2026-01-20', date: '2026-01-20', start: '11:00', place: 'Mill Lane' },
    state: 'put to next meeting',
    minutes: {
      ...paper,
      attendance: paper.attendance.map((row) => ({
        ...row,
        slug:
          row.role === 'Guest'
            ? null
            : row.name
                .replace(' OBE', '')
                .toLowerCase()
                .replace(/[^a-z]+/g, '-'),
      })),
      declarations: paper.declarations.map((row) => ({ ...row, slug: 'cllr-lewis-garth' })),
    },
  };
  const minutes = await publishMinutes(write, held, 1, new Date('2026-02-21T09:00:00Z'));
  const first = await publishPack(write, content, 1, new Date('2026-02-26T09:00:00Z'));
  const second = await publishPack(write, corrected, 2, new Date('2026-02-28T16:30:00Z'), content);
  await write
    .insertInto('published.meeting')
    .values({
      board: board.slug,
      slug: '2026-06-16',
      board_name: board.name,
      date: '2026-06-16',
      start: null,
      place: 'Mill Lane and online',
      mode: null,
      state: 'planned',
      pack: null,
      minutes: null,
      changed_at: new Date('2026-02-28T16:30:00Z'),
    })
    .execute();
  return {
    board: board.slug,
    meeting: content.meeting.slug,
    minuted: '2026-01-20',
    first,
    second,
    minutes,
    boardPublication,
  };
}
