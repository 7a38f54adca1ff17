/** What printed papers say themselves, in the languages that Kept speaks; English where it does not. Pure. */
import { childline, emergency } from '#rooms/ground/help/index.js';
import { directionOf } from '#rooms/heard/instruments/index.js';

export interface Spoken {
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  /** On a card, before the address. */
  readonly scan: string;
  readonly once: string;
  /** On a paper form. */
  readonly code: string;
  readonly before: string;
  readonly begin: string;
  readonly skip: string;
  readonly one: string;
  readonly upTo: (many: number) => string;
  readonly onlyIf: (question: number, words: string) => string;
  readonly noNames: string;
  readonly thanks: string;
  readonly help: string;
}

const english: Omit<Spoken, 'tag' | 'direction'> = {
  scan: 'Scan it, or type the code at',
  once: 'It works once. Nobody knows which card is yours.',
  code: 'Code on your card',
  before: 'Before you begin',
  begin: 'Questions',
  skip: 'You can leave out any question.',
  one: 'Tick one.',
  upTo: (many) => `Tick up to ${many}.`,
  onlyIf: (question, words) => `Only if you ticked “${words}” at question ${question}.`,
  noNames: 'Please do not write names.',
  thanks: 'Thank you. Put the sheet into the envelope yourself.',
  help: `Need help now? Tell an adult you trust, or call ${childline.name}: ${childline.number}. It is free. In danger, call ${emergency.number}.`,
};

const welsh: Omit<Spoken, 'tag' | 'direction'> = {
  scan: 'Sganiwch, neu deipiwch y cod yn',
  once: 'Mae’n gweithio unwaith. Does neb yn gwybod pa gerdyn yw eich un chi.',
  code: 'Y cod ar eich cerdyn',
  before: 'Cyn dechrau',
  begin: 'Cwestiynau',
  skip: 'Cewch adael unrhyw gwestiwn allan.',
  one: 'Ticiwch un.',
  upTo: (many) => `Ticiwch hyd at ${many}.`,
  onlyIf: (question, words) => `Dim ond os ticioch chi “${words}” yng nghwestiwn ${question}.`,
  noNames: 'Peidiwch ag ysgrifennu enwau.',
  thanks: 'Diolch. Rhowch y daflen yn yr amlen eich hun.',
  help:
    `Angen help nawr? Dwedwch wrth oedolyn rydych yn ymddiried ynddo, neu ffoniwch ${childline.name}: ${childline.number}. ` +
    `Mae am ddim. Mewn perygl, ffoniwch ${emergency.number}.`,
};

const arabic: Omit<Spoken, 'tag' | 'direction'> = {
  scan: 'امسح الرمز أو اكتبه في',
  once: 'تعمل مرة واحدة. لا أحد يعرف أي بطاقة لك.',
  code: 'الرمز على بطاقتك',
  before: 'قبل أن تبدأ',
  begin: 'الأسئلة',
  skip: 'يمكنك ترك أي سؤال.',
  one: 'ضع علامة واحدة.',
  upTo: (many) => `ضع علامات لا تزيد على ${many}.`,
  onlyIf: (question, words) => `فقط إذا اخترت «${words}» في السؤال ${question}.`,
  noNames: 'من فضلك لا تكتب أسماء.',
  thanks: 'شكرًا. ضع الورقة في الظرف بنفسك.',
  help:
    `هل تحتاج إلى مساعدة الآن؟ أخبر شخصًا بالغًا تثق به، أو اتصل بـ ${childline.name}: ‎${childline.number}. ` +
    `الاتصال مجاني. في الخطر اتصل بالرقم ${emergency.number}.`,
};

export function spoken(tag: string): Spoken {
  const base = tag.split('-')[0];
  return { tag, direction: directionOf(tag), ...(base === 'cy' ? welsh : base === 'ar' ? arabic : english) };
}
