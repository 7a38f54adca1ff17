/**
 * Privacy notices, the adult's and the child's, out of the data sheet (P3). In our own words; the child's for a reading age of nine. They say
 * "anonymous" because every way in is a card, a class session or an open link, and none of them leads from an answer to a person (P7). Pure.
 */
import { childline, emergency } from '#rooms/ground/help/index.js';
import {
  type Audience,
  inLanguage,
  type InstrumentContent,
  type SpecialCategory,
  type Texts,
} from '#rooms/heard/instruments/index.js';
import { askedItems, asksText, isChild } from './rules.js';
import type { DataSheet, LawfulBasis } from './words.js';

/** The languages that Kept's own notices speak. */
export const noticeLanguages = ['en', 'cy', 'ar'] as const;
type NoticeLanguage = (typeof noticeLanguages)[number];

export interface NoticeParts {
  readonly organisation: string;
  readonly content: InstrumentContent;
  readonly audiences: readonly Audience[];
  readonly languages: readonly string[];
  readonly sheet: DataSheet;
}

interface Said {
  readonly organisation: string;
  readonly title: string;
  readonly why: string;
  readonly months: number;
  readonly contact: string;
  readonly basis: LawfulBasis;
  readonly special: readonly SpecialCategory[];
  readonly hasText: boolean;
}

type Words = Readonly<Record<SpecialCategory, string>>;

interface Speaker {
  readonly child: (said: Said) => readonly string[];
  readonly adult: (said: Said) => readonly string[];
  readonly joined: (words: readonly string[]) => string;
  readonly childSpecial: Words;
  readonly adultSpecial: Words;
}

const arabicMonths = (months: number): string =>
  months === 1 ? 'شهر واحد' : months === 2 ? 'شهرين' : months <= 10 ? `${months} أشهر` : `${months} شهرًا`;
const list =
  (and: string) =>
  (words: readonly string[]): string =>
    words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')}${and}${words.at(-1) ?? ''}`;

/** The lawful bases, as they go on from "The lawful basis is". */
const basisWords = {
  english: {
    'public task': 'a task that we carry out in the public interest',
    'legitimate interests': 'our legitimate interest in knowing how people are',
    consent: 'your consent',
  },
  welsh: {
    'public task': 'tasg a wnawn er budd y cyhoedd',
    'legitimate interests': 'ein buddiant dilys mewn gwybod sut mae pobl',
    consent: 'eich cydsyniad',
  },
  arabic: {
    'public task': 'مهمة نؤديها للمصلحة العامة',
    'legitimate interests': 'مصلحتنا المشروعة في معرفة أحوال الناس',
    consent: 'موافقتك',
  },
} as const;

const english: Speaker = {
  joined: list(' and '),
  childSpecial: {
    ethnicity: 'where your family comes from',
    faith: 'what you believe',
    health: 'your health',
    sexuality: 'who you like',
    'gender identity': 'being a girl, a boy or something else',
  },
  adultSpecial: {
    ethnicity: 'ethnicity',
    faith: 'faith',
    health: 'health',
    sexuality: 'sexuality',
    'gender identity': 'gender identity',
  },
  child: ({ organisation, why, months, contact, special, hasText }) => [
    `${organisation} asks you these questions. ${why}`,
    'You do not have to answer. You can leave out any question. You can stop at any time. That is fine.',
    'We do not ask your name. Nobody can find out which answers are yours. The word for this is anonymous.',
    ...(special.length === 0
      ? []
      : [
          `Some questions ask about ${english.joined(special.map((one) => english.childSpecial[one]))}. You can leave them out too.`,
        ]),
    ...(hasText
      ? [
          'You can write some things in your own words. Please do not write names. An adult reads what you ' +
            'write. If we read that a child is not safe, we tell the adults at your school who keep children safe. ' +
            'They cannot see who wrote it. If two adults agree that it is needed, they are told which class it ' +
            'came from.',
        ]
      : []),
    `We count the answers of many people. We show the numbers to others. We never show what one person said. We delete your answers after ${months} months.`,
    `Do you need help now? Tell an adult you trust. Or call ${childline.name} on ${childline.number}. It is free. ` +
      `If you are in danger, call ${emergency.number}.`,
    `Do you want to ask us something? An adult can help you reach us: ${contact}`,
  ],
  adult: ({ organisation, title, why, months, contact, basis, special, hasText }) => [
    `${organisation} asks you to take part in “${title}”. ${why} ${organisation} decides what is done with the answers.`,
    `Taking part is your choice. You can leave out any question and stop at any time; if you stop before the ` +
      `end, nothing is sent. The lawful basis is ` +
      `${basisWords.english[basis]}.`,
    'Your answers are anonymous. We ask for no name and keep no address of your device. A code lets somebody in; ' +
      'nothing records who was given which code. As nobody can tell which answers are yours, nobody can show, ' +
      'change or delete them for you once they are sent.',
    ...(special.length === 0
      ? []
      : [
          `Some questions are about ${english.joined(special.map((one) => english.adultSpecial[one]))}. The law ` +
            `protects this specially. You need not answer them.`,
        ]),
    ...(hasText
      ? [
          'Please write no names where you can write freely. Named reviewers read it. If it says that somebody ' +
            'is at risk, the safeguarding leads of the setting are told what was written, not who wrote it; if two ' +
            'people approve it, they are told from which class or session it came.',
        ]
      : []),
    `We publish tables, never the answers of one person, and hide small numbers. Answers are deleted ${months} ` +
      `months after the last day; what remains of used codes is deleted 30 days after it. The tables stay.`,
    `Questions, objections and your rights: ${contact}. You can complain to the Information Commissioner: ico.org.uk, 0303 123 1113.`,
  ],
};

const welsh: Speaker = {
  joined: list(' a '),
  childSpecial: {
    ethnicity: 'o ble mae dy deulu’n dod',
    faith: 'beth rwyt ti’n ei gredu',
    health: 'dy iechyd',
    sexuality: 'pwy rwyt ti’n ei hoffi',
    'gender identity': 'bod yn ferch, yn fachgen neu’n rhywbeth arall',
  },
  adultSpecial: {
    ethnicity: 'ethnigrwydd',
    faith: 'ffydd',
    health: 'iechyd',
    sexuality: 'rhywioldeb',
    'gender identity': 'hunaniaeth rhywedd',
  },
  child: ({ organisation, why, months, contact, special, hasText }) => [
    `Mae ${organisation} yn gofyn y cwestiynau hyn i ti. ${why}`,
    'Does dim rhaid i ti ateb. Cei di adael unrhyw gwestiwn allan. Cei di stopio unrhyw bryd. Mae hynny’n iawn.',
    'Dydyn ni ddim yn gofyn dy enw. All neb ddod i wybod pa atebion sy’n eiddo i ti. Y gair am hyn yw dienw.',
    ...(special.length === 0
      ? []
      : [
          `Mae rhai cwestiynau’n gofyn am y pethau hyn: ${special.map((one) => welsh.childSpecial[one]).join('; ')}. Cei di adael y rhain allan hefyd.`,
        ]),
    ...(hasText
      ? [
          'Cei di ysgrifennu rhai pethau yn dy eiriau dy hun. Paid ag ysgrifennu enwau. Mae oedolyn yn darllen ' +
            'beth rwyt ti’n ei ysgrifennu. Os darllenwn nad yw plentyn yn ddiogel, byddwn yn dweud wrth yr ' +
            'oedolion yn dy ysgol sy’n cadw plant yn ddiogel. Allan nhw ddim gweld pwy ysgrifennodd. Os bydd dau ' +
            'oedolyn yn cytuno bod angen hynny, cân nhw wybod o ba ddosbarth y daeth.',
        ]
      : []),
    `Rydyn ni’n cyfrif atebion llawer o bobl. Rydyn ni’n dangos y rhifau i eraill. Dydyn ni byth yn dangos beth ` +
      `ddywedodd un person. Byddwn yn dileu dy atebion ar ôl ${months} mis.`,
    `Oes angen help arnat ti nawr? Dweda wrth oedolyn rwyt ti’n ymddiried ynddo. Neu ffonia ${childline.name} ar ` +
      `${childline.number}. Mae am ddim. Os wyt ti mewn perygl, ffonia ${emergency.number}.`,
    `Wyt ti am ofyn rhywbeth i ni? Gall oedolyn dy helpu i gysylltu â ni: ${contact}`,
  ],
  adult: ({ organisation, title, why, months, contact, basis, special, hasText }) => [
    `Mae ${organisation} yn gofyn i chi gymryd rhan yn “${title}”. ${why} ${organisation} sy’n penderfynu beth a wneir â’r atebion.`,
    `Eich dewis chi yw cymryd rhan. Cewch adael unrhyw gwestiwn allan a stopio unrhyw bryd; os stopiwch cyn y ` +
      `diwedd, ni chaiff dim ei anfon. Y sail gyfreithlon yw ` +
      `${basisWords.welsh[basis]}.`,
    'Mae eich atebion yn ddienw. Nid ydym yn gofyn am enw nac yn cadw cyfeiriad eich dyfais. Mae cod yn gadael ' +
      'rhywun i mewn; does dim yn cofnodi pwy gafodd ba god. Gan na all neb ddweud pa atebion sy’n eiddo i chi, ni ' +
      'all neb eu dangos, eu newid na’u dileu ar eich rhan ar ôl eu hanfon.',
    ...(special.length === 0
      ? []
      : [
          `Mae rhai cwestiynau am y pethau hyn: ${special.map((one) => welsh.adultSpecial[one]).join(', ')}. ` +
            `Mae’r gyfraith yn eu diogelu’n arbennig. Nid oes rhaid i chi eu hateb.`,
        ]),
    ...(hasText
      ? [
          'Peidiwch ag ysgrifennu enwau lle cewch ysgrifennu’n rhydd. Mae adolygwyr a enwyd yn ei ddarllen. Os ' +
            'yw’n dweud bod rhywun mewn perygl, caiff arweinwyr diogelu’r lleoliad wybod beth a ysgrifennwyd, nid ' +
            'pwy a’i hysgrifennodd; os bydd dau berson yn cymeradwyo, cânt wybod o ba ddosbarth neu sesiwn y daeth.',
        ]
      : []),
    `Rydym yn cyhoeddi tablau, byth atebion un person, ac yn cuddio rhifau bach. Caiff atebion eu dileu ` +
      `${months} mis ar ôl y diwrnod olaf; caiff yr hyn sydd ar ôl o godau a ddefnyddiwyd ei ddileu 30 diwrnod ar ` +
      `ei ôl. Mae’r tablau’n aros.`,
    `Cwestiynau, gwrthwynebiadau a’ch hawliau: ${contact}. Cewch gwyno wrth y Comisiynydd Gwybodaeth: ico.org.uk, 0303 123 1113.`,
  ],
};

const arabic: Speaker = {
  joined: (words) => words.join(' و'),
  childSpecial: {
    ethnicity: 'من أين تأتي عائلتك',
    faith: 'بماذا تؤمن',
    health: 'صحتك',
    sexuality: 'من يعجبك',
    'gender identity': 'هل أنت بنت أو ولد أو شيء آخر',
  },
  adultSpecial: {
    ethnicity: 'الأصل العرقي',
    faith: 'الدين',
    health: 'الصحة',
    sexuality: 'الميل الجنسي',
    'gender identity': 'الهوية الجندرية',
  },
  child: ({ organisation, why, months, contact, special, hasText }) => [
    `تسألك ${organisation} هذه الأسئلة. ${why}`,
    'ليس عليك أن تجيب. يمكنك ترك أي سؤال. يمكنك التوقف في أي وقت. لا بأس بذلك.',
    'لا نسأل عن اسمك. لا أحد يستطيع أن يعرف أي الإجابات لك. نسمي هذا: مجهول الهوية.',
    ...(special.length === 0
      ? []
      : [`بعض الأسئلة عن هذه الأمور: ${special.map((one) => arabic.childSpecial[one]).join('؛ ')}. يمكنك تركها أيضًا.`]),
    ...(hasText
      ? [
          'يمكنك كتابة بعض الأشياء بكلماتك. من فضلك لا تكتب أسماء. يقرأ شخص بالغ ما تكتبه. إذا قرأنا أن طفلًا ' +
            'ليس في أمان، نخبر البالغين في مدرستك الذين يحمون الأطفال. لا يستطيعون أن يروا من كتب ذلك. إذا اتفق ' +
            'بالغان على أن ذلك ضروري، يُخبَرون من أي صف جاء.',
        ]
      : []),
    `نعدّ إجابات كثير من الناس. نعرض الأرقام على الآخرين. لا نعرض أبدًا ما قاله شخص واحد. نحذف إجاباتك بعد ${arabicMonths(months)}.`,
    `هل تحتاج إلى مساعدة الآن؟ أخبر شخصًا بالغًا تثق به. أو اتصل بـ ${childline.name} على الرقم ‎${childline.number}. ` +
      `الاتصال مجاني. إذا كنت في خطر فاتصل بالرقم ${emergency.number}.`,
    `هل تريد أن تسألنا شيئًا؟ يمكن لشخص بالغ أن يساعدك في الوصول إلينا: ${contact}`,
  ],
  adult: ({ organisation, title, why, months, contact, basis, special, hasText }) => [
    `تدعوك ${organisation} إلى المشاركة في «${title}». ${why} وهي التي تقرر ما يُفعل بالإجابات.`,
    `المشاركة اختيارك. يمكنك ترك أي سؤال والتوقف في أي وقت؛ وإذا توقفت قبل النهاية فلن يُرسل شيء. الأساس ` +
      `القانوني هو ` +
      `${basisWords.arabic[basis]}.`,
    'إجاباتك مجهولة الهوية. لا نسأل عن اسم ولا نحتفظ بعنوان جهازك. الرمز يتيح الدخول، ولا يُسجَّل لمن أُعطي أي ' +
      'رمز. ولأن لا أحد يستطيع أن يعرف أي الإجابات لك، فلا يمكن لأحد أن يعرضها أو يغيرها أو يحذفها نيابة عنك بعد ' +
      'إرسالها.',
    ...(special.length === 0
      ? []
      : [
          `بعض الأسئلة عن ${arabic.joined(special.map((one) => arabic.adultSpecial[one]))}. يحمي القانون هذه المعلومات حماية خاصة. لست ملزمًا بالإجابة عنها.`,
        ]),
    ...(hasText
      ? [
          'من فضلك لا تكتب أسماء حيث يمكنك الكتابة بحرية. يقرأ ما تكتبه مراجعون معيّنون بالاسم. إذا كان فيه أن ' +
            'شخصًا في خطر، يُخبَر مسؤولو الحماية في المؤسسة بما كُتب، لا بمن كتبه؛ وإذا وافق شخصان، يُخبَرون من أي ' +
            'صف أو جلسة جاء.',
        ]
      : []),
    `ننشر جداول، ولا ننشر أبدًا إجابات شخص واحد، ونخفي الأعداد الصغيرة. تُحذف الإجابات بعد ` +
      `${arabicMonths(months)} من اليوم الأخير، ويُحذف ما بقي من الرموز المستعملة بعده بثلاثين يومًا. وتبقى ` +
      `الجداول.`,
    `للأسئلة والاعتراضات وحقوقك: ${contact}. يمكنك تقديم شكوى إلى مفوض المعلومات: ico.org.uk، ‎0303 123 1113.`,
  ],
};

const speakers: Readonly<Record<NoticeLanguage, Speaker>> = { en: english, cy: welsh, ar: arabic };

/** Who speaks a language; English where Kept does not speak it. */
function speakerOf(language: string): Speaker {
  const base = language.split('-')[0];
  const known = noticeLanguages.find((tag) => tag === base);
  return known === undefined ? english : speakers[known];
}

export function speaksNotice(language: string): boolean {
  return noticeLanguages.some((tag) => tag === language.split('-')[0]);
}

/** Both notices in each of the survey's languages, as they are shown before the first question. */
export function noticesOf(parts: NoticeParts): { readonly adult: Texts; readonly child: Texts } {
  const { organisation, content, audiences, languages, sheet } = parts;
  const [first = 'en'] = content.languages;
  const said = (language: string, of: readonly Audience[]): Said => ({
    organisation,
    title: inLanguage(content.title, language, first),
    why: (sheet.why[language] ?? sheet.why[languages[0] ?? ''] ?? '').trim(),
    months: sheet.retention,
    contact: sheet.contact.trim(),
    basis: sheet.basis ?? 'public task',
    special: [...new Set(askedItems(content, of).flatMap(({ special }) => (special === null ? [] : [special])))],
    hasText: asksText(content, of),
  });
  const inEach = (of: readonly Audience[], speak: (speaker: Speaker, words: Said) => readonly string[]): Texts =>
    Object.fromEntries(
      languages.map((language) => [language, speak(speakerOf(language), said(language, of)).join('\n\n')]),
    );
  // Where only adults are asked, nobody reads the child's notice; it is made of the same questions, so that none is ever missing.
  const [children, adults] = [audiences.filter(isChild), audiences.filter((audience) => !isChild(audience))];
  return {
    adult: inEach(adults.length === 0 ? audiences : adults, (speaker, words) => speaker.adult(words)),
    child: inEach(children.length === 0 ? audiences : children, (speaker, words) => speaker.child(words)),
  };
}
