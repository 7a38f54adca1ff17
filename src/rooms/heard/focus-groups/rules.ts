/** Rules of quotes. Pure. */
import { fewestPeople } from '#base/floors.js';
import type { Lack, Phase, QuoteChecked, Who } from './words.js';

/** Nobody is quoted out of a group in which fewer than ten could have spoken (P16). */
export const leastGroup = fewestPeople;

/** Whether too few could have spoken, or nobody said how many. */
export function isSmall(eligible: number | null): boolean {
  return eligible === null || eligible < leastGroup;
}

/** What a quote lacks; it is usable where that is nothing. */
export function lacksOf({ coded_by, read_by, recognisable, eligible, words }: QuoteChecked): readonly Lack[] {
  return [
    ...(read_by === null || read_by === coded_by ? (['second reader'] as const) : []),
    ...(read_by !== null && recognisable !== false ? (['recognisable'] as const) : []),
    ...(isSmall(eligible) ? (['small group'] as const) : []),
    ...(words === null ? (['not cleared'] as const) : []),
  ];
}

/** Who is meant by an audience of a survey; the phase only where the audience says it. */
export function saidBy(audience: string): { readonly who: Who; readonly phase: Phase | null } {
  switch (audience) {
    case 'student primary':
      return { who: 'students', phase: 'primary' };
    case 'student secondary':
      return { who: 'students', phase: 'secondary' };
    case 'educator':
      return { who: 'educators', phase: null };
    case 'school leader':
      return { who: 'school leaders', phase: null };
    default:
      return { who: 'parents and carers', phase: null };
  }
}

const singular: Readonly<Record<Who, string>> = {
  students: 'Student',
  educators: 'Educator',
  'parents and carers': 'Parent or carer',
  'school leaders': 'School leader',
};

/** As a quote is attributed, and never more closely: "Student, primary". */
export function attribution(who: Who, phase: Phase | null): string {
  return phase === null ? singular[who] : `${singular[who]}, ${phase}`;
}

/** The organisation's own theme words out of one line. */
export function ownThemes(line: string): readonly string[] {
  return [
    ...new Set(
      line
        .split(',')
        .map((word) => word.trim().replace(/\s+/g, ' '))
        .filter((word) => word !== ''),
    ),
  ];
}
