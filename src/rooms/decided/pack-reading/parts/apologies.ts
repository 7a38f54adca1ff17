/**
 * Apologies and substitutions, in the forms that boards and councils print. Two names are paired only where the text
 * pairs them; "A, B and C substituted by D and E" gives three absences and two substitutes, and no pair (seed p.4).
 */
import { withoutEnd, withoutStart } from '#base/ends.js';
import type { Lines } from '#base/prose.js';
import type { ReadApology, ReadAttendance, ReadPerson, ReadSubstitution } from '../words.js';
import { peopleIn, type Listed } from './names.js';
import { sentencesOf } from './sentences.js';

export interface AbsenceRead {
  readonly apologies: readonly ReadApology[];
  readonly substitutions: readonly ReadSubstitution[];
}

const LEAD =
  /^.{0,80}?\bapolog(?:y|ies)\b(?:\s+for\s+(?:absence|non-attendance|lateness))?(?:\s+(?:was|were|had\s+been|have\s+been))?(?:\s+(?:duly\s+)?(?:received|submitted|given|tendered|noted|accepted|sent|reported|made|recorded|announced))*(?:\s+(?:and\s+(?:accepted|approved|noted)))?(?:\s+(?:from|by|on\s+behalf\s+of|for))?\s*[:–-]?\s*/i;
const BY = /\s*[,(]?\s*\b(?:(?:who\s+)?(?:was|were|being|is|are)\s+)?(?:substituted|replaced|represented)\s+by\s+/i;
const WITH =
  /\s*[,(]?\s*\bwith\s+(.{3,120}?)\s+(?:in\s+substitution|as\s+(?:(?:a|the|his|her|their)\s+)?(?:named\s+)?substitutes?|substituting|attending\s+(?:as\s+(?:a\s+)?substitutes?|in\s+(?:his|her|their)\s+(?:place|absence)))/i;
const FOR =
  /\s*[,(]?\s*\b(?:(?:was|were|is|are|had\s+been)\s+)?(?:(?:present|attended|attending|acted|acting|appointed|in\s+attendance)\s+)?(?:(?:as\s+)?(?:a\s+|the\s+)?(?:named\s+)?(?:substitutes?|subs?|deput(?:y|ies)|reserve)(?:\s+members?)?\s+(?:for|on\s+behalf\s+of)|(?:substitut|deputis)(?:ed|ing)\s+(?:for|on\s+behalf\s+of)|(?:replac|represent)(?:ed|ing)|stood\s+in\s+for|standing\s+in\s+for|in\s+(?:the\s+)?place\s+of|in\s+substitution\s+for|attended\s+on\s+behalf\s+of|on\s+behalf\s+of)\s+/i;
const AS =
  /\s+(?:(?:was|were|is|are)\s+)?(?:(?:attended|attending|present|acting|acted)\s+)?as\s+(?:a\s+|named\s+)?substitutes?(?:\s+members?)?\b/i;

function names(text: string, lines: Lines): readonly Listed[] {
  return peopleIn(
    withoutStart(
      withoutEnd(text.split(/\brespectively\b|\bfor\s+this\s+meeting\s+only\b/i)[0] ?? '', /[\s,;.]/),
      /[\s,(;]/,
    )
      .replace(/^([^(]*)\)$/, '$1')
      .replace(/^(?:and|that|noted\s+that|it\s+was\s+noted\s+that|by|from)\s+/i, ''),
    lines,
  ).people;
}

/** Pairs where one stands against one, or where the text says "respectively". */
function paired(
  absent: readonly ReadPerson[],
  substitutes: readonly ReadPerson[],
  respectively: boolean,
  lines: Lines,
): readonly ReadSubstitution[] {
  if ((absent.length === 1 && substitutes.length === 1) || (respectively && absent.length === substitutes.length)) {
    return substitutes.map((substitute, index) => ({ absent: absent[index] ?? null, substitute, lines }));
  }
  return substitutes.map((substitute) => ({ absent: null, substitute, lines }));
}

/** Several pairs in one sentence: "A (substituted by B), C (substituted by D)". The neighbours of each word belong together. */
function pairsIn(
  text: string,
  mark: RegExp,
  order: 'absent first' | 'substitute first',
  lines: Lines,
): readonly ReadSubstitution[] | null {
  const parts = text.split(new RegExp(mark.source, 'gi'));
  if (parts.length < 3) return null;
  const found: ReadSubstitution[] = [];
  for (let at = 0; at + 1 < parts.length; at += 1) {
    // Between two marks stand a second and a first name; with one name it is open to which pair it belongs.
    if (at > 0 && names(parts[at] ?? '', lines).length < 2) return null;
    const first = names(parts[at] ?? '', lines).at(-1)?.person;
    const second = names(parts[at + 1] ?? '', lines)[0]?.person;
    if (first && second)
      found.push(
        order === 'absent first'
          ? { absent: first, substitute: second, lines }
          : { absent: second, substitute: first, lines },
      );
  }
  return found;
}

function sentenceRead(sentence: string, lines: Lines, underApologies: boolean): AbsenceRead {
  const lead = LEAD.exec(sentence.slice(0, 400));
  const rest = lead ? sentence.slice(lead[0].length) : sentence;
  const apologising = lead !== null || underApologies;
  const respectively = /\brespectively\b/i.test(sentence);
  const asApologies = (people: readonly ReadPerson[]): readonly ReadApology[] =>
    apologising ? people.map((person) => ({ person, lines })) : [];
  // Brackets bind closest: "A (substituted by B) and C (substituted by D)".
  const bracketed = names(rest, lines);
  const noted = bracketed.flatMap((one) => substitutionNoted(one, lines));
  if (noted.length > 0) return { apologies: asApologies(bracketed.map(({ person }) => person)), substitutions: noted };
  const withMark = WITH.exec(rest);
  if (withMark?.[1]) {
    const absent = names(rest.slice(0, withMark.index), lines).map((one) => one.person);
    const substitutes = names(withMark[1], lines).map((one) => one.person);
    // "A and B with C in substitution": C stands for B only if the sentence says so; with one absence there is no question.
    // "…, and from Councillor D": more absences behind the pair, perhaps with their own substitutes.
    const behind = rest.slice(withMark.index + withMark[0].length).replace(/^[\s,;]*(?:and\s+)?(?:from\s+)?/i, '');
    const more =
      behind.length > 3 && behind.length < rest.length
        ? sentenceRead(behind, lines, apologising)
        : { apologies: [], substitutions: [] };
    if (substitutes.length > 0)
      return {
        apologies: [...asApologies(absent), ...more.apologies],
        substitutions: [...paired(absent, substitutes, respectively, lines), ...more.substitutions],
      };
  }
  const by = BY.exec(rest);
  if (by) {
    const absent = names(rest.slice(0, by.index), lines).map((one) => one.person);
    const many = pairsIn(rest, BY, 'absent first', lines);
    if (many) {
      const all = rest
        .split(new RegExp(BY.source, 'gi'))
        .flatMap((part) => names(part, lines))
        .map((one) => one.person)
        .filter((person) => !many.some((pair) => pair.substitute?.name === person.name));
      return { apologies: asApologies(all), substitutions: many };
    }
    const substitutes = names(rest.slice(by.index + by[0].length), lines).map((one) => one.person);
    if (absent.length > 0 && substitutes.length > 0)
      return { apologies: asApologies(absent), substitutions: paired(absent, substitutes, respectively, lines) };
  }
  const instead = FOR.exec(rest);
  if (instead && !/\bapolog/i.test(rest.slice(0, instead.index))) {
    const many = pairsIn(rest, FOR, 'substitute first', lines);
    if (many && many.length > 0) return { apologies: [], substitutions: many };
    const substitutes = names(rest.slice(0, instead.index), lines).map((one) => one.person);
    const absent = names(rest.slice(instead.index + instead[0].length), lines).map((one) => one.person);
    if (substitutes.length > 0 && absent.length > 0 && !lead)
      return { apologies: [], substitutions: paired(absent, substitutes, respectively, lines) };
  }
  const as = AS.exec(rest);
  if (as) {
    const substitutes = names(rest.slice(0, as.index), lines).map((one) => one.person);
    if (substitutes.length > 0 && !lead)
      return { apologies: [], substitutions: substitutes.map((substitute) => ({ absent: null, substitute, lines })) };
  }
  if (!apologising || /^\s*(?:none|no\b|there\s+were\s+no)/i.test(rest) || /\bno\s+apologies\b/i.test(sentence))
    return { apologies: [], substitutions: [] };
  const listed = names(rest, lines).filter(({ person }) => lead !== null || person.title !== null);
  return {
    apologies: asApologies(listed.map(({ person }) => person)),
    substitutions: listed.flatMap((one) => substitutionNoted(one, lines)),
  };
}

/** "(substituted by Cllr B)", "(substitute for Cllr A)", "(Cllr B substituting)" beside a name. */
export function substitutionNoted(one: Listed, lines: Lines): readonly ReadSubstitution[] {
  const note = one.note ?? '';
  const by =
    /^(?:(?:was\s+)?(?:substituted|deputised|represented|replaced)(?:\s+for)?\s+by|sub(?:stitute)?\s*[:–-])\s*(.{3,80})$/i.exec(
      note,
    )?.[1] ?? /^(.{3,80}?)\s+(?:substituting|as\s+substitute|in\s+substitution)$/i.exec(note)?.[1];
  const other =
    by ??
    /^(?:substitut\w*|sub|deputis\w+|deputy)\s+(?:for|on\s+behalf\s+of)\s+(.{3,80})$/i.exec(note)?.[1] ??
    /^(?:in\s+place\s+of|for|replacing)\s+((?:cllr|councillor|mr|mrs|ms|dr)\b.{2,80})$/i.exec(note)?.[1];
  const person = other ? peopleIn(other, lines).people[0]?.person : undefined;
  if (!person) return [];
  return [by ? { absent: one.person, substitute: person, lines } : { absent: person, substitute: one.person, lines }];
}

/** Apologies and substitutions of one paragraph. Under a heading "Apologies" bare names count. */
export function absencesIn(text: string, lines: Lines, underApologies: boolean, underSubstitutes = false): AbsenceRead {
  if (
    text.length > 4000 ||
    !(
      underApologies ||
      underSubstitutes ||
      /apolog|substitut|deputis|in\s+place\s+of|replac|stood\s+in|standing\s+in/i.test(text)
    )
  )
    return { apologies: [], substitutions: [] };
  const apologies: ReadApology[] = [];
  const substitutions: ReadSubstitution[] = [];
  for (const sentence of sentencesOf(text)) {
    // Under the heading "Substitutes" a bare "B for A" is a pair.
    const pairs =
      underSubstitutes && !/apolog/i.test(sentence)
        ? sentence
            .replace(/\.$/, '')
            .split(/[,;]\s+|\s+and\s+/)
            .map((part) => /^(.{3,60}?)\s+for\s+(.{3,60})$/i.exec(part))
            .map((match) => ({
              substitute: names(match?.[1] ?? '', lines)[0]?.person ?? null,
              absent: names(match?.[2] ?? '', lines)[0]?.person ?? null,
              lines,
            }))
            .filter(({ substitute, absent }) => substitute !== null && absent !== null)
        : [];
    if (pairs.length > 0) {
      substitutions.push(...pairs);
      continue;
    }
    const found = sentenceRead(
      sentence,
      lines,
      underApologies && /^(?:cllr|clr|councillor|mr|mrs|ms|dr)/i.test(sentence),
    );
    apologies.push(...found.apologies);
    substitutions.push(...found.substitutions);
  }
  return { apologies, substitutions };
}

/** Apologies that an attendance list gives by its rows. */
export function apologiesOfRows(rows: readonly ReadAttendance[]): readonly ReadApology[] {
  return rows.filter((row) => row.status === 'apologies').map(({ person, lines }) => ({ person, lines }));
}
