/**
 * A pack in the shape its Typst template prints: every sentence finished, every anchor and page break decided. The
 * template only sets type; whatever needs a rule is decided here, where it can be tested.
 */
import { plainText } from '#base/prose.js';
import type { Block, ListItem, Paragraph, Prose, Run } from '#base/prose.js';
import { anchorTarget } from '../anchors.js';
import type { BlockAnchor, MinutesAnchors, PackAnchors, PaperAnchors, ReportAnchors, SectionAnchors } from '../anchors.js';
import { followingParts } from '../pages.js';
import type { AttendanceRow, AttendanceStatus, Delivery, MinutesEntry, MinutesItem, MinutesPaper, PackContent, PackMember, Paper, Purpose, ReportPaper } from '../words.js';
import { dayMonthYear, fullDate, hour } from './dates.js';

type SheetRun = string | { readonly text: string; readonly bold?: true; readonly italic?: true; readonly url?: string; readonly to?: string };
type SheetProse = string | readonly SheetRun[];

interface Numbered {
  readonly id: string;
  readonly number: string;
  readonly runs: SheetProse;
  /** True on the first paragraph whose number Kept worked out: the meaning of the brackets is explained there. */
  readonly explain: boolean;
  readonly under: Numbered[];
}

type SheetBlock =
  | { readonly kind: 'heading'; readonly id: string; readonly level: number; readonly runs: SheetProse }
  | { readonly kind: 'numbered'; readonly inner: boolean; readonly paragraphs: Numbered[] }
  | { readonly kind: 'paragraph'; readonly id: string; readonly runs: SheetProse }
  | { readonly kind: 'list'; readonly id: string; readonly ordered: boolean; readonly items: readonly SheetItem[] }
  | { readonly kind: 'table'; readonly id: string; readonly caption: SheetProse | null; readonly header: readonly SheetProse[] | null; readonly rows: readonly (readonly SheetProse[])[]; readonly widths: readonly number[]; readonly keep: boolean }
  | { readonly kind: 'quote'; readonly id: string; readonly runs: SheetProse; readonly attribution: SheetProse | null }
  | { readonly kind: 'mark'; readonly id: string };

interface SheetItem {
  readonly runs: SheetProse;
  readonly items: readonly SheetItem[];
}

interface Fact {
  readonly name: string;
  readonly runs: SheetProse;
}

export interface Version {
  readonly number: number;
  /** ISO date. */
  readonly publishedOn: string;
}

/** Title of the document: what a reader's window and a search engine show. */
export function packTitle(content: PackContent): string {
  return legibleText(`${content.board.name}: agenda pack for ${dayMonthYear(content.meeting.date)}`);
}

/** The data for pack.typ. */
export function packSheets(content: PackContent, anchors: PackAnchors, version: Version) {
  const setter = typesetter(anchorTarget(anchors));
  const following = followingParts(content, anchors);
  return {
    title: packTitle(content),
    organisation: content.board.organisation === null ? null : legibleText(content.board.organisation),
    board: legibleText(content.board.name),
    running: shortened(legibleText(content.board.name), 90),
    date: legibleText(fullDate(content.meeting.date)),
    shortDate: legibleText(dayMonthYear(content.meeting.date)),
    published: legibleText(`Published with Kept, version ${version.number}, ${dayMonthYear(version.publishedOn)}`),
    facts: coverFacts(content),
    notices: setter.section(content.notices, anchors.notices),
    cover: anchors.cover,
    membership: anchors.membership,
    cycle: content.cycle === null ? null : legibleText(content.cycle),
    groups: content.groups.map((group) => ({
      name: legibleText(group.name ?? 'Members'),
      seats: group.seats === null ? null : `${group.seats} ${group.seats === 1 ? 'seat' : 'seats'}`,
      office: contactRuns(null, null, group.office?.phone ?? null, group.office?.email ?? null),
      members: group.members.map(memberRow),
      substitutes: group.substitutes.map(memberRow),
    })),
    agenda: anchors.agenda,
    // In millimetres: room for the longest number, but never at the cost of the titles.
    numberWidth: Math.min(40, Math.max(15, ...content.items.map((item) => 7 + 2.4 * item.number.length))),
    items: content.items.map((item, at) => ({
      id: anchors.items[at]?.id ?? '',
      number: legibleText(item.number),
      title: legibleText(item.title),
      purpose: item.purpose === null ? null : purposeWords[item.purpose],
      delivery: item.papers.length > 0 ? null : deliveryWords[item.delivery],
      until: following[at] ?? null,
      papers: item.papers.map((paper, index) => paperSheet(paper, item.title, anchors.items[at]?.papers[index], setter)),
    })),
    leftovers: setter.section(content.leftovers, anchors.leftovers),
    nextMeeting: nextMeeting(content),
  };
}

const purposeWords: Readonly<Record<Purpose, string>> = { decision: 'For decision', direction: 'For direction', discussion: 'For discussion', information: 'For information', noting: 'To note' };
const deliveryWords: Readonly<Record<Delivery, string>> = { attached: '', 'to follow': 'To follow', tabled: 'Tabled', verbal: 'Verbal', presentation: 'Presentation', none: '' };
const modeWords = { 'in person': 'In person', remote: 'Online', hybrid: 'In person and online' } as const;

function shortened(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('').trimEnd()}…`;
}

function coverFacts(content: PackContent): readonly Fact[] {
  const { start, place, mode, contact } = content.meeting;
  const reach = contact === null ? null : contactRuns(contact.name, null, contact.phone, contact.email);
  return [
    ...(start === null ? [] : [{ name: 'Time', runs: legibleText(hour(start)) }]),
    ...(place === null ? [] : [{ name: 'Place', runs: legibleText(place) }]),
    ...(mode === null ? [] : [{ name: 'Attend', runs: modeWords[mode] }]),
    ...(reach === null ? [] : [{ name: 'Contact', runs: reach }]),
  ];
}

function nextMeeting(content: PackContent): string | null {
  const next = content.nextMeeting;
  if (next === null) return null;
  const when = `${fullDate(next.date)}${next.start === null ? '' : `, ${hour(next.start)}`}`;
  return legibleText(next.place === null ? when : `${when}, ${next.place}`);
}

function memberRow(member: PackMember) {
  const named = member.honours === null ? member.name : `${member.name} ${member.honours}`;
  return { name: legibleText(named), office: member.office === null ? null : legibleText(member.office), authority: legibleText(member.authority ?? '') };
}

/** Name, position, telephone and address in one line, the address as a link; null where nothing is known. */
function contactRuns(name: string | null, position: string | null, phone: string | null, email: string | null): SheetProse | null {
  const parts: SheetRun[] = [name, position, phone].filter((part) => part !== null).map((part) => legibleText(part));
  if (email !== null) parts.push(/^[^\s@]+@[^\s@]+$/.test(email) ? { text: legibleText(email), url: `mailto:${email.toWellFormed()}` } : legibleText(email));
  return parts.length === 0 ? null : parts.flatMap((part, at) => (at === 0 ? [part] : [', ', part]));
}

function paperSheet(paper: Paper, itemTitle: string, anchors: PaperAnchors | undefined, setter: Typesetter) {
  // The agenda's title and the paper's are often the same; the contents then name them once.
  const repeats = sameWords(paper.title, itemTitle);
  if (paper.kind === 'report' && anchors?.kind === 'report') return { ...reportSheet(paper, anchors, setter), repeats };
  if (paper.kind === 'annex' && anchors?.kind === 'annex')
    return {
      kind: 'annex' as const,
      id: anchors.id,
      label: paper.number === null ? 'Annex' : `Annex ${legibleText(paper.number)}`,
      title: legibleText(paper.title),
      body: setter.blocks(paper.body, anchors.body, 2),
    };
  if (paper.kind === 'minutes' && anchors?.kind === 'minutes') return { ...minutesSheet(paper, anchors, setter), repeats };
  throw new Error(`The anchors do not belong to this pack: a ${paper.kind} has those of ${anchors?.kind ?? 'nothing'}.`);
}

function sameWords(one: string, other: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return bare(one) === bare(other);
}

function reportSheet(paper: ReportPaper, anchors: ReportAnchors, setter: Typesetter) {
  const contact = paper.contact;
  return {
    kind: 'report' as const,
    id: anchors.id,
    title: legibleText(paper.title),
    purpose: paper.purpose === null ? null : legibleText(paper.purpose),
    summary: setter.blocks(paper.summary, anchors.summary, 3),
    theme: paper.theme === null ? null : legibleText(paper.theme),
    recommendations: paper.recommendations.map((recommendation, at) => ({ id: anchors.recommendations[at] ?? '', runs: setter.prose(recommendation) })),
    contact: contact === null ? null : contactRuns(contact.name, contact.position, contact.phone, contact.email),
    body: setter.blocks(paper.body, anchors.body, 2),
  };
}

function minutesSheet(paper: MinutesPaper, anchors: MinutesAnchors, setter: Typesetter) {
  return {
    kind: 'minutes' as const,
    id: anchors.id,
    title: legibleText(paper.title),
    date: paper.date === null ? null : legibleText(`Meeting of ${fullDate(paper.date)}`),
    items: paper.items.map((item, at) => {
      const own = anchors.items[at];
      return {
        id: own?.id ?? '',
        number: item.number === null ? null : legibleText(item.number),
        title: legibleText(item.title),
        talk: talk(item.entries, own?.entries ?? [], setter),
        decisions: item.decisions.map(({ text }, index) => ({ id: own?.decisions[index] ?? '', runs: setter.prose(text) })),
        actions: item.actions.map((action, index) => ({ id: own?.actions[index] ?? '', runs: setter.prose(action.text), promise: promise(action) })),
      };
    }),
    leftovers: setter.blocks(paper.leftovers, anchors.leftovers, 2),
    attendance: anchors.attendance,
    attended: attendanceByStatus(paper.attendance),
    declarations: anchors.declarations,
    declared: paper.declarations.map(({ name, item, kind, nature }) => [name, item ?? '', [kind, nature].filter((part) => part !== null).join(': ')].map(legibleText)),
  };
}

function promise(action: MinutesItem['actions'][number]): string | null {
  const parts = [...(action.owner === null ? [] : [`Owner: ${legibleText(action.owner)}`]), ...(action.due === null ? [] : [legibleText(`Due: ${dayMonthYear(action.due)}`)])];
  return parts.length === 0 ? null : parts.join(' · ');
}

/** Comments in a row by the same speaker become one list under one heading, as minutes are written (seed p.2-5). */
function talk(entries: readonly MinutesEntry[], ids: readonly string[], setter: Typesetter) {
  const parts: { readonly label: string | null; readonly entries: { readonly id: string; readonly runs: SheetProse }[] }[] = [];
  for (const [at, entry] of entries.entries()) {
    const label = entryLabel(entry);
    const shown = { id: ids[at] ?? '', runs: setter.prose(entry.prose) };
    const last = parts.at(-1);
    if (last !== undefined && last.label === label && label !== null) last.entries.push(shown);
    else parts.push({ label, entries: [shown] });
  }
  return parts;
}

function entryLabel({ kind, speaker }: MinutesEntry): string | null {
  const who = speaker === null ? null : legibleText(speaker);
  switch (kind) {
    case 'introduction':
    case 'note':
      return null;
    case 'comment':
      return who === null ? 'Members commented' : `${who} commented`;
    case 'question':
      return who === null ? 'Members asked' : `${who} asked`;
    case 'response':
      return who === null ? 'In response' : `${who} responded`;
  }
}

const statusWords: Readonly<Record<AttendanceStatus, string>> = { present: 'Present', apologies: 'Apologies', absent: 'Absent', substitute: 'Substitutes', 'in attendance': 'In attendance' };

function attendanceByStatus(rows: readonly AttendanceRow[]) {
  return [...new Set(rows.map((row) => row.status))].map((status) => {
    const own = rows.filter((row) => row.status === status);
    return {
      label: `${statusWords[status]} (${own.length})`,
      rows: own.map((row) => [legibleText(row.name), legibleText(row.role), legibleText(row.organisation ?? '')]),
    };
  });
}

const deepest = 6;

type Typesetter = ReturnType<typeof typesetter>;

function typesetter(target: (wanted: string) => string | null) {
  let explained = false;

  function run(it: Run): SheetRun {
    const text = legibleText(it.text);
    const place = it.href === undefined ? null : destination(it.href, target);
    if (!it.bold && !it.italic && place === null) return text;
    return { text, ...(it.bold ? { bold: true as const } : {}), ...(it.italic ? { italic: true as const } : {}), ...place };
  }

  function prose(runs: Prose): SheetProse {
    const shown = runs.filter((it) => it.text !== '').map(run);
    return shown.every((it) => typeof it === 'string') ? shown.join('') : shown;
  }

  function items(list: readonly ListItem[], depth: number): readonly SheetItem[] {
    if (depth < deepest) return list.map((item) => ({ runs: prose(item.prose), items: items(item.items, depth + 1) }));
    // Below the sixth level nobody can follow (and Typst gives up at about fifty): the rest is set at that level, in order.
    const flat: SheetItem[] = [];
    const waiting = [...list].reverse();
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
      flat.push({ runs: prose(item.prose), items: [] });
      waiting.push(...[...item.items].reverse());
    }
    return flat;
  }

  /** `above` is the level of the heading over these blocks: PDF/UA wants no level skipped on the way down. */
  function blocks(list: readonly Block[], ids: readonly BlockAnchor[], above: number): readonly SheetBlock[] {
    const shown: SheetBlock[] = [];
    let level = above;
    for (const [at, block] of list.entries()) {
      const id = ids[at]?.id ?? '';
      if (block.kind === 'paragraph' && block.number !== null) {
        addNumbered(shown, { ...block, number: block.number }, id);
        continue;
      }
      switch (block.kind) {
        case 'heading': {
          if (plainText(block.prose).trim() === '') shown.push({ kind: 'mark', id });
          else {
            level = Math.min(above + block.level, level + 1);
            shown.push({ kind: 'heading', id, level, runs: prose(block.prose) });
          }
          break;
        }
        case 'paragraph':
          shown.push(plainText(block.prose).trim() === '' ? { kind: 'mark', id } : { kind: 'paragraph', id, runs: prose(block.prose) });
          break;
        case 'list':
          shown.push(block.items.length === 0 ? { kind: 'mark', id } : { kind: 'list', id, ordered: block.ordered, items: items(block.items, 1) });
          break;
        case 'table': {
          const widths = columnWidths(block.header, block.rows);
          if (widths.length === 0) shown.push({ kind: 'mark', id });
          else
            shown.push({
              kind: 'table',
              id,
              caption: block.caption === null ? null : prose(block.caption),
              header: block.header === null ? null : filled(block.header, widths.length).map(prose),
              rows: block.rows.map((row) => filled(row, widths.length).map(prose)),
              widths,
              keep: everyRowIsShort(block.rows, widths),
            });
          break;
        }
        case 'quote':
          shown.push({ kind: 'quote', id, runs: prose(block.prose), attribution: block.attribution === null ? null : prose(block.attribution) });
          break;
      }
    }
    return shown;
  }

  function addNumbered(shown: SheetBlock[], block: Paragraph & { readonly number: string }, id: string): void {
    const recovered = block.numbering === 'recovered';
    const number = legibleText(block.number);
    const own: Numbered = { id, number: recovered ? `[${number}]` : number, runs: prose(block.prose), explain: recovered && !explained, under: [] };
    if (recovered) explained = true;
    const inner = isInner(block.number);
    const last = shown.at(-1);
    if (last?.kind !== 'numbered') {
      shown.push({ kind: 'numbered', inner, paragraphs: [own] });
      return;
    }
    const parent = last.paragraphs.at(-1);
    if (inner && !last.inner && parent !== undefined) parent.under.push(own);
    else if (inner === last.inner) last.paragraphs.push(own);
    else shown.push({ kind: 'numbered', inner, paragraphs: [own] });
  }

  function section(list: readonly Block[], anchors: SectionAnchors | null) {
    return anchors === null ? null : { id: anchors.id, blocks: blocks(list, anchors.blocks, 1) };
  }

  return { prose, blocks, section };
}

/** "2.1" stands under "2"; "77/21" and "2" stand in the margin. */
function isInner(number: string): boolean {
  return /[^.]\.[^.]/.test(number);
}

function filled(row: readonly Prose[], width: number): readonly Prose[] {
  return row.length >= width ? row : [...row, ...Array.from({ length: width - row.length }, (): Prose => [])];
}

/** Parts of the page width by how much the columns say, with room for the longest word of each. */
function columnWidths(header: readonly Prose[] | null, rows: readonly (readonly Prose[])[]): readonly number[] {
  const all = header === null ? rows : [header, ...rows];
  const width = all.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, column) => {
    const cells = all.map((row) => plainText(row[column] ?? []));
    const word = cells.reduce((longest, cell) => cell.split(/\s+/).reduce((most, part) => Math.max(most, part.length), longest), 1);
    const mean = cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);
    return Math.round(10 * Math.max(Math.min(word, 16) + 2, Math.sqrt(Math.min(mean, 400)) * 2.5));
  });
}

/** Whether rows can be kept from breaking across pages: none is taller than about a third of a page. */
function everyRowIsShort(rows: readonly (readonly Prose[])[], widths: readonly number[]): boolean {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const charactersOfALine = 85;
  return rows.every((row) => row.every((cell, column) => plainText(cell).length * all <= 18 * charactersOfALine * (widths[column] ?? 1)));
}

/** Where a link leads in print: the open web, an address, or a place in this pack; anything else is only text. */
function destination(href: string, target: (wanted: string) => string | null): { readonly url: string } | { readonly to: string } | null {
  if (href.startsWith('#')) {
    const to = target(href.slice(1));
    return to === null ? null : { to };
  }
  return /^(?:https?:\/\/[^\s]+|mailto:[^\s]+)$/i.test(href) ? { url: href.toWellFormed() } : null;
}

/**
 * Text as it can be printed: no control characters, no halves of characters, and a chance to break words that are
 * longer than a line (addresses, mostly) so that nothing runs off the page.
 */
export function legibleText(text: string): string {
  const whole = text.toWellFormed();
  // Nearly all text is fine as it is; a pack of 600 pages has two million characters.
  if (!unprintable.test(whole) && !longWord.test(whole)) return whole;
  return whole
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(new RegExp(unprintable, 'g'), ' ')
    .replace(/[^\s\u200b]{31,}/g, (word) => word.replace(/[/._\-&=?@]+(?=[^/._\-&=?@])/g, '$&\u200b').replace(/[^\s\u200b]{12}(?=[^\s\u200b])/gu, '$&\u200b'));
}

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const unprintable = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/;
const longWord = /[^\s\u200b]{31}/;
