/**
 * What the clerk's answers make of a reading. An answer changes only what the answer is about; the words of the source
 * stay as they were printed. Pure.
 */
import type { Correction, Particulars, Settlement } from './words.js';
import { isDate } from '#base/london.js';
import { isPossibleInPaper } from '#base/plausible.js';
import { prose, type Block, type Lines } from '#base/prose.js';
import type { Doubt, Reading, ReadAttendance, ReadMinutes, ReadPerson } from '#rooms/decided/pack-reading/index.js';

export function unplacedSubject(lines: Lines): string {
  return `unplaced-${lines.from}`;
}

/** Whether a doubt about a date is about the day of the meeting or of minutes, which has to be known. */
function givesDay(reading: Reading, doubt: Doubt): boolean {
  return (
    (reading.meeting !== null && isDayOf(doubt, reading.meeting)) ||
    reading.minutes.some((minutes) => isDayOf(doubt, minutes))
  );
}

/** A doubt is about the day of a meeting or of minutes where it stands on their first line or names the date they print. */
function isDayOf(
  doubt: Doubt,
  dated: { readonly date: string | null; readonly printedDate: string | null; readonly lines: Lines },
): boolean {
  const place = doubt.evidence[0]?.lines ?? null;
  return (
    (dated.date === null || !isPossibleInPaper(dated.date)) &&
    isWithin(place, dated.lines) &&
    (place?.from === dated.lines.from || (dated.printedDate !== null && doubt.message.includes(dated.printedDate)))
  );
}

/** What a doubt's answer can be: which control the check page shows, and what a typed value must be. */
export function answerKind(doubt: Doubt, reading: Reading): 'choice' | 'date' | 'text' | 'number' | 'pairs' | 'none' {
  switch (doubt.kind) {
    case 'substitution without pair':
      return 'pairs';
    case 'action without owner':
      return 'text';
    case 'action without date':
      return 'date';
    case 'date not understood':
      // Only the day of a meeting can be given here; a date in the middle of a sentence stays what was printed.
      return givesDay(reading, doubt) ? 'date' : 'none';
    case 'paragraph number lost':
      return doubt.weight === 'missing' ? 'number' : 'none';
    case 'seat without attendance':
    case 'spelling differs':
    case 'title differs':
    case 'undertaking in prose':
    case 'paper without item':
      return doubt.choices.length > 0 ? 'choice' : 'none';
    case 'absences and substitutes differ':
      return doubt.choices.includes('observer') ? 'choice' : 'none';
    default:
      return 'none';
  }
}

export type CorrectionProblem =
  | 'choice missing'
  | 'not a choice'
  | 'date wrong'
  | 'text missing'
  | 'number wrong'
  | 'pair incomplete'
  | 'pair twice'
  | 'nothing to correct';

/** Refuses a correction that does not fit its doubt. */
export function correctionProblem(doubt: Doubt, correction: Correction, reading: Reading): CorrectionProblem | null {
  const value = correction.value?.trim() ?? '';
  switch (answerKind(doubt, reading)) {
    case 'choice':
      if (value === '') return 'choice missing';
      return doubt.choices.includes(value) || doubt.kind === 'title differs' ? null : 'not a choice';
    case 'date':
      return isDate(value) && isPossibleInPaper(value) ? null : 'date wrong';
    case 'text':
      return value === '' ? 'text missing' : null;
    case 'number':
      return /^[\w./-]{1,12}$/.test(value) ? null : 'number wrong';
    case 'pairs': {
      const pairs = correction.pairs ?? [];
      if (pairs.length === 0 || pairs.some((pair) => pair.absent === '' || pair.substitute === ''))
        return 'pair incomplete';
      // A substitute stands in for one member, once a meeting (mission 1; reference rule 3).
      const twice = (names: readonly string[]): boolean => new Set(names).size < names.length;
      return twice(pairs.map((pair) => pair.absent)) || twice(pairs.map((pair) => pair.substitute))
        ? 'pair twice'
        : null;
    }
    case 'none':
      return 'nothing to correct';
  }
}

function isWithin(inner: Lines | null, outer: Lines): boolean {
  return inner !== null && inner.from >= outer.from && inner.to <= outer.to;
}

function isSame(a: Lines, b: Lines): boolean {
  return a.from === b.from && a.to === b.to;
}

function mapPeople(reading: Reading, change: (person: ReadPerson) => ReadPerson): Reading {
  return {
    ...reading,
    membership: reading.membership && {
      ...reading.membership,
      groups: reading.membership.groups.map((group) => ({
        ...group,
        members: group.members.map(change),
        substitutes: group.substitutes.map(change),
      })),
    },
    minutes: reading.minutes.map((minutes) => ({
      ...minutes,
      attendance: minutes.attendance.map((row) => ({ ...row, person: change(row.person) })),
      apologies: minutes.apologies.map((row) => ({ ...row, person: change(row.person) })),
      substitutions: minutes.substitutions.map((row) => ({
        ...row,
        absent: row.absent && change(row.absent),
        substitute: row.substitute && change(row.substitute),
      })),
      declarations: minutes.declarations.map((row) => ({ ...row, person: change(row.person) })),
      appointments: minutes.appointments.map((row) => ({ ...row, people: row.people.map(change) })),
    })),
  };
}

function mapMinutes(
  reading: Reading,
  which: (minutes: ReadMinutes) => boolean,
  change: (minutes: ReadMinutes) => ReadMinutes,
): Reading {
  return { ...reading, minutes: reading.minutes.map((minutes) => (which(minutes) ? change(minutes) : minutes)) };
}

function members(reading: Reading): readonly ReadPerson[] {
  return (reading.membership?.groups ?? []).flatMap((group) => [...group.members, ...group.substitutes]);
}

/** Numbers given or taken away by the clerk reach every block of reports and annexes that stands on those lines. */
function withNumber(reading: Reading, lines: Lines, number: string | null): Reading {
  const change = (block: Block): Block =>
    block.kind === 'paragraph' && block.lines !== null && isSame(block.lines, lines)
      ? { ...block, number, numbering: number === null ? null : 'recovered' }
      : block;
  return {
    ...reading,
    reports: reading.reports.map((report) => ({ ...report, body: report.body.map(change) })),
    annexes: reading.annexes.map((annex) => ({ ...annex, body: annex.body.map(change) })),
  };
}

function correct(reading: Reading, doubt: Doubt, correction: Correction): Reading {
  const value = correction.value?.trim() ?? '';
  const first = doubt.evidence[0];
  if (!first) return reading;
  const concerned = (minutes: ReadMinutes): boolean =>
    doubt.evidence.some((place) => isWithin(place.lines, minutes.lines));
  switch (doubt.kind) {
    case 'seat without attendance': {
      const person = members(reading).find(
        (member) => isSame(member.lines, first.lines) && member.printed === first.words,
      );
      if (!person || (value !== 'present' && value !== 'apologies' && value !== 'absent')) return reading;
      const row: ReadAttendance = {
        role: value === 'present' ? 'Members' : value === 'apologies' ? 'Apologies' : 'Absent',
        status: value,
        person,
        organisation: person.authority,
        byClerk: true,
        lines: person.lines,
      };
      // The doubt names the day of the minutes it is about, where they give one.
      const which =
        reading.minutes.find((minutes) => minutes.date !== null && doubt.message.includes(minutes.date)) ??
        reading.minutes[0];
      return mapMinutes(
        reading,
        (minutes) => minutes === which,
        (minutes) => ({ ...minutes, attendance: [...minutes.attendance, row] }),
      );
    }
    case 'spelling differs':
      return mapPeople(reading, (person) =>
        doubt.choices.includes(person.name) ? { ...person, name: value } : person,
      );
    case 'absences and substitutes differ': {
      if (value !== 'substitute') return reading;
      const names = doubt.evidence.map((place) => place.words);
      return mapMinutes(reading, concerned, (minutes) => ({
        ...minutes,
        attendance: minutes.attendance.map((row) =>
          row.status === 'in attendance' && names.includes(row.person.printed)
            ? { ...row, status: 'substitute', byClerk: true }
            : row,
        ),
      }));
    }
    case 'substitution without pair': {
      const pairs = correction.pairs ?? [];
      return mapMinutes(reading, concerned, (minutes) => {
        const people = [
          ...minutes.apologies.map((apology) => apology.person),
          ...minutes.substitutions.flatMap((row) => [row.absent, row.substitute]).filter((person) => person !== null),
          ...minutes.attendance.map((row) => row.person),
        ];
        const find = (printed: string): ReadPerson | null =>
          people.find((person) => person.printed === printed) ?? null;
        const substitutions = pairs.map((pair) => ({
          absent: find(pair.absent),
          substitute: find(pair.substitute),
          lines: first.lines,
        }));
        const paired = new Set(substitutions.map((row) => row.substitute?.printed));
        return {
          ...minutes,
          substitutions: [
            ...minutes.substitutions.filter(
              (row) => (row.absent !== null && row.substitute !== null) || !paired.has(row.substitute?.printed),
            ),
            ...substitutions,
          ],
        };
      });
    }
    case 'action without owner':
    case 'action without date': {
      const [field, part] =
        doubt.kind === 'action without owner' ? [{ owner: value }, 'owner' as const] : [{ due: value }, 'due' as const];
      return mapMinutes(reading, concerned, (minutes) => ({
        ...minutes,
        items: minutes.items.map((item) => ({
          ...item,
          actions: item.actions.map((action) =>
            isSame(action.lines, first.lines)
              ? { ...action, ...field, byClerk: [...(action.byClerk ?? []), part] }
              : action,
          ),
        })),
      }));
    }
    case 'undertaking in prose':
      return value !== 'action'
        ? reading
        : mapMinutes(reading, concerned, (minutes) => ({
            ...minutes,
            items: minutes.items.map((item) =>
              isWithin(first.lines, item.lines)
                ? {
                    ...item,
                    actions: [
                      ...item.actions,
                      {
                        prose: prose(first.words),
                        owner: null,
                        due: null,
                        byClerk: ['action' as const],
                        lines: first.lines,
                      },
                    ],
                  }
                : item,
            ),
          }));
    case 'title differs':
      return {
        ...reading,
        agenda: reading.agenda.map((item) => (isSame(item.lines, first.lines) ? { ...item, title: value } : item)),
        reports: reading.reports.map((report) =>
          doubt.choices.includes(report.title) && doubt.evidence.some((place) => isWithin(place.lines, report.lines))
            ? { ...report, title: value }
            : report,
        ),
      };
    case 'paper without item': {
      const item = reading.agenda.find((entry) => `${entry.number} ${entry.title}` === value);
      return item
        ? {
            ...reading,
            reports: reading.reports.map((report) =>
              isWithin(first.lines, report.lines) ? { ...report, item: item.number } : report,
            ),
          }
        : reading;
    }
    case 'paragraph number lost':
      return withNumber(reading, first.lines, value);
    case 'date not understood': {
      const meeting =
        reading.meeting && isDayOf(doubt, reading.meeting) ? { ...reading.meeting, date: value } : reading.meeting;
      return mapMinutes(
        { ...reading, meeting },
        (minutes) => isDayOf(doubt, minutes),
        (minutes) => ({ ...minutes, date: value }),
      );
    }
    default:
      return reading;
  }
}

/** What an answer without a correction means, where it is more than "it stays as it is"; said beside the buttons. */
export function answerMeaning(doubt: Doubt): string | null {
  switch (doubt.kind) {
    case 'spelling differs':
      return `“Leave as printed” counts them as one person, ${doubt.choices[0] ?? ''}, and leaves each place as it is printed. “Ignore” keeps two people.`;
    case 'paragraph number lost':
      return doubt.weight === 'check'
        ? '“Leave as printed” shows these numbers in brackets. “Ignore” leaves the paragraphs without numbers.'
        : null;
    default:
      return null;
  }
}

/**
 * A person named by surname alone is the one person of the board with that surname, where there is exactly one
 * (seed minutes item 1: "Cllr Vernon-Jackson declared"). The words as printed stay.
 */
export function withFullNames(reading: Reading): Reading {
  const known = new Map<string, Set<string>>();
  for (const { name } of members(reading)) {
    const surname = name.split(' ').at(-1)?.toLowerCase() ?? '';
    known.set(surname, (known.get(surname) ?? new Set()).add(name));
  }
  return mapPeople(reading, (person) => {
    const candidates = person.name.includes(' ') ? undefined : known.get(person.name.toLowerCase());
    const [only] = candidates?.size === 1 ? candidates : [];
    return only === undefined ? person : { ...person, name: only };
  });
}

/**
 * The reading with every answer in it. An accepted doubt leaves the words as they are; what else it means, answerMeaning
 * says. Setting a recovered number aside takes it out.
 */
export function corrected(reading: Reading, settlements: readonly Settlement[]): Reading {
  const answers = new Map(settlements.map((settlement) => [settlement.subject, settlement]));
  let result = reading;
  // Spellings first: what follows looks people up by name.
  const doubts = reading.doubts.toSorted(
    (a, b) => Number(b.kind === 'spelling differs') - Number(a.kind === 'spelling differs'),
  );
  for (const doubt of doubts) {
    const answer = answers.get(doubt.id);
    if (
      answer?.outcome === 'corrected' &&
      answer.correction &&
      correctionProblem(doubt, answer.correction, reading) === null
    )
      result = correct(result, doubt, answer.correction);
    if (answer?.outcome === 'accepted' && doubt.kind === 'spelling differs')
      result = correct(result, doubt, { value: doubt.choices[0] ?? '' });
    if (answer?.outcome === 'set aside' && doubt.kind === 'paragraph number lost')
      for (const place of doubt.evidence) result = withNumber(result, place.lines, null);
  }
  return withFullNames({
    ...result,
    unplaced: result.unplaced.filter((text) => answers.get(unplacedSubject(text.lines))?.outcome !== 'set aside'),
  });
}

/** With the clerk's particulars in place of the text's. */
export function withParticulars(reading: Reading, given: Particulars | null): Reading {
  if (!given) return reading;
  const { board, date, start, place, mode } = given;
  const lines = reading.meeting?.lines ?? { from: 1, to: 1 };
  return {
    ...reading,
    board: { name: board, organisation: reading.board?.organisation ?? null, lines: reading.board?.lines ?? lines },
    meeting: {
      printedDate: reading.meeting?.printedDate ?? null,
      contact: reading.meeting?.contact ?? null,
      date,
      start,
      place,
      mode,
      lines,
    },
    // Minutes on their own are the minutes of this meeting.
    minutes: reading.minutes.map((minutes) =>
      minutes.item === null && reading.agenda.length === 0 ? { ...minutes, date } : minutes,
    ),
  };
}

export type PublishProblem = 'board missing' | 'date missing' | 'minutes date missing' | 'doubts open';

/** What still stands between a reading and its publication. */
export function publishProblem(reading: Reading, openDoubts: number): PublishProblem | null {
  if (!reading.board?.name) return 'board missing';
  if (!reading.meeting?.date && !reading.minutes.some((minutes) => minutes.date)) return 'date missing';
  // Minutes without a day would belong to no meeting and be lost.
  if (reading.minutes.some((minutes) => minutes.date === null && (minutes.item !== null || !reading.meeting?.date)))
    return 'minutes date missing';
  return openDoubts > 0 ? 'doubts open' : null;
}
