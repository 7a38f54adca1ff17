/** The letter that tells parents, with their way to say no or yes (P5). Out of the data sheet; each setting prints it and keeps what comes back. Pure. */
import { inLanguage } from '#rooms/heard/instruments/index.js';
import type { NoticeParts } from './notices.js';
import { asksText, isChild, mayNeedConsent, specialItems } from './rules.js';
import { letterSays, sayIn } from './said.js';

export interface Letter {
  readonly title: string;
  /** The language it is written in. */
  readonly language: string;
  readonly documentTitle: string;
  readonly organisation: string;
  /** Who sends it: the organisation, with the setting that prints it. */
  readonly from: string;
  readonly paragraphs: readonly string[];
  /** What stands on the slip that parents give back. */
  readonly slip: { readonly heading: string; readonly words: string; readonly lines: readonly string[] };
}

export interface LetterParts extends NoticeParts {
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  readonly setting: string | null;
  readonly language?: string;
}

export function letterOf({
  organisation,
  setting,
  content,
  audiences,
  sheet,
  opensOn,
  closesOn,
  language = 'en',
}: LetterParts): Letter {
  const say = letterSays(language);
  const [first = 'en'] = content.languages;
  const title = inLanguage(content.title, say.tag, first);
  const children = audiences.filter(isChild);
  const special = [
    ...new Set(specialItems(content, children).flatMap(({ special: one }) => (one === null ? [] : [one]))),
  ];
  const isConsent = sheet.consent === 'consent-in' && mayNeedConsent(content, audiences);
  const days =
    opensOn === null || closesOn === null
      ? say('anyDays')
      : say('days', { first: say.day(opensOn), last: say.day(closesOn) });
  const place = setting ?? say('anySchool');
  const { adultKinds } = sayIn(say.tag).table;
  return {
    title,
    language: say.tag,
    documentTitle: say('documentTitle', { title }),
    organisation,
    from: setting === null ? organisation : say('from', { organisation, setting }),
    paragraphs: [
      say('greeting'),
      say('asks', { organisation, title, place, days, purpose: sheet.purpose.trim() }),
      say('answers'),
      ...(special.length === 0 ? [] : [say('special', { kinds: say.list(special.map((one) => adultKinds[one])) })]),
      ...(asksText(content, children) ? [say('text')] : []),
      say('publish', { retention: sheet.retention }),
      say(isConsent ? 'consentIn' : 'optOut'),
      say('contact', { contact: sheet.contact.trim() }),
    ],
    slip: {
      heading: say(isConsent ? 'yesHeading' : 'noHeading'),
      words: say(isConsent ? 'yes' : 'no', { title }),
      lines: [say('slipChild'), say('slipName'), say('slipSigned')],
    },
  };
}
