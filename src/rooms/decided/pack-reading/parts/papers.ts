/** Reports with their annexes, each under the agenda item it belongs to. */
import type { Lines } from '#base/prose.js';
import type { Piece } from '../source/source.js';
import type { ReadAnnex, ReadItem, ReadReport } from '../words.js';
import { annexHeadings, namedAnnexes, readAnnexes, tailStart, type NamedAnnex } from './annexes.js';
import type { Range } from './cut-into-parts.js';
import { sign, type Ledger } from './lines-read.js';
import { key, likeness } from './pieces.js';
import type { Findings } from './reading.js';
import { readReport, type ReportRead } from './report.js';

/** Number of the item a report belongs to: by likeness of title, initials, or because both stand alone in order. */
function matchReports(
  titles: readonly string[],
  items: readonly { readonly number: string; readonly title: string; readonly attached: boolean }[],
): readonly (string | null)[] {
  const taken = new Set<string>();
  const found: (string | null)[] = titles.map((title) => {
    const best = items
      .filter((item) => !taken.has(item.number))
      .map((item) => ({ item, score: key(item.title) === key(title) ? 2 : likeness(item.title, title) }))
      .toSorted((a, b) => b.score - a.score)[0];
    if (!best || best.score < 0.6) return null;
    taken.add(best.item.number);
    return best.item.number;
  });
  // Between two items that found their reports, the only paper left over belongs to the only item left over.
  const free = items.filter((item) => item.attached && !taken.has(item.number));
  const lone = found.flatMap((number, index) => (number === null ? [index] : []));
  const settled = [...found];
  if (free.length === lone.length) {
    const order = (number: string): number => items.findIndex((item) => item.number === number);
    const proposed = [...found];
    lone.forEach((index, place) => {
      proposed[index] = free[place]?.number ?? null;
    });
    const positions = proposed.map((number) => order(number ?? ''));
    if (positions.every((position, index) => index === 0 || position > (positions[index - 1] ?? -1))) return proposed;
  }
  return settled;
}

export interface Papers {
  readonly first: ReportRead | null;
  readonly reports: readonly ReadReport[];
  readonly annexes: readonly ReadAnnex[];
  readonly findings: Pick<Findings, 'missingAnnexes' | 'workedOut' | 'lostNumbers'>;
}

/** Reads every report from where it begins to where its annexes end; all lines of both are in them. */
export function readPapers(
  pieces: readonly Piece[],
  ranges: readonly Range[],
  agenda: readonly ReadItem[],
  ledger: Ledger,
): Papers {
  const read = ranges.map((range) => {
    const own = pieces.slice(range.from, range.to);
    const full = readReport(own);
    const named = namedAnnexes([...full.report.summary, ...full.report.body]);
    const heading = annexHeadings(own, 4)[0]?.at ?? null;
    const tail = heading ?? (named.length > 0 ? tailStart(own) : null);
    const front = tail === null ? full : readReport(own.slice(0, tail));
    return {
      ...front,
      named: tail === null ? named : namedAnnexes([...front.report.summary, ...front.report.body]),
      tail: tail === null ? [] : own.slice(tail),
      own,
    };
  });
  const numbers = matchReports(
    read.map(({ report }) => report.title),
    agenda.map((item) => ({
      number: item.number,
      title: item.title,
      attached: item.delivery === 'attached' && !/minutes|note\s+of|apolog|declaration/i.test(item.title),
    })),
  );
  const annexes: ReadAnnex[] = [];
  const workedOut: ReadAnnex[] = [];
  const missingAnnexes: { annex: NamedAnnex; lines: Lines }[] = [];
  const reports = read.map(({ report, named, tail, own }, index): ReadReport => {
    sign(ledger, ...own);
    const item = numbers[index] ?? null;
    const behind = readAnnexes(tail, named, item);
    for (const { annex, workedOut: guessed } of behind.annexes) {
      annexes.push(annex);
      if (guessed) workedOut.push(annex);
    }
    missingAnnexes.push(
      ...behind.missing.map((annex) => ({ annex, lines: placeOf(own, annex.number) ?? report.lines })),
    );
    return { ...report, item };
  });
  return {
    first: read[0] ?? null,
    reports,
    annexes,
    findings: { missingAnnexes, workedOut, lostNumbers: read.flatMap(({ lost }) => lost) },
  };
}

function placeOf(pieces: readonly Piece[], number: string): Lines | null {
  return (
    pieces.find((piece) =>
      new RegExp(`\\b(?:annexe?|appendix|enclosure)\\s+${number.replace(/\W/g, '')}\\b`, 'i').test(piece.text),
    )?.lines ?? null
  );
}
