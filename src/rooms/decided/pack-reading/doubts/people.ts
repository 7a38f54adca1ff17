/** Doubts about who sits, who came and how they are called. Each function is one rule, said in the sentence above it. */
import type { Doubt, Reading, ReadMinutes, ReadPerson } from '../words.js';
import { nearName, nameKey, samePerson } from '../parts/same-person.js';
import { count, makeDoubt, listed, type Place } from './doubt.js';

type Read = Omit<Reading, 'doubts'>;

function place(person: ReadPerson): Place {
  return { lines: person.lines, words: person.printed };
}

function members(reading: Read): readonly { readonly person: ReadPerson; readonly group: string | null }[] {
  return (reading.membership?.groups ?? []).flatMap((group) =>
    group.members.map((person) => ({ person, group: group.name })),
  );
}

function substitutesOf(reading: Read): readonly { readonly person: ReadPerson; readonly group: string | null }[] {
  return (reading.membership?.groups ?? []).flatMap((group) =>
    group.substitutes.map((person) => ({ person, group: group.name })),
  );
}

function isSame(first: ReadPerson, second: ReadPerson): boolean {
  return samePerson(first.name, second.name) || nearName(first.name, second.name);
}

/** Minutes whose attendance can be compared with the membership. */
function compared(reading: Read): readonly ReadMinutes[] {
  const seats = members(reading);
  return reading.minutes.filter(
    (minutes) =>
      seats.length > 0 &&
      minutes.attendance.filter((row) => seats.some(({ person }) => isSame(person, row.person))).length >=
        Math.min(2, seats.length),
  );
}

/** Everyone who holds a seat is present, sent apologies, or is absent. */
export function seatWithoutAttendance(reading: Read): readonly Doubt[] {
  return compared(reading).flatMap((minutes) =>
    members(reading)
      .filter(({ person }) => ![...minutes.attendance, ...minutes.apologies].some((row) => isSame(person, row.person)))
      .map(({ person, group }) =>
        makeDoubt(
          'seat without attendance',
          'missing',
          `${person.printed} holds a seat${group ? ` (${group})` : ''} and is in no attendance list of the ` +
            `minutes${minutes.date ? ` of ${minutes.date}` : ''}: neither present nor apologies.`,
          [place(person)],
          ['present', 'apologies', 'absent'],
        ),
      ),
  );
}

/** One person is spelt in one way. Two people on one list are two people, however alike their names. */
export function spellingDiffers(reading: Read): readonly Doubt[] {
  const lists: readonly (readonly ReadPerson[])[] = [
    [...members(reading), ...substitutesOf(reading)].map(({ person }) => person),
    ...reading.minutes.flatMap((minutes) => [
      minutes.attendance.map(({ person }) => person),
      minutes.apologies.map(({ person }) => person),
      minutes.substitutions.flatMap(({ absent, substitute }) =>
        [absent, substitute].filter((person) => person !== null),
      ),
      minutes.declarations.map(({ person }) => person),
      minutes.appointments.flatMap(({ people }) => people),
    ]),
  ];
  const spellings = new Map<string, { readonly name: string; readonly places: Place[]; readonly lists: Set<number> }>();
  lists.forEach((list, index) => {
    for (const person of list) {
      const key = nameKey(person.name);
      const known = spellings.get(key) ?? { name: person.name, places: [], lists: new Set<number>() };
      if (!known.places.some((before) => before.lines.from === person.lines.from && before.words === person.printed))
        known.places.push(place(person));
      known.lists.add(index);
      spellings.set(key, known);
    }
  });
  // Names one letter apart share a first or a last word, so only those are compared.
  const byWord = new Map<string, string[]>();
  for (const key of spellings.keys())
    for (const word of new Set([key.split(' ')[0] ?? '', key.split(' ').at(-1) ?? '']))
      byWord.set(word, [...(byWord.get(word) ?? []).slice(0, 200), key]);
  const seen = new Set<string>();
  const found: Doubt[] = [];
  for (const keys of byWord.values()) {
    for (const [index, a] of keys.entries()) {
      for (const b of keys.slice(index + 1)) {
        const [first, second] = [spellings.get(a), spellings.get(b)];
        const pair = [a, b].toSorted().join('|');
        if (!first || !second || seen.has(pair) || !nearName(a, b) || first.lists.intersection(second.lists).size > 0)
          continue;
        seen.add(pair);
        found.push(
          makeDoubt(
            'spelling differs',
            'wrong',
            `“${first.name}” and “${second.name}” look like one person in two spellings.`,
            [...first.places, ...second.places],
            [first.name, second.name],
          ),
        );
      }
    }
  }
  return found;
}

/** As many substitutes as absences, or the text says that a seat stayed empty. */
export function absencesAndSubstitutes(reading: Read): readonly Doubt[] {
  return reading.minutes.flatMap((minutes) => {
    const found: Doubt[] = [];
    const absences = minutes.apologies.length;
    const substitutes = minutes.substitutions.filter(({ substitute }) => substitute !== null);
    const unpaired = minutes.substitutions.some(({ absent }) => absent === null);
    if (substitutes.length > 0 && absences > 0 && unpaired && substitutes.length !== absences) {
      const evidence = [
        ...minutes.apologies.map(({ person }) => place(person)),
        ...substitutes.map(({ substitute, lines }) => ({ lines, words: substitute?.printed ?? '' })),
      ];
      found.push(
        makeDoubt(
          'absences and substitutes differ',
          'missing',
          `${count(absences, 'absence')} (${listed(minutes.apologies.map(({ person }) => person.printed))}) ` +
            `against ${count(substitutes.length, 'substitute')} ` +
            `(${listed(substitutes.map(({ substitute }) => substitute?.printed ?? ''))}).`,
          evidence,
        ),
      );
    }
    return found;
  });
}

/** Named substitutes who came, although no seat of their group is known to have been empty. */
export function substitutesWithoutAbsence(reading: Read): readonly Doubt[] {
  return compared(reading).flatMap((minutes) =>
    (reading.membership?.groups ?? []).flatMap((group): readonly Doubt[] => {
      const came = minutes.attendance.filter(
        (row) =>
          (row.status === 'present' || row.status === 'in attendance' || row.status === 'substitute') &&
          group.substitutes.some((person) => isSame(person, row.person)),
      );
      const away = group.members.filter((person) =>
        [
          ...minutes.apologies,
          ...minutes.attendance.filter(({ status }) => status === 'apologies' || status === 'absent'),
        ].some((row) => isSame(row.person, person)),
      );
      const unknown = group.members.filter(
        (person) => ![...minutes.attendance, ...minutes.apologies].some((row) => isSame(person, row.person)),
      );
      if (came.length <= away.length) return [];
      const names = listed(came.map(({ person }) => person.printed));
      const hint =
        unknown.length > 0 ? ` ${listed(unknown.map(({ printed }) => printed))} of the same group is in no list.` : '';
      return [
        makeDoubt(
          'absences and substitutes differ',
          'check',
          `${names} ${came.length === 1 ? 'is a named substitute' : 'are named substitutes'} of ` +
            `${group.name ?? 'the board'} and attended, but ` +
            `${away.length === 0 ? 'no absence' : `only ${count(away.length, 'absence')}`} of that group is ` +
            `recorded.${hint}`,
          [...came.map(({ person }) => place(person)), ...unknown.map(place)],
          ['substitute', 'observer'],
        ),
      ];
    }),
  );
}

/** Who stood in for whom is said. */
export function substitutionWithoutPair(reading: Read): readonly Doubt[] {
  return reading.minutes.flatMap((minutes): readonly Doubt[] => {
    const open = minutes.substitutions.filter(({ absent, substitute }) => absent === null || substitute === null);
    if (open.length === 0) return [];
    const names = open.map(({ absent, substitute }) => (substitute ?? absent)?.printed ?? '');
    return [
      makeDoubt(
        'substitution without pair',
        'missing',
        `The text does not say for whom ${listed(names)} ${open.length === 1 ? 'was a substitute' : 'were substitutes'}.`,
        open.map(({ lines }, index) => ({ lines, words: names[index] ?? '' })),
        minutes.apologies.map(({ person }) => person.printed),
      ),
    ];
  });
}

/** A substitute belongs to the group of the seat. */
export function substituteFromAnotherGroup(reading: Read): readonly Doubt[] {
  const everyone = [...members(reading), ...substitutesOf(reading)];
  const groupOf = (person: ReadPerson): string | null =>
    everyone.find((other) => isSame(other.person, person))?.group ?? null;
  return reading.minutes.flatMap((minutes) =>
    minutes.substitutions.flatMap(({ absent, substitute, lines }): readonly Doubt[] => {
      const [from, to] = [absent ? groupOf(absent) : null, substitute ? groupOf(substitute) : null];
      if (!absent || !substitute || from === null || to === null || from === to) return [];
      return [
        makeDoubt(
          'substitute from another group',
          'wrong',
          `${substitute.printed} (${to}) is recorded as substitute for ${absent.printed} (${from}).`,
          [{ lines, words: `${absent.printed}, ${substitute.printed}` }],
        ),
      ];
    }),
  );
}

/** Whoever is listed as present has a seat or is a named substitute. */
export function presentWithoutSeat(reading: Read): readonly Doubt[] {
  const known = [...members(reading), ...substitutesOf(reading)];
  return compared(reading).flatMap((minutes) =>
    minutes.attendance
      .filter((row) => row.status !== 'in attendance' && !known.some(({ person }) => isSame(person, row.person)))
      .map((row) =>
        makeDoubt(
          'present without seat',
          'check',
          `${row.person.printed} is listed under “${row.role}” and holds no seat in the membership of this text.`,
          [place(row.person)],
        ),
      ),
  );
}

/** The sentence of apologies and the attendance list agree. */
export function attendanceAndMinutesDiffer(reading: Read): readonly Doubt[] {
  return reading.minutes.flatMap((minutes) =>
    minutes.attendance.length === 0
      ? []
      : minutes.apologies.flatMap((apology): readonly Doubt[] => {
          const row = minutes.attendance.find(({ person }) => isSame(person, apology.person));
          if (!row || row.status === 'apologies' || row.status === 'absent' || row.lines.from === apology.lines.from)
            return [];
          return [
            makeDoubt(
              'attendance and minutes differ',
              'wrong',
              `${apology.person.printed} sent apologies and is listed under “${row.role}”.`,
              [{ lines: apology.lines, words: apology.person.printed }, place(row.person)],
              ['apologies', row.status],
            ),
          ];
        }),
  );
}

function officeCode(label: string): 'chair' | 'vice chair' | 'deputy chair' | null {
  if (/^vice[\s-]*chair/i.test(label)) return 'vice chair';
  if (/^deputy[\s-]*chair/i.test(label)) return 'deputy chair';
  return /^chair/i.test(label) ? 'chair' : null;
}

/** One office, one label (S5: Chair and Chairman, Deputy Chair and Deputy-chairman). */
export function officeLabelDiffers(reading: Read): readonly Doubt[] {
  const labels = new Map<string, Map<string, Place[]>>();
  const note = (label: string | null, at: Place): void => {
    const code = officeCode(label ?? '');
    if (!label || !code) return;
    const known = labels.get(code) ?? new Map<string, Place[]>();
    known.set(label, [...(known.get(label) ?? []), at]);
    labels.set(code, known);
  };
  for (const { person } of [...members(reading), ...substitutesOf(reading)]) note(person.office, place(person));
  for (const minutes of reading.minutes)
    for (const row of minutes.attendance) note(officeCode(row.role) ? row.role : row.person.office, place(row.person));
  return [...labels].flatMap(([code, known]): readonly Doubt[] =>
    known.size < 2
      ? []
      : [
          makeDoubt(
            'office label differs',
            'check',
            `The office of ${code} is printed as ${listed([...known.keys()].map((label) => `“${label}”`))}.`,
            [...known.values()].flat(),
            [...known.keys()],
          ),
        ],
  );
}

/** Seats as printed are as many as the members named. */
export function seatCounts(reading: Read): readonly Doubt[] {
  const groups = reading.membership?.groups ?? [];
  const differ = groups
    .filter((group) => group.seats !== null && group.seats !== group.members.length)
    .map((group) =>
      makeDoubt(
        'seat count differs',
        'wrong',
        `${group.name ?? 'The board'} has ${count(group.seats ?? 0, 'seat')} and ${count(group.members.length, 'member')} named.`,
        [{ lines: group.lines, words: `${group.name ?? ''} (${group.seats})` }],
        [String(group.seats), String(group.members.length)],
      ),
    );
  if (groups.length === 0 || differ.length > 0 || groups.some((group) => group.seats === null)) return differ;
  const seats = groups.reduce((sum, group) => sum + (group.seats ?? 0), 0);
  const substitutes = groups.reduce((sum, group) => sum + group.substitutes.length, 0);
  const agreed = [
    makeDoubt(
      'group count agrees',
      'check',
      `${count(seats, 'seat')} in ${count(groups.length, 'group')}, as many as members named: ` +
        `${listed(groups.map((group) => `${group.name} ${group.seats}`))}.`,
      groups.map((group) => ({ lines: group.lines, words: `${group.name} (${group.seats})` })),
    ),
  ];
  if (substitutes === 0) return agreed;
  return [
    ...agreed,
    makeDoubt(
      'group count agrees',
      'check',
      `${count(substitutes, 'substitute')} named: ${listed(groups.map((group) => `${group.name} ${group.substitutes.length}`))}.`,
      groups
        .filter((group) => group.substitutes.length > 0)
        .map((group) => ({
          lines: { from: group.substitutes[0]?.lines.from ?? 1, to: group.substitutes.at(-1)?.lines.to ?? 1 },
          words: group.substitutes.map(({ printed }) => printed).join(', '),
        })),
    ),
  ];
}
