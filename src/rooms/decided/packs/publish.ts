/**
 * The act of publishing a board, packs and minutes. What takes long (typesetting) is done first, outside any transaction;
 * then everything becomes public in one transaction, so that a kill at any moment leaves either nothing or all of it.
 * Publishing what has not changed publishes nothing: the act can be run twice.
 */
import { frozenContent } from '#kit/publications/contents.js';
import { sql } from 'kysely';
import { canonicalJson } from '#base/canonical.js';
import { londonDate, longDate } from '#base/london.js';
import { plainText } from '#base/prose.js';
import type { Read, Write } from '#kit/db/gate.js';
import { journal } from '#kit/journal.js';
import type { Bench } from '#kit/jobs/jobs.js';
import { newestHead } from '#kit/proof/heads.js';
import {
  type Draft,
  holdSubject,
  lastVersion,
  newestPublication,
  type Passage,
  type PublicationKind,
  savePublication,
} from '#kit/publications/publications.js';
import { takeUpAgain } from '#kit/withdrawals/withdrawals.js';
import { boardContent, type BoardContent, boardPaths, renderBoardHtml } from '#rooms/decided/boards/index.js';
import {
  minutesAnchors,
  type MinutesContent,
  minutesPaths,
  minutesStatements,
  renderMinutesHtml,
} from '#rooms/decided/minutes/index.js';
import { inDocument, isLong } from '#ui/frozen/divide.js';
import { packChanges } from './changes.js';
import { minutesContent, packContent } from './lookups.js';
import { renderPackHtml } from './pages/pack/render.js';
import { renderPackPdf } from './pdf/render.js';
import { packPaths } from './paths.js';
import { packStatements, passageText } from './statements.js';
import type { PackContent } from './words.js';

export interface Targets {
  readonly organisation: string;
  readonly board: string;
  /** Meetings whose pack is to be published, and meetings whose minutes are. */
  readonly packs: readonly string[];
  readonly minutes: readonly string[];
}

/** What publishing came to: each newly published version, by its kind and subject. */
export interface Published {
  readonly kind: PublicationKind;
  readonly subject: string;
  readonly version: number;
}

type Ready =
  | { readonly draft: Draft & { readonly kind: 'pack' }; readonly content: PackContent }
  | { readonly draft: Draft & { readonly kind: 'minutes' }; readonly content: MinutesContent }
  | { readonly draft: Draft & { readonly kind: 'board' }; readonly content: BoardContent };

/** Number of the next version of a subject, or null where the newest says the same already. */
async function nextVersion(
  read: Read,
  kind: PublicationKind,
  subject: string,
  content: unknown,
): Promise<{ version: number; previous: string | null } | null> {
  const newest = await newestPublication(read, kind, subject);
  const version = ((await lastVersion(read, kind, subject))?.version ?? 0) + 1;
  if (!newest) return { version, previous: null };
  return newest.content === canonicalJson(content) ? null : { version, previous: newest.content };
}

function subjectOf(content: PackContent | MinutesContent): string {
  return `${content.board.slug}/${content.meeting.slug}`;
}

async function readyBoard(bench: Bench, targets: Targets): Promise<Ready | null> {
  const { content, next } = await bench.read(async (read) => {
    const found = await boardContent(read, targets.organisation, targets.board);
    return { content: found, next: await nextVersion(read, 'board', found.board.slug, found) };
  });
  if (!next) return null;
  const path = boardPaths.one(content.board.slug);
  const people = content.groups.flatMap((group) =>
    [...group.members, ...group.substitutes].map(
      (member) => `${member.name}${member.authority ? `, ${member.authority}` : ''}`,
    ),
  );
  return {
    content,
    draft: {
      kind: 'board',
      subject: content.board.slug,
      version: next.version,
      title: content.board.name,
      content,
      html: renderBoardHtml(content),
      pdf: null,
      pages: null,
      changes: null,
      board: content.board.slug,
      date: null,
      passages: [
        { heading: content.board.name, path, body: people.join('\n') },
        ...content.outsideBodies.map((body) => ({
          heading: body.name,
          path,
          body: body.people.map((person) => person.name).join(', '),
        })),
      ],
    },
  };
}

async function readyPack(
  bench: Bench,
  targets: Targets,
  meeting: string,
  share: (part: number, step: string) => Promise<void>,
): Promise<Ready | null> {
  const { content, next, head } = await bench.read(async (read) => {
    const found = await packContent(read, targets.organisation, targets.board, meeting);
    return {
      content: found,
      next: await nextVersion(read, 'pack', subjectOf(found), found),
      head: await newestHead(read),
    };
  });
  if (!next) return null;
  const publishedOn = londonDate(bench.clock());
  await share(0.1, 'Typesetting the PDF');
  const { pdf, pages } = await renderPackPdf(content, { number: next.version, publishedOn, head });
  await share(0.8, 'Making the web page');
  const html = renderPackHtml(content, pages, next.version, publishedOn);
  const passages: Passage[] = packStatements(content)
    // The minutes are published in their own right and are found there.
    .filter((statement) => !/^item-.*-(minute|minutes|attendance|declarations)/.test(statement.anchor))
    .map((statement) => ({
      heading: statement.heading,
      path: inDocument(
        packPaths.newest(content.board.slug, content.meeting.slug),
        statement.anchor,
        isLong(html.length),
      ),
      body: passageText(statement),
    }));
  return {
    content,
    draft: {
      kind: 'pack',
      subject: subjectOf(content),
      version: next.version,
      title: `${content.board.name}: agenda pack, ${longDate(content.meeting.date)}`,
      content,
      html,
      pdf,
      pages,
      changes: next.previous === null ? null : packChanges(frozenContent('pack', next.previous), content),
      board: content.board.slug,
      date: content.meeting.date,
      passages,
    },
  };
}

async function readyMinutes(bench: Bench, targets: Targets, meeting: string): Promise<Ready | null> {
  const { content, next } = await bench.read(async (read) => {
    const found = await minutesContent(read, targets.organisation, targets.board, meeting);
    return { content: found, next: found ? await nextVersion(read, 'minutes', subjectOf(found), found) : null };
  });
  if (!content || !next) return null;
  const path = minutesPaths.newest(content.board.slug, content.meeting.slug);
  const html = renderMinutesHtml(content, next.version, londonDate(bench.clock()));
  return {
    content,
    draft: {
      kind: 'minutes',
      subject: subjectOf(content),
      version: next.version,
      title: `${content.board.name}: minutes, ${longDate(content.meeting.date)}`,
      content,
      html,
      pdf: null,
      pages: null,
      changes: null,
      board: content.board.slug,
      date: content.meeting.date,
      passages: minutesStatements(content).map((statement) => ({
        heading: statement.heading,
        path: statement.anchor === null ? path : inDocument(path, statement.anchor, isLong(html.length)),
        body: statement.text,
      })),
    },
  };
}

/** What earlier versions of a subject put into the tables that are drawn from publications. */
async function forgetDrawn(write: Write, kind: PublicationKind, subject: string): Promise<void> {
  for (const table of ['decision', 'action', 'person'] as const) {
    await sql`delete from ${sql.table(`published.${table}`)} where publication in (select id
      from published.publication where kind = ${kind} and subject = ${subject})`.execute(write);
  }
}

async function drawBoard(write: Write, id: string, content: BoardContent): Promise<void> {
  const { slug, name, organisation } = content.board;
  await write
    .insertInto('published.board')
    .values({ slug, name, organisation: organisation ?? '', publication: id })
    .onConflict((conflict) =>
      conflict.column('slug').doUpdateSet({ name, organisation: organisation ?? '', publication: id }),
    )
    .execute();
  const path = boardPaths.one(slug);
  const common = { publication: id, board: slug, board_name: name, meeting: null, date: null, path };
  const rows = [
    ...content.groups.flatMap((group) => [
      ...group.members.map((member) => ({
        ...common,
        slug: member.slug,
        name: nameOf(member),
        kind: 'member' as const,
        label: null,
        political_group: group.name,
        authority: member.authority,
      })),
      ...group.members
        .filter((member) => member.office !== null)
        .map((member) => ({
          ...common,
          slug: member.slug,
          name: nameOf(member),
          kind: 'office' as const,
          label: member.office,
          political_group: group.name,
          authority: member.authority,
        })),
      ...group.substitutes.map((member) => ({
        ...common,
        slug: member.slug,
        name: nameOf(member),
        kind: 'substitute' as const,
        label: null,
        political_group: group.name,
        authority: member.authority,
      })),
    ]),
    ...content.outsideBodies.flatMap((body) =>
      body.people.map((person) => ({
        ...common,
        slug: person.slug,
        name: person.name,
        kind: 'outside body' as const,
        label: body.name,
        political_group: null,
        authority: null,
      })),
    ),
  ].map((row, position) => ({ ...row, position }));
  if (rows.length > 0) await write.insertInto('published.person').values(rows).execute();
}

function nameOf(member: { readonly name: string; readonly honours: string | null }): string {
  return member.honours ? `${member.name} ${member.honours}` : member.name;
}

interface MeetingFacts {
  readonly slug: string;
  readonly date: string;
  readonly start: string | null;
  readonly place: string | null;
  readonly mode: string | null;
}

async function drawMeeting(
  write: Write,
  board: { readonly slug: string; readonly name: string },
  meeting: MeetingFacts,
  what: { readonly pack?: string; readonly minutes?: string },
  now: Date,
): Promise<void> {
  const known = await write
    .selectFrom('published.meeting')
    .select(['pack', 'minutes', 'start', 'place', 'mode'])
    .where('board', '=', board.slug)
    .where('slug', '=', meeting.slug)
    .executeTakeFirst();
  const pack = what.pack ?? known?.pack ?? null;
  const minutes = what.minutes ?? known?.minutes ?? null;
  const row = {
    board_name: board.name,
    date: meeting.date,
    // A pack says all there is to say of its meeting; minutes and announcements add to what is known.
    start: meeting.start ?? (what.pack ? null : (known?.start ?? null)),
    place: meeting.place ?? (what.pack ? null : (known?.place ?? null)),
    mode: meeting.mode ?? (what.pack ? null : (known?.mode ?? null)),
    state: minutes ? 'minutes published' : pack ? 'agenda published' : 'planned',
    pack,
    minutes,
    changed_at: now,
  };
  // Announced anew, after it was withdrawn.
  await takeUpAgain(write, 'meeting', `${board.slug}/${meeting.slug}`);
  await write
    .insertInto('published.meeting')
    .values({ board: board.slug, slug: meeting.slug, ...row })
    .onConflict((conflict) => conflict.columns(['board', 'slug']).doUpdateSet(row))
    .execute();
}

/** The next meeting that an older version of this pack announced, where this one announces another day. */
async function forgetAnnounced(write: Write, content: PackContent, draft: Draft): Promise<void> {
  if (draft.version === 1) return;
  const older = await write
    .selectFrom('published.publication')
    .select('content')
    .where('kind', '=', 'pack')
    .where('subject', '=', draft.subject)
    .where('version', '=', draft.version - 1)
    .executeTakeFirst();
  // Written by savePublication from the same type.
  const announced = older ? frozenContent('pack', older.content).nextMeeting?.date : undefined;
  if (announced === undefined || announced === content.nextMeeting?.date) return;
  // Where the clerk works on that meeting already, or another paper announces it, it is in the record still and stays.
  await write
    .deleteFrom('published.meeting')
    .where('board', '=', content.board.slug)
    .where('slug', '=', announced)
    .where('pack', 'is', null)
    .where('minutes', 'is', null)
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('record.meeting as meeting')
            .innerJoin('record.board as board', (join) =>
              join.onRef('board.organisation', '=', 'meeting.organisation').onRef('board.id', '=', 'meeting.board'),
            )
            .select('meeting.id')
            .where('board.slug', '=', content.board.slug)
            .where('meeting.slug', '=', announced),
        ),
      ),
    )
    .execute();
}

async function drawMinutes(write: Write, id: string, content: MinutesContent, html: string): Promise<void> {
  const { slug: board, name: board_name } = content.board;
  const { slug: meeting, date } = content.meeting;
  const path = minutesPaths.newest(board, meeting);
  const anchors = minutesAnchors(content.minutes);
  const place = (anchor = '') => inDocument(path, anchor, isLong(html.length));
  const common = { publication: id, board, meeting, date };
  const decisions = content.minutes.items.flatMap((item, index) =>
    item.decisions.map((decision, at) => ({
      ...common,
      item_number: item.number,
      item_title: item.title,
      body: plainText(decision.text),
      path: place(anchors.items[index]?.decisions[at]),
    })),
  );
  if (decisions.length > 0)
    await write
      .insertInto('published.decision')
      .values(decisions.map((row, position) => ({ ...row, position })))
      .execute();
  const actions = content.minutes.items.flatMap((item, index) =>
    item.actions.map((action, at) => ({
      ...common,
      item_number: item.number,
      item_title: item.title,
      body: plainText(action.text),
      owner: action.owner,
      due: action.due,
      state: null,
      path: place(anchors.items[index]?.actions[at]),
    })),
  );
  if (actions.length > 0)
    await write
      .insertInto('published.action')
      .values(actions.map((row, position) => ({ ...row, position })))
      .execute();
  const person = { publication: id, board, board_name, political_group: null, meeting, date, path };
  const rows = [
    ...content.minutes.attendance.flatMap((row) =>
      row.slug === null
        ? []
        : [
            {
              ...person,
              slug: row.slug,
              name: row.name,
              kind: 'attendance' as const,
              label: row.status,
              authority: row.organisation,
            },
          ],
    ),
    ...content.minutes.declarations.flatMap((row) =>
      row.slug === null
        ? []
        : [
            {
              ...person,
              slug: row.slug,
              name: row.name,
              kind: 'declaration' as const,
              label: [row.item === null ? null : `Item ${row.item}`, row.nature ?? row.kind]
                .filter((part) => part !== null)
                .join(': '),
              authority: null,
            },
          ],
    ),
  ].map((row, position) => ({ ...row, position }));
  if (rows.length > 0) await write.insertInto('published.person').values(rows).execute();
}

async function makePublic(write: Write, ready: readonly Ready[], now: Date): Promise<readonly Published[] | 'again'> {
  // In one order, so that two acts of publishing never wait for each other crosswise.
  for (const { draft } of ready.toSorted((a, b) =>
    `${a.draft.kind}${a.draft.subject}` < `${b.draft.kind}${b.draft.subject}` ? -1 : 1,
  ))
    await holdSubject(write, draft.kind, draft.subject);
  for (const { draft } of ready) {
    const last = await lastVersion(write, draft.kind, draft.subject);
    if ((last?.version ?? 0) !== draft.version - 1) return 'again';
  }
  for (const { draft, content } of ready) {
    await forgetDrawn(write, draft.kind, draft.subject);
    const id = await savePublication(write, draft, now);
    switch (content.format) {
      case 'kept-board/1':
        await drawBoard(write, id, content);
        break;
      case 'kept-pack/1':
        await forgetAnnounced(write, content, draft);
        await drawMeeting(write, content.board, content.meeting, { pack: id }, now);
        if (content.nextMeeting)
          await drawMeeting(
            write,
            content.board,
            { ...content.nextMeeting, slug: content.nextMeeting.date, mode: null },
            {},
            now,
          );
        break;
      case 'kept-minutes/1':
        await drawMeeting(write, content.board, { ...content.meeting, mode: null }, { minutes: id }, now);
        await drawMinutes(write, id, content, draft.html);
        break;
    }
  }
  return ready.map(({ draft }) => ({ kind: draft.kind, subject: draft.subject, version: draft.version }));
}

/** Publishes what has changed of a board, its packs and its minutes; `also` runs in the transaction that makes them public. */
export async function publishChanged(
  bench: Bench,
  targets: Targets,
  account: string,
  also: (write: Write) => Promise<void>,
): Promise<readonly Published[]> {
  for (let round = 0; round < 3; round += 1) {
    const ready: Ready[] = [];
    const count = targets.packs.length;
    for (const meeting of targets.minutes) {
      const minutes = await readyMinutes(bench, targets, meeting);
      if (minutes) ready.push(minutes);
    }
    for (const [index, meeting] of targets.packs.entries()) {
      const pack = await readyPack(bench, targets, meeting, (part, step) =>
        bench.tell(step, 0.1 + (0.8 * (index + part)) / count),
      );
      if (pack) ready.push(pack);
    }
    const board = await readyBoard(bench, targets);
    if (board) ready.push(board);
    await bench.tell('Publishing', 0.95);
    const now = bench.clock();
    const done = await bench.write(async (write) => {
      const published = await makePublic(write, ready, now);
      if (published === 'again') return published;
      await also(write);
      for (const { kind, subject, version } of published) {
        await journal(write, {
          scope: targets.organisation,
          at: now,
          who: account,
          verb: 'publish',
          kind,
          thing: subject,
          detail: { version },
        });
      }
      return published;
    });
    if (done !== 'again') return done;
  }
  throw new Error('somebody else kept publishing the same subject');
}

/** Address of what was published first of all: the meeting of the first pack, or of the first minutes. */
export function publishedPath(published: readonly Published[]): string | null {
  const first = published.find(({ kind }) => kind === 'pack') ?? published.find(({ kind }) => kind === 'minutes');
  const [board, meeting] = (first?.subject ?? '').split('/');
  return board && meeting ? boardPaths.meeting(board, meeting) : null;
}
