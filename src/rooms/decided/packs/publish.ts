/**
 * The act of publishing a board, packs and minutes. What takes long (typesetting) is done first, outside any transaction;
 * then everything becomes public in one transaction, so that a kill at any moment leaves either nothing or all of it.
 * Publishing what has not changed publishes nothing: the act can be run twice.
 */
import { frozenContent } from '#kit/publications/contents.js';
import { canonicalJson } from '#base/canonical.js';
import { londonDate, longDate } from '#base/london.js';
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
import { publishActions } from '#rooms/decided/actions/index.js';
import {
  boardContent,
  type BoardContent,
  boardPaths,
  publishBoard,
  renderBoardHtml,
} from '#rooms/decided/boards/index.js';
import { publishMeeting, withdrawMeeting } from '#rooms/decided/meetings/index.js';
import {
  type MinutesContent,
  minutesPaths,
  minutesStatements,
  publishMinutes,
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
  const isKept = await write
    .selectFrom('record.meeting as meeting')
    .innerJoin('record.board as board', (join) =>
      join.onRef('board.organisation', '=', 'meeting.organisation').onRef('board.id', '=', 'meeting.board'),
    )
    .select('meeting.id')
    .where('board.slug', '=', content.board.slug)
    .where('meeting.slug', '=', announced)
    .limit(1)
    .executeTakeFirst();
  if (!isKept) await withdrawMeeting(write, content.board.slug, announced);
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
    const id = await savePublication(write, draft, now);
    switch (content.format) {
      case 'kept-board/1':
        await publishBoard(write, id, content);
        break;
      case 'kept-pack/1':
        await forgetAnnounced(write, content, draft);
        await publishMeeting(write, content.board, content.meeting, { pack: id }, now);
        if (content.nextMeeting)
          await publishMeeting(
            write,
            content.board,
            { ...content.nextMeeting, slug: content.nextMeeting.date, mode: null },
            {},
            now,
          );
        break;
      case 'kept-minutes/1':
        await publishMeeting(write, content.board, { ...content.meeting, mode: null }, { minutes: id }, now);
        await publishMinutes(write, id, content, draft.html);
        await publishActions(write, id, content, draft.html);
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
