/** A survey that is open, for tests: the shipped instrument, a class session, a batch of cards and an open link. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Gate } from '#kit/db/gate.js';
import { type Audience, belongingAndSafety, type Item, itemsFor, optionKeysOf } from '#rooms/instruments/index.js';
import { newSessionCode } from './codes.js';
import { makeCards, openIntake, openWayIn } from './opening.js';
import type { KeyFor } from './sealing.js';
import type { Asked, Given, WayInKind } from './words.js';

export const asked: Asked = {
  title: belongingAndSafety.title,
  organisation: 'An invented programme',
  content: belongingAndSafety,
  languages: ['en', 'cy', 'ar'],
  audiences: ['student primary', 'student secondary', 'educator'],
  notices: { adult: { en: 'A notice for adults.' }, child: { en: 'A notice for children.', cy: 'Nodyn i blant.', ar: 'إشعار للأطفال.' } },
  contact: 'the programme office',
};

export interface OpenSurvey {
  readonly survey: string;
  readonly setting: string;
  wayIn(kind: WayInKind, more?: { readonly places?: number | null; readonly audience?: Audience; readonly endsAt?: Date | null }): Promise<{ readonly id: string; readonly code: string; readonly cards: readonly string[] }>;
}

/** Opens a survey of an organisation that the work gate sees. */
export async function openSurvey(work: Gate, key: KeyFor, organisation: string, { opensOn = '2026-11-01', closesOn = '2027-02-12', keepUntil = '2199-12-31' } = {}): Promise<OpenSurvey> {
  const [survey, setting] = [randomUUID(), randomUUID()];
  const standing = { account: null, organisation, boards: '*' } as const;
  await work.write(standing, (write) => openIntake(write, survey, asked, { opensOn, closesOn, keepUntil }));
  return {
    survey,
    setting,
    async wayIn(kind, { places = kind === 'open link' ? null : 30, audience = 'student primary', endsAt = null } = {}) {
      const id = randomUUID();
      const code = newSessionCode();
      const cards = await work.write(standing, async (write) => {
        await openWayIn(write, key('intake codes'), {
          survey, id, setting: kind === 'open link' ? null : setting, audience, kind, code: kind === 'cards' ? null : code, places,
          place: { setting: 'Millpond Primary School', turnTo: 'Ms Khan, in room 4' }, endsAt,
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
    item.kind === 'number' ? fc.integer({ min: item.least ?? 0, max: item.most ?? 20 })
    : item.kind === 'choose' ? fc.subarray([...keys], { minLength: 1, maxLength: item.atMost ?? keys.length })
    : item.kind === 'short text' || item.kind === 'long text' ? fc.string({ minLength: 1, maxLength: 100, unit: 'grapheme' }).filter((text) => text.trim() === text && text !== '')
    : fc.constantFrom(...keys);
  return fc.option(value, { nil: undefined });
}

/** What an audience might give, before the check. */
export function givens(audience: Audience): fc.Arbitrary<Given> {
  const items = itemsFor(belongingAndSafety, audience).filter(({ kind }) => kind !== 'information');
  return fc.record(Object.fromEntries(items.map((item) => [item.key, answerTo(item)])) as Record<string, fc.Arbitrary<Given[string] | undefined>>).map((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Given);
}
