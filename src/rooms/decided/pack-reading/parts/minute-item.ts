/** One item of minutes: introductions, comments, questions, responses, decisions and actions, in the order of the text. */
import { withoutEnd } from '#base/ends.js';
import { plainText, type Lines, type Prose } from '#base/prose.js';
import type { MinutesEntry } from '#rooms/decided/minutes/index.js';
import { dropStart, takeStart } from '../source/inline.js';
import type { Piece } from '../source/source.js';
import type { ReadAction, ReadMinutesItem } from '../words.js';
import { actionInBrackets, actionTable, isOwnerLine, ownerNamed, readAction, withOwnerLine } from './actions.js';
import {
  ACTIONS,
  COMMENTS,
  DECISION,
  DISCUSSION,
  DOCUMENTS_LABEL,
  MINUTES_LABEL,
  NEXT_MEETING,
  QUESTIONS,
  RESPONSES,
} from './labels.js';
import { nameParts } from './names.js';
import { labelLength } from './pieces.js';
import { sentencesOf } from './sentences.js';

type Entry = ReadMinutesItem['entries'][number];
type Mode =
  | 'agenda'
  | 'text'
  | 'comment'
  | 'question'
  | 'response'
  | 'decision'
  | 'resolution'
  | 'action'
  | 'documents';

export interface ItemRead {
  readonly entries: readonly Entry[];
  readonly decisions: ReadMinutesItem['decisions'];
  readonly actions: readonly ReadAction[];
  /** Pieces whose words are in these, or that are labels. */
  readonly used: readonly { readonly lines: Lines }[];
  /** Text of the agenda below the head, which no minutes entity holds. */
  readonly agenda: readonly Piece[];
  readonly tables: readonly Piece[];
}

export interface ItemOptions {
  /** Agenda and minutes stand in one text: what comes before "Minutes:" is agenda. */
  readonly afterLabel: boolean;
  /** Decisions are labelled in these minutes, so a sentence "Members agreed …" is narrative. */
  readonly labelled: boolean;
}

const SAYING =
  /\s+(?:asked|said|commented|raised|noted|stated|highlighted|suggested|welcomed|queried|thanked|felt|requested|reported|advised|explained|responded|replied|confirmed|questioned|emphasised|proposed|enquired|expressed|outlined|added|informed|sought|urged)\b/;
const RESOLVED =
  /^(?:(?:it\s+was\s+)?(?:also\s+|further\s+|unanimously\s+|then\s+)*(?:RESOLVED|ORDERED|RECEIVED|AGREED|DECIDED|Resolved|It\s+was\s+(?:unanimously\s+|therefore\s+)?(?:resolved|agreed|ordered|decided|RESOLVED|AGREED)))\b\s*(?:\(?unanimously\)?|unanimously)?\s*[:–—-]*\s*/;
const RESOLVED_WITHIN =
  /(?:^|[.;:]\s+|\b(?:[Ii]t\s+was|[Mm]embers|(?:[Bb]oard|[Cc]ommittee|[Cc]ouncil|[Cc]abinet)|and)\s+)(?:unanimously\s+)?(?:RESOLVED|ORDERED)\b/;
const AGREED =
  /^(?:the\s+)?(?:board|committee|council|cabinet|panel|members|councillors|sub-?committee|forum|executive|meeting)\s+(?:then\s+|also\s+|unanimously\s+)*(?:agreed|resolved|approved|endorsed|noted|adopted|received)\b/i;
const INTRODUCTION =
  /^(?:the\s+)?(?:(?:chair(?:man|woman|person)?|mayor|leader)\b.{0,60}?\b(?:welcomed|invited|introduced|opened)|.{3,120}?\b(?:introduced|presented)\s+(?:the|a|an|his|her|their)\b)/i;
const ASKED =
  /^(?:a\s+(?:member|councillor|resident|question)|(?:another|one)\s+member|members|(?:cllr|clr|councillor)\s+\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)?)\s+(?:then\s+|also\s+)?(?:asked|queried|enquired|questioned)\b/iu;
const REPLIED =
  /^(?:in\s+(?:response|reply|answer)\b|(?:the\s+)?.{2,80}?\s+(?:responded|replied|answered)\s+(?:that|to|by)\b)/i;

/** A heading of comments that says nothing else; "In discussion of the bypass:" says more and is kept. */
const PLAIN_LABEL =
  /^(?:(?:the|in|ensuing|following|discussions?|debate|points?|raised|made|comment(?:s|ed)?|matters|issues|were|noted|members?|councillors?|board|committee|discussed|included|and|s)\b|[^\p{L}\p{N}])*$/iu;

/** The whole text is the label, or the label and a colon begin it. */
function labelled(text: string, label: RegExp): number {
  const bare = withoutEnd(text, /[\s:–—-]/);
  const found = label.exec(bare.slice(0, 200));
  if (found && found[0].length === bare.length) return text.length;
  return labelLength(text, label);
}

function modeAt(
  text: string,
): { readonly mode: Mode; readonly length: number; readonly speaker: string | null } | null {
  const of = (
    mode: Mode,
    length: number,
  ): { readonly mode: Mode; readonly length: number; readonly speaker: string | null } | null =>
    length > 0 ? { mode, length, speaker: null } : null;
  const early =
    of('documents', labelled(text, DOCUMENTS_LABEL)) ??
    of('text', labelled(text, MINUTES_LABEL)) ??
    of('comment', labelled(text, COMMENTS)) ??
    of('question', labelled(text, QUESTIONS));
  if (early) return early;
  const short = text.length <= 160 ? withoutEnd(text, /[\s:–—-]/) : '';
  const response = short === '' ? null : RESPONSES.exec(short);
  if (response?.[1] && (/:\s*$/.test(text) || text.length < 70) && !/[.;,]/.test(response[1])) {
    const named = response[1].replace(/^(?:the\s+)(?=officers?$)/i, '');
    return {
      mode: 'response',
      length: text.length,
      speaker: /^(?:the\s+)?(?:members?|officers?)$/i.test(named) ? null : named,
    };
  }
  if (/^responses?\s*:?$/i.test(text)) return { mode: 'response', length: text.length, speaker: null };
  const action = of('action', labelled(text, ACTIONS));
  if (action) return action;
  const decision = labelled(text, DECISION);
  // The words that say a resolution begin a sentence; "Decision" is a heading for all that follows it.
  if (decision > 0)
    return {
      mode: /^(?:the\s+)?(?:decisions?|resolutions?)\b/i.test(text) ? 'decision' : 'resolution',
      length: decision,
      speaker: null,
    };
  return of('comment', text.length < 130 && /:\s*$/.test(text) ? labelled(text, DISCUSSION) : 0);
}

/** "Cllr Smith asked …" names its speaker; "A member asked …" does not. */
function speakerOf(text: string): string | null {
  const verb = SAYING.exec(text.slice(0, 90));
  const name = verb ? text.slice(0, verb.index) : '';
  const parts = name === '' ? null : nameParts(name);
  return parts?.title ? name : null;
}

/** Who proposed it and how the vote went belong to a resolution; what was said before and after does not. */
const OF_THE_VOTE =
  /^(?:proposed|seconded|moved|carried|all\s+(?:in\s+favour|agreed)|unanimous|vote\b|voting|for\b|against\b|abstain|\(?\d+\s+(?:votes?|in\s+favour|for))/i;

/** The sentence of a paragraph that resolves, with what belongs to the vote: from and to in letters. */
function aroundResolution(text: string): { readonly from: number; readonly to: number } {
  let at = 0;
  let found: { from: number; to: number } | null = null;
  for (const sentence of sentencesOf(text)) {
    const from = text.indexOf(sentence, at);
    at = from + sentence.length;
    if (!found && RESOLVED_WITHIN.test(sentence)) found = { from, to: at };
    else if (found && (OF_THE_VOTE.test(sentence) || /\bRESOLVED\b/.test(sentence))) found.to = at;
    else if (found) break;
  }
  return found ?? { from: 0, to: text.length };
}

export function readMinuteItem(pieces: readonly Piece[], options: ItemOptions): ItemRead {
  const entries: Entry[] = [];
  const decisions: { prose: Prose; lines: Lines }[] = [];
  const actions: ReadAction[] = [];
  const used: { readonly lines: Lines }[] = [];
  const agenda: Piece[] = [];
  const tables: Piece[] = [];
  let mode: Mode = options.afterLabel ? 'agenda' : 'text';
  let speaker: string | null = null;
  let fresh = false;
  let bulleted = false;
  /** A label whose words would be lost if nothing stood below it. */
  let pending: Piece | null = null;
  const discussed = pieces.some(
    (piece) => piece.kind === 'text' && ['comment', 'response'].includes(modeAt(piece.text)?.mode ?? ''),
  );
  const settle = (): void => {
    if (pending) entries.push({ kind: 'note', speaker: null, prose: pending.prose, lines: pending.lines });
    pending = null;
  };
  const add = (kind: MinutesEntry['kind'], who: string | null, prose: Prose, lines: Lines): void => {
    if (who !== null) pending = null;
    entries.push({ kind, speaker: who, prose, lines });
  };
  /** Number and letter of a resolution are cited, so they stay. */
  const withMarker = (piece: Piece): Prose =>
    piece.marker !== null && /[\p{L}\p{N}]/u.test(piece.marker)
      ? [{ text: `${piece.marker} ` }, ...piece.prose]
      : piece.prose;
  for (const piece of pieces) {
    if (piece.kind === 'table') {
      const rows = mode === 'agenda' || mode === 'documents' ? null : actionTable(piece);
      if (rows) {
        actions.push(...rows);
        const head = piece.table?.header;
        const known =
          head?.cells.every((cell) =>
            /^(?:|agreed actions?|actions?(?: required| agreed)?|owner|lead|by whom|who|responsible|officer|due(?: date)?|by when|when|date|deadline|status|no\.?|item|ref)$/i.test(
              plainText(cell).trim(),
            ),
          ) ?? false;
        used.push(...rows, ...(head && known ? [head] : []));
      } else if (
        mode === 'action' &&
        piece.table &&
        !piece.table.header &&
        piece.table.rows.every((row) => row.cells.length === 2)
      ) {
        // "Officers to draft a letter. | Abigail Burridge": action and owner in one row.
        for (const row of piece.table.rows) {
          const action = readAction(row.cells[0] ?? [], row.lines);
          const owner = ownerNamed(plainText(row.cells[1] ?? []));
          actions.push(
            owner === null
              ? { ...action, prose: [...(row.cells[0] ?? []), { text: ' · ' }, ...(row.cells[1] ?? [])] }
              : { ...action, owner },
          );
        }
        used.push(piece);
      } else if (mode === 'agenda' || mode === 'documents') agenda.push(piece);
      else if (
        piece.table?.rows.length === 1 &&
        (piece.table.header === null || piece.table.header.lines.from === piece.table.rows[0]?.lines.from)
      ) {
        // One row that came apart from a larger table is no table: its cells are a line.
        const cells = piece.table.rows[0]?.cells.filter((cell) => cell.length > 0) ?? [];
        entries.push({
          kind: 'note',
          speaker: null,
          prose: cells.flatMap((cell, at) => (at === 0 ? cell : [{ text: ' · ' }, ...cell])),
          lines: piece.lines,
        });
        used.push(piece);
      } else tables.push(piece);
      continue;
    }
    const label =
      piece.kind === 'text' || /^(?:decision|action|resolved|minutes|AP\b)/i.test(piece.text)
        ? modeAt(piece.text)
        : null;
    // Documents are named by their size or their item; the first other line is text again.
    if (
      mode === 'documents' &&
      !options.afterLabel &&
      piece.kind === 'text' &&
      !/\bPDF\b|\b[KM]B\b|\b(?:annex|appendix|enc(?:losure)?|item)\s*\S{1,3}\b/i.test(piece.text.slice(0, 300))
    )
      mode = 'text';
    // The date of the next meeting ends a decision.
    if (piece.kind === 'text' && (mode === 'decision' || mode === 'action') && NEXT_MEETING.test(piece.text))
      mode = 'text';
    let prose = withMarker(piece);
    const given = label ? null : actionInBrackets(prose, piece.lines);
    if (given && mode !== 'agenda' && mode !== 'documents') {
      actions.push(given);
      used.push(piece);
      continue;
    }
    const outer: Mode = mode;
    if (
      label &&
      !(mode === 'agenda' && (label.mode === 'comment' || label.mode === 'question' || label.mode === 'resolution'))
    ) {
      settle();
      mode = label.mode;
      speaker = label.speaker;
      const words = piece.text.slice(0, label.length);
      if (speaker !== null) pending = piece;
      else if (mode === 'comment' && PLAIN_LABEL.test(words) === false)
        entries.push({ kind: 'note', speaker: null, prose: [{ text: words }], lines: piece.lines });
      fresh = true;
      used.push(piece);
      prose = dropStart(piece.prose, label.length);
      if (plainText(prose).trim() === '') continue;
    } else if (mode === 'agenda' || mode === 'documents') {
      // A resolution drafted in the agenda is no decision.
      agenda.push(piece);
      continue;
    } else used.push(piece);
    const text = plainText(prose);
    const resolved =
      RESOLVED.test(plainText(piece.kind === 'item' ? piece.prose : prose)) &&
      (piece.kind === 'text'
        ? /^[^a-z]*(?:RESOLVED|ORDERED|AGREED|Resolved|It\s+was)/.test(text) ||
          (mode !== 'comment' && mode !== 'response')
        : mode !== 'comment' && mode !== 'response');
    if (resolved && piece.kind === 'text' && (mode === 'comment' || mode === 'question' || mode === 'response'))
      mode = 'text';
    if (
      mode === 'resolution' &&
      piece.kind === 'text' &&
      !fresh &&
      !/^(?:that|to|the\s+(?:board|committee|council)|and)\b/i.test(text) &&
      !resolved
    )
      mode = 'text';
    if (piece.kind === 'text' && piece.level !== null && !label) mode = 'text';
    // Actions that are bullets end where a paragraph begins.
    if (mode === 'action' && bulleted && piece.kind === 'text' && piece.gap && !label && !isOwnerLine(text))
      mode = 'text';
    if (mode === 'decision' || mode === 'resolution') decisions.push({ prose, lines: piece.lines });
    else if (mode === 'action') {
      const above = actions.at(-1);
      const joined = above ? withOwnerLine(above, text, piece.lines) : null;
      if (joined) actions[actions.length - 1] = joined;
      else actions.push(readAction(prose, piece.lines));
      bulleted = piece.kind === 'item' && !joined ? true : bulleted;
    } else if (resolved) {
      const rest = text.slice(RESOLVED.exec(text)?.[0].length ?? 0).trim();
      if (rest !== '' && !/^that\s*:?-?$/i.test(rest)) decisions.push({ prose, lines: piece.lines });
      if (/[:–—-]\s*$/.test(text) || /^(?:that)?\s*:?-?$/i.test(rest)) mode = 'resolution';
    } else if (mode === 'comment' || mode === 'question' || mode === 'response')
      add(mode, mode === 'response' ? speaker : speakerOf(text), prose, piece.lines);
    else if (text.length < 3000 && RESOLVED_WITHIN.test(text)) {
      const split = aroundResolution(text);
      if (/[:–—]\s*-?$/.test(text)) {
        // "The Committee RESOLVED:" announces what follows.
        add('note', null, prose, piece.lines);
        mode = 'resolution';
        fresh = true;
        continue;
      }
      if (split.from > 0) add('note', null, takeStart(prose, split.from), piece.lines);
      decisions.push({ prose: takeStart(dropStart(prose, split.from), split.to - split.from), lines: piece.lines });
      if (split.to < text.length) add('note', null, dropStart(prose, split.to), piece.lines);
    } else if (!options.labelled && piece.kind === 'text' && AGREED.test(text))
      decisions.push({ prose, lines: piece.lines });
    else if (ASKED.test(text.slice(0, 140))) add('question', speakerOf(text), prose, piece.lines);
    else if (REPLIED.test(text.slice(0, 140))) add('response', speakerOf(text), prose, piece.lines);
    else
      add(
        INTRODUCTION.test(text.slice(0, 220)) && (entries.length === 0 || discussed) ? 'introduction' : 'note',
        null,
        prose,
        piece.lines,
      );
    fresh = false;
    // "• Action: RK to write" in a list is one action; the next bullet is none.
    if (label && piece.kind === 'item') mode = outer;
  }
  settle();
  return { entries, decisions, actions, used, agenda, tables };
}
