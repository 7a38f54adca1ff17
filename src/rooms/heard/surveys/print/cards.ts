/** One-time cards on sheets of A4, ten to a sheet, with a page for the adult who hands them out. */
import { childline } from '#rooms/ground/help/index.js';
import { plainDate } from '#base/london.js';
import { fontDirectories } from '#kit/pdf/fonts.js';
import { sourceBeside } from '#kit/pdf/sources.js';
import { typeset } from '#kit/pdf/typst.js';
import { type Audience, audienceWords, directionOf, inLanguage } from '#rooms/heard/instruments/index.js';
import { codePrinted, takingPartPaths } from '#rooms/heard/taking-part/index.js';
import type { SurveySeen } from '../lookups.js';
import { qrSvg } from './qr.js';
import { sayIn } from '../said.js';

export interface CardsDraft {
  readonly survey: SurveySeen;
  readonly setting: string;
  readonly label: string;
  readonly audience: Audience;
  readonly codes: readonly string[];
  readonly site: string;
  readonly today: string;
}

/** A card has room for three languages. One that Kept does not speak is said in English, once, and is English for whoever hears it. */
export function saysOnCards(languages: readonly string[]) {
  const voices = [...new Map(languages.map((tag) => sayIn(tag)).map((say) => [say.tag, say])).values()];
  return voices.slice(0, 3).map((say) => ({
    tag: say.tag,
    direction: directionOf(say.tag),
    scan: say('scan'),
    once: say('once'),
  }));
}

/** Bytes of the PDF. The codes are in it and nowhere else. */
export async function renderCards({
  survey,
  setting,
  label,
  audience,
  codes,
  site,
  today,
}: CardsDraft): Promise<Uint8Array> {
  const title = survey.asked?.title ?? survey.content.title;
  const first = survey.languages[0] ?? 'en';
  const data = {
    title: inLanguage(title, first, first),
    language: first,
    survey: survey.name,
    setting,
    label,
    'help-line': `${childline.name}: ${childline.number}`,
    audience: audienceWords[audience],
    address: `${site}${takingPartPaths.door()}`.replace(/^https?:\/\//, ''),
    until: survey.closesOn === null ? '' : plainDate(survey.closesOn),
    says: saysOnCards(survey.languages),
    cards: codes.map((code) => ({
      code: codePrinted(code),
      picture: sayIn(first)('picture', { code: codePrinted(code) }),
      qr: qrSvg(`${site}${takingPartPaths.one(code)}`),
    })),
  };
  const made = await typeset({
    files: { 'main.typ': sourceBeside(import.meta.url, 'cards.typ') },
    data: JSON.stringify(data),
    fonts: fontDirectories(),
    created: Date.parse(`${today}T00:00:00Z`) / 1000,
  });
  return made.pdf;
}
