import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { mend } from '#base/search.js';
import { placeLinks, queryField, queryPage, queryPlace } from '#kit/address.js';
import { publicPage, view } from '#kit/page.js';
import { phases as allPhases } from '#rooms/ground/directory/index.js';
import { themeList } from '#rooms/ground/frameworks/index.js';
import { publishedOrganisation } from '#rooms/ground/people/index.js';
import { pageLinks } from '#ui/pagination/page-links.js';
import { type PracticeFilter, practicePaths } from '../../paths.js';
import { foundAtMost, practiceChoices, publishedPractices } from '../../published.js';
import { needKeys } from '../../rules.js';
import { needs as needTitles } from '../../words.js';
import { Library } from './library.view.js';

const onAPage = 25;

/** The library; with a question made anew each time, without one as the shelf keeps it. */
export const libraryPage = publicPage({
  path: '/practice',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, query, now, site }) {
    const filter = {
      q: queryField(query, 'q').trim(),
      theme: queryField(query, 'theme', 160),
      phase: queryField(query, 'phase', 60),
      authority: queryField(query, 'authority', 20),
      need: queryField(query, 'need', 40),
      organisation: queryField(query, 'organisation', 120),
    } satisfies PracticeFilter;
    const page = queryPage(query);
    const answer = await publishedPractices(db, {
      ...filter,
      place: queryPlace(query),
      from: (page - 1) * onAPage,
      count: onAPage,
    });
    const choices = await practiceChoices(db);
    const themes = (await themeList(db)).map(({ framework, framework_name, key, title }) => ({
      value: `${framework} ${key}`,
      text: `${title} (${framework_name})`,
    }));
    const organisation = filter.organisation === '' ? undefined : await publishedOrganisation(db, filter.organisation);
    const areas = new Map(choices.authorities.map(({ code, name }) => [code, name]));
    const to = (more: PracticeFilter) => practicePaths.all({ ...filter, ...more });
    const isNarrowed = Object.values(filter).some((value) => value !== '');
    const heading =
      filter.q !== '' ? `Practice: ${filter.q}` : organisation ? `Practice of ${organisation.name}` : 'Practice';
    const today = londonDate(now);
    return view({
      title: page === 1 ? heading : `${heading}, page ${page}`,
      description:
        'Promising practice for inclusion: the need, what was done, what changed, what it cost and who to ask.',
      ...(isNarrowed ? {} : { canonical: site + practicePaths.all() }),
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Practice' }],
      main: (
        <Library
          {...filter}
          action={practicePaths.all()}
          heading={heading}
          organisation={
            organisation
              ? { slug: organisation.slug, name: organisation.name, everybody: to({ organisation: '' }) }
              : null
          }
          themes={themes.filter(({ value }) => choices.themes.includes(value) || value === filter.theme)}
          phases={allPhases
            .filter((phase) => choices.phases.includes(phase) || phase === filter.phase)
            .map((phase) => ({ value: phase, text: phase }))}
          authorities={choices.authorities.map(({ code, name }) => ({ value: code, text: name }))}
          needs={needKeys
            .filter((key) => choices.needs.includes(key) || key === filter.need)
            .map((key) => ({ value: key, text: needTitles[key] }))}
          isNarrowed={isNarrowed}
          whole={practicePaths.all()}
          changed={answer.mended.changed}
          offers={answer.offers.map(({ typed, instead }) => ({
            typed,
            instead: instead.map((word) => ({ word, href: to({ q: mend(filter.q, new Map([[typed, word]])).query }) })),
          }))}
          loose={answer.loose}
          total={answer.total}
          practices={answer.practices.map((one) => ({
            ...one,
            href: practicePaths.one(one.slug),
            area: one.authority === null ? null : (areas.get(one.authority) ?? null),
            needs: [...one.needs.map((key) => needTitles[key]), ...one.own_needs],
            isOverdue: one.review_due < today,
          }))}
          most={filter.q === '' ? null : foundAtMost}
          pages={
            filter.q === ''
              ? placeLinks(answer, to({}))
              : answer.total > onAPage || page > 1
                ? pageLinks(page, Math.ceil(answer.total / onAPage), (number) => to({ page: number }))
                : null
          }
        />
      ),
    });
  },
});
