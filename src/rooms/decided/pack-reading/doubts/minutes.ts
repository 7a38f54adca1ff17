/** Doubts about what minutes promise: actions without owner or date, undertakings in prose, citations, dates. */
import { isPossibleInPaper } from '#base/plausible.js';
import { plainText, type Lines } from '#base/prose.js';
import { datesIn } from '../parts/dates.js';
import { nameParts } from '../parts/names.js';
import { sentencesOf } from '../parts/sentences.js';
import type { Doubt, Reading, ReadMinutes } from '../words.js';
import { makeDoubt } from './doubt.js';

type Read = Omit<Reading, 'doubts'>;
const MOST_DATES = 40;

/** Every action has a person who owes it. An organisation alone is named, but nobody in it. */
export function actionWithoutOwner(reading: Read): readonly Doubt[] {
  return reading.minutes
    .flatMap(({ items }) => items)
    .flatMap((item) =>
      item.actions.flatMap((action): readonly Doubt[] => {
        const words = plainText(action.prose);
        if (action.owner === null)
          return [
            makeDoubt('action without owner', 'missing', `The action “${words}” names nobody who owes it.`, [
              { lines: action.lines, words },
            ]),
          ];
        if (nameParts(action.owner) || !/^\p{Lu}[\p{Lu}\d&/]{1,8}$/u.test(action.owner)) return [];
        return [
          makeDoubt(
            'action without owner',
            'check',
            `The action “${words}” names ${action.owner} as a body or by initials, and no person.`,
            [{ lines: action.lines, words }],
            [action.owner],
          ),
        ];
      }),
    );
}

/** Every action has a day by which it is done. */
export function actionWithoutDate(reading: Read): readonly Doubt[] {
  return reading.minutes
    .flatMap(({ items }) => items)
    .flatMap((item) =>
      item.actions
        .filter(({ due }) => due === null)
        .map((action) =>
          makeDoubt('action without date', 'missing', `The action “${plainText(action.prose)}” has no date.`, [
            { lines: action.lines, words: plainText(action.prose) },
          ]),
        ),
    );
}

const VERBS =
  '(?:investigate|coordinate|co-ordinate|circulate|share|provide|send|arrange|organise|contact|write|bring|report\\s+back|look\\s+into|follow\\s+up|feed\\s+back|prepare|draft|publish|check|explore|raise|request|distribute|e-?mail|invite|schedule|convene|set\\s+up|ensure|confirm|clarify|respond|speak\\s+to|meet\\s+with)';
const PROMISED = new RegExp(
  `(?:^|\\b(?:and|that)\\s+|,\\s)(?:the\\s+)?(?:\\p{Lu}[\\p{L}'’.-]*(?:\\s+(?:of\\s+)?\\p{Lu}[\\p{L}'’.-]*){0,5}|(?:[Tt]he\\s+)?(?:officers?|members?|chair\\p{L}*|clerk|he|she|they|we|director))\\s+(?:will|would|agreed\\s+to|undertook\\s+to|promised\\s+to|offered\\s+to)\\s+(?:also\\s+|then\\s+)?${VERBS}\\b`,
  'u',
);
const PASSIVE =
  /\bwill\s+be\s+(?:coordinated|co-ordinated|circulated|shared|provided|sent|arranged|organised|contacted|brought\s+(?:back|to)|reported\s+back|followed\s+up|prepared|drafted|published|explored|raised|distributed|e-?mailed|invited|scheduled|convened|set\s+up)\b/i;

/** A sentence that promises something outside the actions (S8: "James will investigate …"). */
export function undertakingInProse(reading: Read): readonly Doubt[] {
  return reading.minutes
    .flatMap(({ items }) => items)
    .flatMap((item) =>
      [...item.entries.filter(({ kind }) => kind !== 'comment'), ...item.decisions].flatMap(({ prose, lines }) =>
        sentencesOf(plainText(prose).slice(0, 6000)).flatMap((sentence): readonly Doubt[] => {
          const said = PROMISED.exec(sentence) ?? PASSIVE.exec(sentence);
          if (!said || sentence.length > 600) return [];
          return [
            makeDoubt(
              'undertaking in prose',
              'check',
              `“${sentence}” reads like an undertaking; it is not among the actions.`,
              [{ lines, words: sentence }],
              ['action', 'no action'],
            ),
          ];
        }),
      ),
    );
}

const CORRECTED =
  /\b(?:subject\s+to|with|after|save\s+for)\s+(?:the\s+)?(?:following\s+)?(?:(?:minor\s+|typographical\s+)?(?:correction|amendment|alteration|change)s?\b|(?:cllr|clr|councillor|mr|mrs|ms|dr)\b[^.]{0,80}\bbeing\b|[^.]{0,80}\bbeing\s+(?:shown|added|recorded|amended|corrected|replaced|deleted|listed))/i;

/** Earlier minutes were approved with a correction: it changes minutes that stand elsewhere. */
export function minutesCorrected(reading: Read): readonly Doubt[] {
  return reading.minutes
    .flatMap(({ items }) => items)
    .flatMap((item) =>
      [...item.decisions, ...item.entries].flatMap(({ prose, lines }) =>
        sentencesOf(plainText(prose).slice(0, 6000)).flatMap((sentence): readonly Doubt[] =>
          /\bminutes\b/i.test(`${item.title} ${sentence}`) &&
          /\b(?:approved?|agreed?|confirmed?|accepted|signed|adopted|correct)\b/i.test(sentence) &&
          CORRECTED.test(sentence) &&
          sentence.length < 800
            ? [
                makeDoubt(
                  'minutes corrected',
                  'check',
                  `Earlier minutes were approved with a correction: “${sentence}” See that it reaches them.`,
                  [{ lines, words: sentence }],
                ),
              ]
            : [],
        ),
      ),
    );
}

function texts(minutes: ReadMinutes): readonly { readonly text: string; readonly lines: Lines }[] {
  return minutes.items
    .flatMap((item) => [...item.entries, ...item.decisions, ...item.actions])
    .map(({ prose, lines }) => ({ text: plainText(prose).slice(0, 8000), lines }));
}

const CITED_PARAGRAPH =
  /\bpara(?:graph)?s?\.?\s+(\d{1,3}(?:\.\d{1,3}){0,2})(?!\s*(?:\(|of\s+(?:part|schedule|section|the\s+act|article)))/gi;
const CITED_PAGES = /\bpages?\s+(\d{1,4}\s*(?:[-–—]|to)\s*\d{1,4}|\d{1,4})\b/gi;

/** A paragraph or page that is cited stands in this text. Minutes in a pack cite the pack before. */
export function referenceWithoutTarget(reading: Read): readonly Doubt[] {
  const numbers = new Set(
    reading.reports.flatMap((report) =>
      report.body.flatMap((block) => (block.kind === 'paragraph' && block.number ? [block.number] : [])),
    ),
  );
  const last = Math.max(0, ...reading.agenda.map((item) => item.pages?.to ?? 0));
  const cited = reading.minutes.flatMap((minutes) =>
    texts(minutes).flatMap(({ text, lines }) => {
      const found: Doubt[] = [];
      if (/schedule\s+12A/i.test(text)) return found;
      for (const match of text.matchAll(CITED_PARAGRAPH))
        if (!numbers.has(match[1] ?? ''))
          found.push(
            makeDoubt(
              'reference without target',
              'check',
              `The minutes cite “${match[0]}”, which is not in this text.`,
              [{ lines, words: around(text, match.index) }],
            ),
          );
      for (const match of text.matchAll(CITED_PAGES))
        found.push(
          makeDoubt(
            'reference without target',
            'check',
            `The minutes cite “${match[0]}” of an agenda that is not this text.`,
            [{ lines, words: around(text, match.index) }],
          ),
        );
      return found;
    }),
  );
  const within = reading.reports.flatMap((report) => {
    const own = new Set(
      report.body.flatMap((block) => (block.kind === 'paragraph' && block.number ? [block.number] : [])),
    );
    return own.size === 0
      ? []
      : report.body.flatMap((block) => {
          if (block.kind !== 'paragraph') return [];
          const text = plainText(block.prose).slice(0, 8000);
          return [...text.matchAll(CITED_PARAGRAPH)]
            .filter(
              (match) =>
                !own.has(match[1] ?? '') &&
                /\b(?:above|below|of\s+this\s+report|in|see)\b/i.test(
                  text.slice(Math.max(0, match.index - 12), match.index + match[0].length + 20),
                ) &&
                !/\b(?:act|code|regulations?|constitution|nppf|framework|strategy|guidance|plan)\b/i.test(
                  text.slice(match.index, match.index + 90),
                ),
            )
            .map((match) =>
              makeDoubt(
                'reference without target',
                'check',
                `“${report.title}” cites “${match[0]}”, and has no such paragraph.`,
                [{ lines: block.lines ?? report.lines, words: around(text, match.index) }],
              ),
            );
        });
  });
  return [...cited, ...(last >= 0 ? within : [])];
}

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 60), at + 80).trim();
}

/** Dates have a year, an order of day and month, and the weekday that belongs to them. */
export function datesNotUnderstood(reading: Read): readonly Doubt[] {
  const found: Doubt[] = [];
  const seen = new Set<string>();
  // Elsewhere in a paper an old day is history.
  const days = new Set([reading.meeting?.date, ...reading.minutes.map(({ date }) => date)]);
  const look = (text: string, lines: Lines): void => {
    for (const date of datesIn(text)) {
      const words = `${date.printed}|${lines.from}`;
      if (seen.has(words) || found.length >= MOST_DATES) continue;
      seen.add(words);
      if (date.why === 'no year')
        found.push(
          makeDoubt('date not understood', 'missing', `“${date.printed}” has no year.`, [
            { lines, words: around(text, date.at) },
          ]),
        );
      else if (date.why === 'day or month')
        found.push(
          makeDoubt(
            'date not understood',
            'missing',
            `“${date.printed}” can be read with the day or with the month first.`,
            [{ lines, words: around(text, date.at) }],
            date.choices,
          ),
        );
      else if (date.why === 'no such day')
        found.push(
          makeDoubt('date not understood', 'wrong', `“${date.printed}” is no day of the calendar.`, [
            { lines, words: around(text, date.at) },
          ]),
        );
      else if (date.date !== null && days.has(date.date) && !isPossibleInPaper(date.date))
        found.push(
          makeDoubt(
            'date not understood',
            'wrong',
            `“${date.printed}” is a day on which no board of today met: check the year.`,
            [{ lines, words: around(text, date.at) }],
          ),
        );
      else if (date.why === 'weekday differs')
        found.push(
          makeDoubt(
            'dates differ',
            'wrong',
            `“${date.printed}” was a ${new Date(`${date.date}T12:00:00Z`).toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' })}.`,
            [{ lines, words: around(text, date.at) }],
          ),
        );
    }
  };
  if (reading.meeting?.printedDate) look(reading.meeting.printedDate, reading.meeting.lines);
  for (const minutes of reading.minutes) {
    if (minutes.printedDate && minutes.printedDate !== reading.meeting?.printedDate)
      look(minutes.printedDate, { from: minutes.lines.from, to: minutes.lines.from });
    for (const { text, lines } of texts(minutes)) look(text, lines);
  }
  const next = reading.nextMeeting;
  if (next && reading.meeting?.date && next.date <= reading.meeting.date && reading.minutes[0]?.date !== null)
    found.push(
      makeDoubt(
        'dates differ',
        'wrong',
        `The next meeting (${next.date}) is not after this one (${reading.meeting.date}).`,
        [
          { lines: next.lines, words: next.date },
          { lines: reading.meeting.lines, words: reading.meeting.printedDate ?? '' },
        ],
      ),
    );
  for (const minutes of reading.minutes)
    if (minutes.item !== null && minutes.date && reading.meeting?.date && minutes.date >= reading.meeting.date)
      found.push(
        makeDoubt(
          'dates differ',
          'wrong',
          `The minutes of the previous meeting are dated ${minutes.date}, which is not before this meeting (${reading.meeting.date}).`,
          [{ lines: { from: minutes.lines.from, to: minutes.lines.from }, words: minutes.printedDate ?? '' }],
        ),
      );
  for (const minutes of reading.minutes) {
    // Minutes without a day cannot be filed under a meeting.
    if (minutes.date === null && minutes.printedDate === null && (minutes.item !== null || reading.meeting?.date))
      found.push(
        makeDoubt(
          'date not understood',
          'missing',
          `The minutes${minutes.item === null ? '' : ` under item ${minutes.item}`} give no date of the meeting they minute.`,
          [{ lines: { from: minutes.lines.from, to: minutes.lines.from }, words: minutes.board ?? '' }],
        ),
      );
  }
  if (reading.meeting && reading.meeting.date === null && reading.meeting.printedDate === null)
    found.push(
      makeDoubt('date not understood', 'missing', 'The text gives no date for the meeting.', [
        { lines: reading.meeting.lines, words: '' },
      ]),
    );
  return found;
}
