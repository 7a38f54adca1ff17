import { tooLong } from '#base/form.js';
import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { implausible } from '#base/plausible.js';
import { queryField } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { invalid, type Outcome, redirect, view, type View, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { ownOrganisation } from '#rooms/ground/people/index.js';
import { recordCoverage } from '../../acts.js';
import { careOfferPaths } from '../../paths.js';
import { asksFramework, careAuthorities, coverageOf, kindsOf, offersOfAuthority } from '../../published.js';
import { maySayOf } from '../../rules.js';
import { coverageProblemWords } from '../../view-words.js';
import { coverageStates, type CoverageProblem } from '../../words.js';
import { readDate } from '../edit-offer/edit-offer.form.js';
import { Sheet, type SheetTyped } from './work-coverage.view.js';

const empty: SheetTyped = { about: '', state: '', source: '', sourceUrl: '', on: '' };

async function shown(
  db: Read,
  visitor: Visitor,
  now: Date,
  wish: { readonly authority: string; readonly framework: string },
  typed: SheetTyped,
  problems: readonly { readonly field: string; readonly message: string }[],
  done: boolean,
): Promise<View> {
  const own = await ownOrganisation(db, visitor.organisation);
  const today = londonDate(now);
  const councils = (await careAuthorities(db, today)).filter(({ code }) => maySayOf(own, code));
  const authority = councils.find(
    ({ code }) => code === (wish.authority === '' && own.kind === 'authority' ? own.authority : wish.authority),
  );
  const framework = (await asksFramework(db, wish.framework))?.chosen;
  const lines = authority && framework ? await coverageOf(db, framework.slug, [authority.code]) : [];
  const offers = authority ? await offersOfAuthority(db, authority.code, 100) : [];
  const sayingOf = (theme: string, ask: string) =>
    lines.find((line) => line.theme === theme && line.ask === ask) ?? null;
  return {
    title: authority ? `What is covered: ${authority.name}` : 'What is covered',
    crumbs: [
      { text: 'Workspace', href: '/work' },
      { text: 'Care offer', href: careOfferPaths.desk() },
      { text: 'What is covered' },
    ],
    main: (
      <Sheet
        councils={councils.map(({ code, name }) => ({ value: code, text: name }))}
        authority={authority ? { code: authority.code, name: authority.name } : null}
        framework={framework?.slug ?? ''}
        kinds={
          framework && authority
            ? kindsOf(framework).map(({ key, title }) => ({
                key,
                title,
                said: sayingOf(key, ''),
                offers: offers.filter(({ themes }) => themes.includes(`${framework.slug} ${key}`)).length,
                asks: framework.asks
                  .filter(({ theme }) => theme === key)
                  .map((ask) => ({
                    key: ask.key,
                    body: ask.body,
                    said: sayingOf(key, ask.key),
                    offers: offers
                      .filter((offer) => offer.ask === ask.key && offer.framework === framework.slug)
                      .map(({ title: name, slug }) => ({ title: name, href: careOfferPaths.offer(slug) })),
                  })),
              }))
            : []
        }
        typed={typed}
        problems={problems}
        done={done}
      />
    ),
  };
}

const fieldOf: Readonly<Record<CoverageProblem, string>> = {
  'not yours to say': 'about',
  'no such authority': 'about',
  'no such ask': 'about',
  'no source': 'source',
  'in the future': 'on',
  'framework ended': 'about',
};

export const sheetPage = workPage({
  path: '/work/care-offer/coverage',
  params: z.object({}),
  needs: 'lead',
  async get({ db, visitor, query, now }) {
    return view(
      await shown(
        db,
        visitor,
        now,
        { authority: queryField(query, 'authority', 20), framework: queryField(query, 'framework', 120) },
        empty,
        [],
        queryField(query, 'done', 10) === 'said',
      ),
    );
  },
  fields: {
    authority: 'choice',
    framework: 'choice',
    about: 'choice',
    state: 'choice',
    source: 'line',
    on: 'line',
    sourceUrl: 'line',
  },
  async post({ db, visitor, fields, now }): Promise<Outcome> {
    const wish = { authority: fields.get('authority').slice(0, 20), framework: fields.get('framework').slice(0, 120) };
    const typed: SheetTyped = {
      about: fields.get('about'),
      state: fields.get('state'),
      source: fields.get('source'),
      sourceUrl: fields.get('sourceUrl').trim(),
      on: fields.get('on').trim(),
    };
    const state = coverageStates.find((one) => one === typed.state);
    const on = readDate(typed.on);
    const why =
      on === null ? coverageProblemWords['in the future'] : implausible('coverage known', on, londonDate(now));
    const [theme = '', ask = ''] = typed.about.split(' ');
    const source = typed.source.replace(/\s+/g, ' ').trim();
    const problems = [
      ...(theme === '' ? [{ field: 'about', message: coverageProblemWords['no such ask'] }] : []),
      ...(state ? [] : [{ field: 'state', message: 'Choose whether it is offered' }]),
      ...(source === ''
        ? [{ field: 'source', message: coverageProblemWords['no source'] }]
        : source.length > 300
          ? [{ field: 'source', message: tooLong(source.length, 300, 'The source') }]
          : []),
      ...(typed.sourceUrl === '' ||
      (typed.sourceUrl.length <= 500 && URL.canParse(typed.sourceUrl) && /^https?:/.test(typed.sourceUrl))
        ? []
        : [{ field: 'sourceUrl', message: 'Enter a web address that begins with https://' }]),
      ...(why === null ? [] : [{ field: 'on', message: why }]),
    ];
    if (problems.length > 0 || !state || on === null)
      return invalid(await shown(db, visitor, now, wish, typed, problems, false));
    const said = await recordCoverage(
      db,
      { ...visitor, now },
      {
        ...wish,
        theme,
        ask: ask === '' ? null : ask,
        state,
        source,
        sourceUrl: typed.sourceUrl === '' ? null : typed.sourceUrl,
        on,
        offer: null,
      },
    );
    if (!said.ok)
      return invalid(
        await shown(
          db,
          visitor,
          now,
          wish,
          typed,
          [{ field: fieldOf[said.problem], message: coverageProblemWords[said.problem] }],
          false,
        ),
      );
    const back = careOfferPaths.sheet(wish);
    return redirect(`${back}${back.includes('?') ? '&' : '?'}done=said`);
  },
});
