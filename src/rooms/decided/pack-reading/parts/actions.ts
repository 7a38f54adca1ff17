/** One action: who is named for it, and until when. A collective word is nobody's name (S7: "Officers to share slides"). */
import { withoutEnd, withoutEnds } from '#base/ends.js';
import { plainText, type Lines, type Prose } from '#base/prose.js';
import { dropStart } from '../source/inline.js';
import type { Piece } from '../source/source.js';
import type { ReadAction } from '../words.js';
import { datesIn, withoutDates } from './dates.js';
import { looksLikePosition, nameParts } from './names.js';

const COLLECTIVE =
  /^(?:the\s+)?(?:(?:lga|council|all|board|committee|relevant|other|lead)\s+)?(?:officers?|members?|councillors?|staff|colleagues|partners|everyone|everybody|all|teams?|secretariat|board|committee|council|task\s+group|working\s+group|group)$/i;
const OWED =
  /^(.{2,80}?)\s+(?:to|will|would|should|shall|agreed\s+to|undertook\s+to|is\s+to|are\s+to|was\s+asked\s+to|were\s+asked\s+to)\s+(?=\p{Ll})/u;
const TAGGED =
  /(?:\(|\[|\b)(?:action|owner|lead(?:\s+officer)?|responsible(?:\s+officer)?)\s*[:–-]\s*([^()[\]:;]{2,80}?)\s*[)\].]?$/i;
const BRACKETED = /[([]\s*([^()[\]]{2,60}?)\s*[)\]]\.?$/;
const DUE = /\b(?:by|before|due|until|deadline|no\s+later\s+than|for\s+completion)\b[^.;]{0,40}$/i;

/** A person, role or named body; null for "Officers", "Members", "All" and anything that is no name. */
export function ownerNamed(text: string): string | null {
  const name = text
    .trim()
    .replace(/[.:,]$/, '')
    .replace(/^(?:action|owner|lead)\s*[:–-]\s*/i, '');
  if (
    name === '' ||
    name.length > 80 ||
    COLLECTIVE.test(name) ||
    /^(?:it|that|this|there|they|he|she|we|who|which|a|an|to)\b/i.test(name)
  )
    return null;
  if (nameParts(name)) return name;
  if (/^\p{Lu}[\p{Lu}\d&/]{1,8}$/u.test(name)) return name;
  if (
    /^(?:the\s+)?(?:chair(?:man|woman|person)?|clerk|vice[\s-]?chair\w*|secretary|treasurer|leader|mayor|chief\s+executive|monitoring\s+officer|section\s+151\s+officer)(?:\s+(?:of|to)\s+.{2,60})?$/i.test(
      name,
    )
  )
    return name;
  return looksLikePosition(name) &&
    /^(?:the\s+)?\p{Lu}/u.test(name) &&
    !/s$/i.test((name.split(/\s(?:of|for)\s/)[0] ?? '').trimEnd()) &&
    name.split(' ').length <= 9
    ? name
    : null;
}

function dueIn(text: string): string | null {
  for (const found of datesIn(text))
    if (found.date && DUE.test(text.slice(Math.max(0, found.at - 60), found.at))) return found.date;
  return null;
}

export function readAction(prose: Prose, lines: Lines): ReadAction {
  const text = plainText(prose);
  const tagged = TAGGED.exec(text.slice(-200))?.[1];
  const bracketed = BRACKETED.exec(text.slice(-100))?.[1];
  const owed = OWED.exec(text.slice(0, 200))?.[1];
  const led = /^([^:]{2,60}):\s+\S/.exec(text.slice(0, 120))?.[1];
  const owner =
    [tagged, owed, led]
      .map((candidate) => (candidate ? ownerNamed(candidate) : null))
      .find((candidate) => candidate !== null) ??
    (bracketed && (nameParts(bracketed) || /^[A-Z]{2,4}$/.test(bracketed)) ? ownerNamed(bracketed) : null) ??
    null;
  return { prose, owner, due: dueIn(text), lines };
}

const OWNER_LINE =
  /^(?:owner|lead(?:\s+officer)?|responsible(?:\s+(?:officer|person))?|by\s+whom|who)\s*[:–-]\s*(.{2,80})$/i;
const DUE_LINE = /^(?:due(?:\s+date)?|by\s+when|when|deadline|target(?:\s+date)?|date)\s*[:–-]\s*(.{3,60})$/i;

/** "ACTION (Carol Pike, 15 January 2024): draft the letter." Brackets that say anything but owner and date stay in the text. */
export function actionInBrackets(prose: Prose, lines: Lines): ReadAction | null {
  const text = plainText(prose);
  const found = /^actions?\s*\(([^()]{2,80})\)\s*[:–-]\s*(?=\S)/i.exec(text.slice(0, 140));
  if (!found?.[1]) return null;
  const day = datesIn(found[1])[0];
  const behind = day ? found[1].slice(day.at + day.printed.length).replace(/[^\p{L}\p{N}]/gu, '') : '';
  if (behind !== '') return { prose, owner: null, due: day?.date ?? null, lines };
  const who = withoutEnd(
    withoutEnds(found[1].slice(0, day?.at ?? found[1].length), /[\s,;–-]/).replace(/\bby$/i, ''),
    /[\s,;–-]/,
  );
  const owner = who === '' ? null : ownerNamed(who);
  const isHeld = (who === '' || owner !== null) && (!day || day.date !== null);
  return { prose: isHeld ? dropStart(prose, found[0].length) : prose, owner, due: day?.date ?? null, lines };
}

/** Whether a line only says whose an action is. */
export function isOwnerLine(text: string): boolean {
  return OWNER_LINE.test(text) || DUE_LINE.test(text);
}

/** "Owner: NHSE · Due: 3 May 2024" below an action says who owes it and when; null where the line says anything else. */
export function withOwnerLine(action: ReadAction, text: string, lines: Lines): ReadAction | null {
  let { owner, due } = action;
  for (const part of text.split(/[·;|]/).map((one) => one.trim())) {
    const who = OWNER_LINE.exec(part)?.[1];
    const day = DUE_LINE.exec(part)?.[1];
    if (who && ownerNamed(who)) owner = ownerNamed(who);
    else if (day && datesIn(day)[0]?.date && withoutDates(day) === '') due = datesIn(day)[0]?.date ?? null;
    else return null;
  }
  return { ...action, owner, due, lines: { from: action.lines.from, to: lines.to } };
}

/** A table with a column "Action" and columns for owner and date. */
export function actionTable(piece: Piece): readonly ReadAction[] | null {
  const head = (piece.table?.header ?? piece.table?.rows[0])?.cells.map((cell) => plainText(cell).trim()) ?? [];
  const what = head.findIndex((cell) => /^(?:agreed\s+)?actions?(?:\s+(?:required|agreed|point))?$/i.test(cell));
  const who = head.findIndex((cell) =>
    /^(?:owner|lead|by\s+whom|who|responsible(?:\s+(?:officer|person))?|assigned\s+to|officer)$/i.test(cell),
  );
  if (what < 0 || who < 0) return null;
  const when = head.findIndex((cell) =>
    /^(?:due(?:\s+date)?|by\s+when|when|date|deadline|target(?:\s+date)?|timescale)$/i.test(cell),
  );
  const rows = piece.table?.header ? piece.table.rows : (piece.table?.rows.slice(1) ?? []);
  return rows
    .filter((row) => plainText(row.cells[what] ?? []).trim() !== '')
    .map((row) => {
      const owner = ownerNamed(plainText(row.cells[who] ?? []));
      const due = when >= 0 ? (datesIn(plainText(row.cells[when] ?? []))[0]?.date ?? null) : null;
      // Cells that are neither owner nor date keep their words in the text of the action.
      const others = row.cells.filter(
        (cell, index) =>
          index !== what &&
          cell.length > 0 &&
          !(index === who && owner !== null) &&
          !(index === when && due !== null && withoutDates(plainText(cell)) === ''),
      );
      return {
        prose: [...(row.cells[what] ?? []), ...others.flatMap((cell) => [{ text: ' · ' }, ...cell])],
        owner,
        due,
        lines: row.lines,
      };
    });
}
