/** The letter that tells parents, with their way to say no or yes (P5). Out of the data sheet; each setting prints it and keeps what comes back. Pure. */
import { inLanguage } from '#rooms/heard/instruments/index.js';
import { plainDate } from '#base/london.js';
import type { NoticeParts } from './notices.js';
import { asksText, isChild, mayNeedConsent, specialItems } from './rules.js';

export interface Letter {
  readonly title: string;
  readonly organisation: string;
  readonly setting: string | null;
  readonly paragraphs: readonly string[];
  /** What stands on the slip that parents give back. */
  readonly slip: { readonly heading: string; readonly words: string; readonly lines: readonly string[] };
}

export interface LetterParts extends NoticeParts {
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  readonly setting: string | null;
}

export function letterOf({ organisation, setting, content, audiences, sheet, opensOn, closesOn }: LetterParts): Letter {
  const [first = 'en'] = content.languages;
  const title = inLanguage(content.title, 'en', first);
  const children = audiences.filter(isChild);
  const special = [
    ...new Set(specialItems(content, children).flatMap(({ special: one }) => (one === null ? [] : [one]))),
  ];
  const isConsent = sheet.consent === 'consent-in' && mayNeedConsent(content, audiences);
  const days =
    opensOn === null || closesOn === null
      ? 'in the coming weeks'
      : `from ${plainDate(opensOn)} to ${plainDate(closesOn)}`;
  const place = setting ?? 'Your child’s school';
  return {
    title,
    organisation,
    setting,
    paragraphs: [
      'Dear parents and carers,',
      `${organisation} asks children and young people about “${title}”. ${place} takes part, ${days}. ${sheet.purpose.trim()}`,
      'Your child answers on a screen or on paper, at school. Every question can be left out, and your child can ' +
        'stop at any time. Nobody is asked for a name, and nothing shows which answers are whose: not to the ' +
        'school, not to us.',
      ...(special.length === 0
        ? []
        : [
            `Some questions are about ` +
              `${special.length === 1 ? special[0] : `${special.slice(0, -1).join(', ')} and ${special.at(-1) ?? ''}`}. ` +
              `Your child can leave them out.`,
          ]),
      ...(asksText(content, children)
        ? [
            'Children can write some answers in their own words. Named people read them. If they say that a ' +
              'child is at risk, the school’s safeguarding lead is told what was written. Nobody can see who wrote ' +
              'it; if two people agree that it is needed, they are told from which class it came.',
          ]
        : []),
      `We publish tables of many answers, and hide small numbers. Answers are deleted ${sheet.retention} months after the survey ends.`,
      isConsent
        ? 'Your child takes part only if you say yes. Please give the slip below back to the school. The school ' +
          'counts the slips and keeps them; we are told a number, no names.'
        : 'If you do not want your child to take part, tell the school or give back the slip below. You need not ' +
          'say why. The school tells us a number, no names.',
      `You can see the questions at school. Ask us anything: ${sheet.contact.trim()}.`,
    ],
    slip: isConsent
      ? {
          heading: 'My child may take part',
          words: `I agree that my child takes part in “${title}”.`,
          lines: ['Child’s name and class', 'My name', 'Signature and date'],
        }
      : {
          heading: 'My child is not to take part',
          words: `I do not want my child to take part in “${title}”.`,
          lines: ['Child’s name and class', 'My name', 'Signature and date'],
        },
  };
}
