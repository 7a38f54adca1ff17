/** A survey that is open, for tests: the shipped instrument, a class session, a batch of cards and an open link. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Gate } from '#kit/db/gate.js';
import {
  type Audience,
  belongingAndSafety,
  type InstrumentContent,
  type Item,
  itemsFor,
  optionKeysOf,
} from '#rooms/heard/instruments/index.js';
import { newSessionCode } from './codes.js';
import { makeCards, openIntake, openWayIn } from './workspace-to-intake.js';
import type { KeyFor } from './sealing.js';
import type { Given } from './given-answers.js';
import type { Asked, WayInKind } from './words.js';

export const asked: Asked = {
  title: belongingAndSafety.title,
  organisation: 'An invented programme',
  content: belongingAndSafety,
  languages: ['en', 'cy', 'ar'],
  audiences: ['student primary', 'student secondary', 'educator'],
  notices: {
    adult: { en: 'A notice for adults.' },
    child: { en: 'A notice for children.', cy: 'Nodyn i blant.', ar: 'إشعار للأطفال.' },
  },
  contact: 'the programme office',
};

export interface OpenSurvey {
  readonly survey: string;
  readonly setting: string;
  wayIn(
    kind: WayInKind,
    more?: { readonly places?: number | null; readonly audience?: Audience; readonly endsAt?: Date | null },
  ): Promise<{ readonly id: string; readonly code: string; readonly cards: readonly string[] }>;
}

/** Opens a survey of an organisation that the work gate sees. */
export async function openSurvey(
  work: Gate,
  key: KeyFor,
  organisation: string,
  {
    opensOn = '2026-11-01',
    closesOn = '2027-02-12',
    keepUntil = `${Number(closesOn.slice(0, 4)) + 2}${closesOn.slice(4)}`,
    asks = asked,
  } = {},
): Promise<OpenSurvey> {
  const [survey, setting] = [randomUUID(), randomUUID()];
  const standing = { account: null, organisation, boards: '*' } as const;
  await work.write(standing, (write) => openIntake(write, survey, asks, { opensOn, closesOn, keepUntil }));
  return {
    survey,
    setting,
    async wayIn(
      kind,
      {
        places = kind === 'open link' ? null : 30,
        audience = asks.audiences[0] ?? 'student primary',
        endsAt = null,
      } = {},
    ) {
      const id = randomUUID();
      const code = newSessionCode();
      const cards = await work.write(standing, async (write) => {
        await openWayIn(write, key('intake codes'), {
          survey,
          id,
          setting: kind === 'open link' ? null : setting,
          audience,
          kind,
          code: kind === 'cards' ? null : code,
          places,
          place: { setting: 'Millpond Primary School', turnTo: 'Ms Khan, in room 4' },
          endsAt,
        });
        return kind === 'cards' ? makeCards(write, key('intake codes'), id, places ?? 30) : [];
      });
      return { id, code, cards };
    },
  };
}

function answerTo(item: Item): fc.Arbitrary<Given[string] | undefined> {
  const keys = optionKeysOf(item);
  const value: fc.Arbitrary<Given[string]> =
    item.kind === 'number'
      ? fc.integer({ min: item.least ?? 0, max: item.most ?? 20 })
      : item.kind === 'choose'
        ? fc.subarray([...keys], { minLength: 1, maxLength: item.atMost ?? keys.length })
        : item.kind === 'short text' || item.kind === 'long text'
          ? fc
              .string({ minLength: 1, maxLength: 100, unit: 'grapheme' })
              .filter((text) => text.trim() === text && text !== '')
          : fc.constantFrom(...keys);
  return fc.option(value, { nil: undefined });
}

/** What an audience might give, before the check. */
export function givens(audience: Audience): fc.Arbitrary<Given> {
  const items = itemsFor(belongingAndSafety, audience).filter(({ kind }) => kind !== 'information');
  return fc
    .record(
      Object.fromEntries(items.map((item) => [item.key, answerTo(item)])) as Record<
        string,
        fc.Arbitrary<Given[string] | undefined>
      >,
    )
    .map((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Given);
}

function item(key: string, kind: Item['kind'], options: number, more: Partial<Item> = {}): Item {
  return {
    key,
    kind,
    audiences: ['student secondary'],
    texts: { en: `Question ${key}` },
    variants: {},
    hints: {},
    options: Array.from({ length: options }, (_, at) => ({
      key: `o${at + 1}`,
      texts: { en: `Option ${at + 1}` },
      missing: null,
    })),
    atMost: null,
    least: null,
    most: null,
    special: null,
    when: null,
    ...more,
  };
}

/** The 15 questions that every peer was measured with: four choices, seven scales, five of fifteen, two of seven, two texts. */
const fifteen: InstrumentContent = {
  title: { en: 'Fifteen questions' },
  languages: ['en'],
  items: [
    ...[3, 5, 4, 5].map((options, at) => item(`q${at + 1}`, 'choice', options)),
    ...Array.from({ length: 7 }, (_, at) => item(`q${at + 5}`, 'scale', 5)),
    item('q12', 'choose', 15, { atMost: 5 }),
    item('q13', 'choose', 7, { atMost: 2 }),
    item('q14', 'long text', 0),
    item('q15', 'short text', 0),
  ],
};

/** What somebody answers to them; each number gives something else. */
export function fifteenAnswers(number: number): Given {
  return Object.fromEntries(
    fifteen.items.map((one, at) => {
      const keys = optionKeysOf(one);
      if (one.kind === 'choose')
        return [one.key, keys.filter((_, place) => (place + number) % 3 === 0).slice(0, one.atMost ?? 1)];
      if (one.kind === 'long text')
        return [
          one.key,
          `I feel part of the school when somebody says my name in the morning, and less when nobody saves me a place at lunch time. ${number}`,
        ];
      if (one.kind === 'short text') return [one.key, `More clubs after school for everybody please ${number % 100}`];
      return [one.key, keys[(number + at) % keys.length] ?? ''];
    }),
  );
}

/** The same as a survey asks them. */
export const askedFifteen: Asked = { ...asked, content: fifteen, languages: ['en'], audiences: ['student secondary'] };
