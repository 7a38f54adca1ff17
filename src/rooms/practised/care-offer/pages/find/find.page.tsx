/**
 * "What can I get?" Five questions on one page, sent by POST: an address with answers in it would stand in the history of a
 * shared computer, in a link that is passed on, and in the log of a proxy. Nothing is stored, no cookie is set, and the form
 * changes nothing, so it carries no token.
 */
import { z } from 'zod';
import { londonDate } from '#base/london.js';
import type { Read } from '#kit/db/gate.js';
import { doorPage, invalid, view, type View } from '#kit/page.js';
import { themeTitles } from '#rooms/ground/frameworks/index.js';
import { careOfferPaths } from '../../paths.js';
import {
  asksFramework,
  careAuthorities,
  homeAuthorities,
  kindsOf,
  knownAuthorities,
  offersFor,
  type PublishedOffer,
} from '../../published.js';
import { isNearMiss, matchOffer } from '../../rules.js';
import { conditionsOf } from '../../view-words.js';
import { answersOf, findProblems, findTyped, type FindTyped, nothingTyped } from './find.form.js';
import { Find, type FindResult } from './find.view.js';

const crumbs = [
  { text: 'Home', href: '/' },
  { text: 'Care leavers', href: careOfferPaths.start() },
  { text: 'What can I get?' },
];
/** So many offers are looked at, and so many shown of one kind: the page stays small, and says where there is more. */
const lookedAt = 300;
const shownOfAKind = 6;
const nearMisses = 10;

async function shown(
  db: Read,
  now: Date,
  typed: FindTyped,
  problems: ReturnType<typeof findProblems>,
  result: FindResult | null,
): Promise<View> {
  const today = londonDate(now);
  const framework = await asksFramework(db, '');
  const choice = ({ code, name }: { readonly code: string; readonly name: string }) => ({ value: code, text: name });
  return {
    title: result ? 'What you can get' : 'What can I get?',
    description: 'Five questions, no account: what somebody who was in care can get, and how.',
    crumbs,
    main: (
      <Find
        typed={typed}
        problems={problems}
        result={result}
        councils={(await careAuthorities(db, today, { onlyCouncils: true })).map(choice)}
        homes={(await homeAuthorities(db, today)).map(choice)}
        kinds={
          framework
            ? kindsOf(framework.chosen).map(({ key, title, meaning }) => ({
                value: `${framework.chosen.slug} ${key}`,
                title,
                meaning,
              }))
            : []
        }
      />
    ),
  };
}

async function resultFor(db: Read, now: Date, typed: FindTyped): Promise<FindResult> {
  const today = londonDate(now);
  const given = await knownAuthorities(
    db,
    [typed.lookedAfterBy, typed.livesIn].filter((code) => code !== ''),
  );
  const answers = answersOf(typed, (code) => {
    const found = given.find((one) => one.code === code);
    return found ? [found.code, ...found.part_of] : null;
  });
  const places = [
    ...new Set([...(answers.lookedAfterBy ?? []), ...(Array.isArray(answers.livesIn) ? answers.livesIn : [])]),
  ];
  const { offers, more } = await offersFor(db, places, typed.kinds, lookedAt);
  const areaNames = new Map(
    (await knownAuthorities(db, [...new Set(offers.flatMap(({ areas }) => areas))])).map(({ code, name }) => [
      code,
      name,
    ]),
  );
  const titles = await themeTitles(db);
  const matched = offers.map((offer) => ({
    offer,
    match: matchOffer(answers, conditionsOf(offer), today),
    areas: offer.areas.map((code) => areaNames.get(code) ?? code),
  }));
  const isWanted = (kind: string) => typed.kinds.length === 0 || typed.kinds.includes(kind);
  // Each offer stands once, under the first of its kinds that was asked for.
  const kindOf = (offer: PublishedOffer) => offer.themes.find(isWanted) ?? offer.themes[0] ?? '';
  const fitting = matched
    .filter(({ match }) => match.fits !== 'not for you')
    .toSorted((a, b) => Number(a.match.fits === 'maybe') - Number(b.match.fits === 'maybe'));
  const order = [...titles.keys()];
  const kinds = [...Map.groupBy(fitting, ({ offer }) => kindOf(offer))].toSorted(
    ([a], [b]) => order.indexOf(a) - order.indexOf(b),
  );
  const present = new Set(fitting.flatMap(({ offer }) => offer.themes));
  return {
    council: given.find(({ code }) => code === typed.lookedAfterBy)?.name ?? null,
    today,
    forYou: fitting.filter(({ match }) => match.fits === 'for you').length,
    maybe: fitting.filter(({ match }) => match.fits === 'maybe').length,
    kinds: kinds.map(([kind, found]) => ({
      title: titles.get(kind) ?? 'Other',
      offers: found.slice(0, shownOfAKind),
      more:
        found.length > shownOfAKind
          ? { count: found.length - shownOfAKind, href: careOfferPaths.offers({ kind }) }
          : null,
    })),
    gaps: typed.kinds.filter((kind) => !present.has(kind)).flatMap((kind) => titles.get(kind) ?? []),
    notForYou: matched.filter(({ match }) => isNearMiss(match)).slice(0, nearMisses),
    more,
  };
}

export const findPage = doorPage({
  path: '/care-offer/find',
  params: z.object({}),
  async get({ db, now }) {
    return view(await shown(db, now, nothingTyped, [], null));
  },
  fields: {
    lookedAfterBy: 'choice',
    lives: 'choice',
    livesIn: 'choice',
    age: 'line',
    status: 'choice',
    groups: { length: 'choice', most: 200 },
    kinds: { length: 'choice', most: 200 },
  },
  async post({ db, now, fields }) {
    const typed = findTyped(fields);
    const problems = findProblems(typed);
    if (problems.length > 0) return invalid(await shown(db, now, typed, problems, null));
    return view(await shown(db, now, typed, [], await resultFor(db, now, typed)));
  },
});
