/** Every view in each language that Kept speaks: axe, both widths, no typeface fetched; and what a question page weighs. */
// First of all: what rooms say is made in this language, too, as they load.
import { plainEnglishOn, pseudo } from '#test/pseudo-language.js';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import type { VNode } from 'preact';
import type { View } from '#kit/page.js';
import { audiences, directionOf, type Item, itemsFor } from '#rooms/heard/instruments/index.js';
import { TakePage } from '#ui/take-page/take-page.js';
import { axe } from '#test/axe.js';
import { builtAssets, intakePolicy, noBrowser, openPage, screenshot, serveViews } from '#test/browser.js';
import { document, idsOf } from '#test/views.js';
import type { GivenProblem } from '../answers.js';
import { asked } from '../fixtures.js';
import { sayIn } from '../said.js';
import type { Given } from '../given-answers.js';
import { WaitingView } from './bundle/waiting.view.js';
import { DoorView } from './door/door.view.js';
import { PaperView } from './paper/paper.view.js';
import { QuestionStep, SendStep } from './question/step.view.js';
import { StartView } from './start/start.view.js';
import { awayView } from './states/away.js';
import { type Notice, NoticeView, ThanksView } from './states/states.view.js';
import { mendView, refusedView } from './states/voice.js';
import { BegunView, NoCookieView } from './told/told.view.js';
import { Tools } from './tools.view.js';
import { UnsentView } from './unsent/unsent.view.js';

const items = itemsFor(asked.content, 'student secondary');
const place = { setting: 'Millpond Primary School', turnTo: 'Ms Khan, in room 4' };
const plain: Omit<Item, 'key' | 'kind'> = {
  audiences,
  texts: {
    en: 'How many friends do you have here?',
    cy: 'Faint o ffrindiau sydd gennych chi yma?',
    ar: 'كم صديقًا لديك هنا؟',
  },
  variants: {},
  hints: {},
  options: [],
  atMost: null,
  least: 0,
  most: 60,
  special: null,
  when: null,
};
const information: Item = {
  ...plain,
  key: 'about',
  kind: 'information',
  texts: {
    en: 'The next questions are about safety.',
    cy: 'Mae’r cwestiynau nesaf am ddiogelwch.',
    ar: 'الأسئلة التالية عن الأمان.',
  },
};
const number: Item = { ...plain, key: 'friends', kind: 'number' };
const ofKind = (kind: Item['kind']): Item =>
  items.find((item) => item.kind === kind) ?? (kind === 'number' ? number : information);

/** One of every kind, with an answer, and with one that is refused. */
const questions: readonly (readonly [string, Item, Given[string] | undefined, GivenProblem['code'] | null])[] = [
  ...(
    ['choice', 'scale', 'choose', 'yes or no', 'number', 'short text', 'long text', 'group', 'information'] as const
  ).map((kind) => [kind.replaceAll(' ', '-'), ofKind(kind), undefined, null] as const),
  [
    'choose-refused',
    ofKind('choose'),
    ofKind('choose')
      .options.slice(0, 6)
      .map(({ key }) => key),
    'too many',
  ],
  ['number-refused', number, '٧٧', 'out of bounds'],
  ['text-refused', ofKind('long text'), 'x'.repeat(2001), 'too long'],
];
const notices: readonly Notice[] = [
  'not yet',
  'closed',
  'spent',
  'ended',
  'full',
  'code ended',
  'paused',
  'voided',
  'paper over',
  'too many',
  'used',
  'unknown',
  'late',
  'gone',
  'left',
  'in form',
];
const state = 'c'.repeat(600);

/** With a recording in each language. */
const heard: Item = {
  ...ofKind('scale'),
  sounds: sayIn.tags.map((tag) => ({
    audience: ofKind('scale').variants['student secondary'] === undefined ? null : 'student secondary',
    language: tag,
    type: 'audio/mpeg',
    sha256: 'ab'.repeat(32),
    words: '',
  })),
};

/** Of a whole view, without the tools that every page ends with. */
function bare({ main }: View): VNode {
  const { props } = main as VNode<{ readonly children: readonly VNode[] }>;
  return props.children[0] as VNode;
}

function views(language: string): Readonly<Record<string, VNode>> {
  const step = {
    code: 'BCDFGHJK',
    language,
    of: 'abcdefghijklmnop',
    state: null,
    hasBefore: true,
    languages: sayIn.tags,
  };
  return {
    door: <DoorView language={language} typed="" isWrong={false} />,
    'door-wrong': <DoorView language={language} typed="AEIOU" isWrong />,
    start: (
      <StartView
        closesOn="2027-02-12"
        code="BCDFGHJK"
        asked={asked}
        audience="student secondary"
        place={place}
        language={language}
      />
    ),
    ...Object.fromEntries(
      questions.map(([name, item, value, code]) => [
        `question-${name}`,
        <QuestionStep
          {...step}
          item={item}
          audience="student secondary"
          first="en"
          value={value}
          problem={
            code === null
              ? null
              : { item: item.key, code, atMost: item.kind === 'choose' ? 5 : 2000, least: 0, most: 60 }
          }
          seed={4711}
          turnTo={place.turnTo}
          progress={{ number: 3, total: 14 }}
          isPassed={false}
        />,
      ]),
    ),
    'question-heard': (
      <QuestionStep
        {...step}
        item={heard}
        audience="student secondary"
        first="en"
        value={undefined}
        problem={null}
        seed={4711}
        turnTo={place.turnTo}
        progress={{ number: 4, total: 14 }}
        isPassed={false}
      />
    ),
    'question-passed': (
      <QuestionStep
        {...step}
        item={ofKind('choice')}
        audience="student secondary"
        first="en"
        value={undefined}
        problem={null}
        seed={4711}
        turnTo={place.turnTo}
        progress={{ number: 1, total: 14 }}
        isPassed
      />
    ),
    'question-in-form': (
      <QuestionStep
        {...step}
        state={state}
        item={ofKind('long text')}
        audience="student secondary"
        first="en"
        value="x"
        problem={null}
        seed={4711}
        turnTo={place.turnTo}
        progress={{ number: 9, total: 14 }}
        isPassed={false}
      />
    ),
    send: <SendStep {...step} answered={9} total={14} wait={null} />,
    'send-busy': <SendStep {...step} answered={9} total={14} wait="busy" />,
    'send-full': <SendStep {...step} answered={9} total={14} wait="full" />,
    begun: <BegunView code="BCDFGHJK" language={language} />,
    'no-cookie': <NoCookieView code="BCDFGHJK" language={language} turnTo={place.turnTo} />,
    ...Object.fromEntries(
      notices.map((notice) => [
        `notice-${notice.replaceAll(' ', '-')}`,
        <NoticeView notice={notice} language={language} turnTo={place.turnTo} code="BCDFGHJK" />,
      ]),
    ),
    thanks: (
      <ThanksView
        language={language}
        receipt={[0, 17, 40, 63]}
        turnTo={place.turnTo}
        next={{ href: '/take/BCDFGHJK', says: 'nextPerson' }}
      />
    ),
    ...Object.fromEntries(
      (['not-found', 'too-large', 'our-fault', 'no-room'] as const).map((problem) => [
        `refused-${problem}`,
        bare(refusedView({ languages: [language], problem, reference: problem === 'our-fault' ? 'k4t9-27' : null })),
      ]),
    ),
    mend: bare(
      mendView({
        languages: [language],
        pairs: [
          ['go', 'next'],
          ['answer', 'x'.repeat(200)],
        ],
        faulty: [{ name: 'answer', value: 'x'.repeat(200), fault: 'too long', length: 200, atMost: 100 }],
        files: [],
      }),
    ),
    'mend-unreadable': bare(
      mendView({
        languages: [language],
        pairs: [['answer', 'x']],
        faulty: [{ name: 'answer', value: 'x', fault: 'unreadable' }],
        files: ['file'],
      }),
    ),
    'away-form': bare(
      awayView({
        languages: [language],
        again: { action: '/take/BCDFGHJK/begin', pairs: [['language', language]] },
        href: '/take/BCDFGHJK/begin',
      }),
    ),
    'thanks-card': <ThanksView language={language} receipt={[1, 2, 3, 3]} turnTo={null} next={null} />,
    waiting: (
      <WaitingView
        say={sayIn(language)}
        title="waitingTitle"
        what="waiting"
        turnTo={place.turnTo}
        next={{ href: '/take/BCDFGHJK', says: 'nextPerson' }}
      />
    ),
    'hand-in': <UnsentView say={sayIn(language)} language={language} problem="unsentNoFile" done={null} />,
    'handed-in': (
      <UnsentView
        say={sayIn(language)}
        language={language}
        problem={null}
        done={{ arrived: 28, refused: 1, later: 2 }}
      />
    ),
    paper: (
      <PaperView
        code="BCDFGHJK"
        printed="BCDF GHJK"
        asked={asked}
        audience="student secondary"
        place={place}
        language={language}
        items={items}
        given={{}}
        problems={[{ item: ofKind('choose').key, code: 'too many', atMost: 5 }]}
        ticket=""
        submission={'a'.repeat(22)}
        seat={'b'.repeat(43)}
      />
    ),
  };
}

function page(language: string, name: string): string | undefined {
  const main = views(language)[name];
  return (
    main &&
    document(
      <TakePage title={name} language={language} direction={directionOf(language)} assets={builtAssets()}>
        {main}
        <Tools language={language} />
      </TakePage>,
    )
  );
}

test('no view of any language says one id twice, or has a control without its words', () => {
  for (const language of sayIn.tags) {
    for (const name of Object.keys(views(language))) {
      const markup = page(language, name) ?? '';
      const ids = idsOf(markup);
      assert.deepEqual(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        [],
        `${language} ${name}`,
      );
      assert.doesNotMatch(
        markup.replace(/ data-[\w-]+="[^"]*"/g, ''),
        /\{\w+\}|undefined|\[object/,
        `${language} ${name}`,
      );
      assert.equal(markup.match(/<h1[ >]/g)?.length, 1, `${language} ${name}: one heading`);
    }
  }
});

test('a question page weighs what a phone on a bad line can bear', () => {
  const css = readFileSync(
    join(
      dirname(fileURLToPath(import.meta.url)),
      '..',
      '..',
      '..',
      '..',
      '..',
      'assets',
      `${builtAssets().css.slice('/assets/'.length)}.br`,
    ),
  ).length;
  // The letters of the pseudo-language are two bytes each, and no phone gets them.
  for (const language of sayIn.tags.filter((tag) => tag !== pseudo)) {
    for (const name of Object.keys(views(language)).filter(
      (one) => one.startsWith('question-') && one !== 'question-text-refused',
    )) {
      const html = brotliCompressSync(page(language, name) ?? '', {
        params: { [constants.BROTLI_PARAM_QUALITY]: 4 },
      }).length;
      // 18 kB in all, of which the script that comes later may have 5.
      assert.ok(html + css <= 13_000, `${language} ${name}: ${html} + ${css}`);
    }
  }
});

/** What those who run the survey wrote, and whom they named: all texts of it by language. */
function written(said: unknown): readonly string[] {
  if (typeof said !== 'object' || said === null) return [];
  return Object.entries(said).flatMap(([key, value]) =>
    typeof value === 'string'
      ? ['en', 'organisation', 'contact'].includes(key)
        ? value.split('\n')
        : []
      : written(value),
  );
}

test('no view has a word of its own that is plain English beside the words by language', () => {
  const users = [...written(asked), ...written(plain), ...written(information), ...Object.values(place)];
  const typed = ['BCDFGHJK', 'BCDF GHJK', 'BCDF', 'GHJK', 'AEIOU', 'k4t9-27', 'x'.repeat(200)];
  // Here the title is the name of the sample; the pages' own are said by those who make them.
  const shown = (name: string): string => (page(pseudo, name) ?? '').replace(/<title>.*<\/title>/, '');
  for (const name of Object.keys(views(pseudo)))
    assert.deepEqual(plainEnglishOn(shown(name), [...users, ...typed]), [], name);
  // A sentence that somebody forgot is seen, wherever it is read or heard.
  for (const forgotten of ['<p>Please wait here</p>', '<a aria-label="Go back">1</a>', '<input placeholder="A name"/>'])
    assert.equal(plainEnglishOn(`${shown('door')}${forgotten}`, users).length, 1, forgotten);
});

for (const language of sayIn.tags) {
  test(`axe finds nothing, nothing overflows, every target is large: ${language}`, { skip: noBrowser }, async () => {
    for (const width of [360, 1280]) {
      const seen = await openPage({ width, height: 740 });
      const asked_: string[] = [];
      seen.on('request', (request) => asked_.push(new URL(request.url()).pathname));
      const complaints = await serveViews(seen, (path) => page(language, path.slice(1)), intakePolicy);
      for (const name of Object.keys(views(language))) {
        await seen.goto(`http://kept.test/${name}`);
        // As it looks while somebody’s answers wait.
        if (name === 'waiting')
          await seen.evaluate(
            `for (const one of document.querySelectorAll('#tools [hidden]')) one.hidden = false; ` +
              `document.querySelector('#unsent p').textContent = ` +
              `document.getElementById('tools').dataset.unsentOne`,
          );
        await axe(seen);
        assert.ok(
          await seen.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth'),
          `${name} overflows at ${width}`,
        );
        const small = await seen.evaluate<string[]>(
          `[...document.querySelectorAll('button, .govuk-button, input:not([type=hidden]), textarea, ` +
            `.take__page a')].filter((one) => { const row = one.closest('.govuk-radios__item, ` +
            `.govuk-checkboxes__item') ?? one; return row.getBoundingClientRect().height < 44 && ` +
            `!one.closest('.govuk-error-summary, [hidden]'); }).map((one) => one.outerHTML)`,
        );
        assert.deepEqual(small, [], `${name}: targets below 44 px`);
        if (process.env['KEPT_SCREENS']) await screenshot(seen, `take-${name}-${language}-${width}`);
      }
      assert.deepEqual(complaints, []);
      assert.deepEqual(
        asked_.filter((path) => /woff|favicon|icon/.test(path)),
        [],
        'no typeface and no picture is fetched',
      );
      await seen.context().close();
    }
  });
}

test('the last day and how many there are come through in every language', () => {
  for (const [language, day, far] of [
    ['en', '12 February 2027', 'Question 3 of 14'],
    ['cy', '12 Chwefror 2027', 'Cwestiwn 3 o 14'],
    ['ar', '12 فبراير 2027', 'السؤال 3 من 14'],
  ] as const) {
    assert.ok(page(language, 'start')?.includes(day), language);
    assert.ok(page(language, 'question-number')?.includes(far), language);
    assert.match(page(language, 'handed-in') ?? '', /28[^<]*1[^<]*2/, language);
  }
});

/** Words with Latin letters that stand outside every element that says it is English. */
function latinOutside(markup: string): readonly string[] {
  const open: boolean[] = [];
  const found: string[] = [];
  for (const [, end, name = '', attributes = '', text] of markup
    .replace(/^<!doctype html>/i, '')
    .matchAll(/<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/g)) {
    if (text !== undefined) {
      if (/[a-z]/i.test(text.replace(/&\w+;/g, '')) && !open.includes(true)) found.push(text.trim());
    } else if (end) open.pop();
    else if (!/^(?:input|br|path)$/.test(name) && !attributes.endsWith('/')) open.push(/ lang="en"/.test(attributes));
  }
  return found;
}

test('beside questions in a language that Kept does not speak, its own words say that they are English', () => {
  const urdu = { ur: 'سوال' };
  const content = {
    ...asked.content,
    languages: ['ur'],
    items: items.map((item) => ({
      ...item,
      texts: urdu,
      variants: {},
      hints: {},
      options: item.options.map((option) => ({ ...option, texts: urdu })),
    })),
  };
  const start = document(
    <StartView
      closesOn="2027-02-12"
      code="BCDFGHJK"
      asked={{
        ...asked,
        title: urdu,
        organisation: 'ادارہ',
        contact: 'ادارہ',
        languages: ['ur'],
        content,
        notices: { adult: urdu, child: urdu },
      }}
      audience="educator"
      place={{ setting: 'اسکول', turnTo: 'استاد' }}
      language="ur"
    />,
  );
  assert.deepEqual(latinOutside(start), []);
  assert.match(start, /lang="en" dir="ltr"[^>]*>You can answer until 12 February 2027/);
  for (const item of content.items.filter(({ kind }) => kind !== 'yes or no')) {
    const step = {
      code: 'BCDFGHJK',
      language: 'ur',
      of: 'a',
      state,
      languages: ['ur'],
      isPassed: true,
      hasBefore: true,
      item,
      audience: 'student secondary',
      first: 'ur',
      value: undefined,
      seed: 1,
      turnTo: 'استاد',
      progress: { number: 1, total: 2 },
    } as const;
    assert.deepEqual(latinOutside(document(<QuestionStep {...step} problem={null} />)), [], item.key);
    if (item.kind !== 'information')
      assert.deepEqual(
        latinOutside(document(<QuestionStep {...step} problem={{ item: item.key, code: 'too long', atMost: 20 }} />)),
        ['Error:'],
        item.key,
      );
  }
  assert.doesNotMatch(
    document(
      <QuestionStep
        code="B"
        language="ar"
        of="a"
        state={state}
        languages={['ar']}
        isPassed
        hasBefore
        item={content.items[0] ?? information}
        audience="student secondary"
        first="ur"
        value={undefined}
        problem={null}
        seed={1}
        turnTo={null}
        progress={{ number: 1, total: 2 }}
      />,
    ),
    /lang="en"/,
  );
});

test('in the dark, too, everything can be read', { skip: noBrowser }, async () => {
  const seen = await openPage({ width: 360, scheme: 'dark' });
  await serveViews(seen, (path) => page('en', path.slice(1)), intakePolicy);
  for (const name of ['door-wrong', 'start', 'question-choose-refused', 'question-long-text', 'send-busy', 'thanks']) {
    await seen.goto(`http://kept.test/${name}`);
    await axe(seen, { rules: ['color-contrast'] });
    if (process.env['KEPT_SCREENS']) await screenshot(seen, `take-${name}-dark`);
  }
  await seen.context().close();
});
