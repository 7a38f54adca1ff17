import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { placeLinks, queryField, queryPlace } from '#kit/address.js';
import { publicPage, view } from '#kit/page.js';
import { promisedThemeList } from '#rooms/ground/frameworks/index.js';
import { publishedOrganisation } from '#rooms/ground/people/index.js';
import { promisePaths } from '../../paths.js';
import { promiseFilters, publishedPromises } from '../../published.js';
import { statusOn } from '../../rules.js';
import { statusWords } from '../../view-words.js';
import { promiseStatuses } from '../../words.js';
import { PromisesView } from './promises.view.js';

const onAPage = 25;

export const promisesPage = publicPage({
  path: '/promises',
  params: z.object({}),
  cached: true,
  async get({ db, query, now, site }) {
    const today = londonDate(now);
    const status = promiseStatuses.find((one) => one === queryField(query, 'status', 20)) ?? null;
    // The form sends framework and theme in one field; an address may give them in two.
    const typed = queryField(query, 'theme', 160);
    const at = typed.indexOf(' ');
    const chosen = {
      framework: at < 0 ? queryField(query, 'framework', 80) : typed.slice(0, at),
      theme: typed.slice(at + 1),
    };
    const wish = {
      ...chosen,
      authority: queryField(query, 'authority', 20),
      organisation: queryField(query, 'organisation', 120),
      board: queryField(query, 'board', 120),
    };
    const asked = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== ''));
    const found = await publishedPromises(db, { ...asked, status, today, place: queryPlace(query), count: onAPage });
    const { counts, total, promises } = found;
    const themes = await promisedThemeList(db);
    const titles = new Map(themes.map(({ framework, key, title }) => [`${framework} ${key}`, title]));
    const { authorities, boards } = await promiseFilters(db);
    const organisation = wish.organisation === '' ? undefined : await publishedOrganisation(db, wish.organisation);
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const filter = { ...wish, status: status ?? '' };
    const isNarrowed = status !== null || Object.keys(asked).length > 0;
    const heading = organisation ? `Promises of ${organisation.name}` : 'Promises';
    return view({
      title: [heading, ...(status === null ? [] : [statusWords[status].text.toLowerCase()])].join(': '),
      description: 'What councils, schools and others have promised young people, by when, and what came of it.',
      ...(isNarrowed ? {} : { canonical: site + promisePaths.all() }),
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Promises' }],
      main: (
        <PromisesView
          action={promisePaths.all()}
          heading={heading}
          status={status}
          statuses={
            all === 0
              ? []
              : [
                  {
                    text: 'All',
                    href: promisePaths.all({ ...filter, status: '' }),
                    count: all,
                    current: status === null,
                  },
                  ...promiseStatuses.flatMap((one) =>
                    counts.has(one) || one === status
                      ? [
                          {
                            text: statusWords[one].text,
                            href: promisePaths.all({ ...filter, status: one }),
                            count: counts.get(one) ?? 0,
                            current: one === status,
                          },
                        ]
                      : [],
                  ),
                ]
          }
          theme={wish.framework === '' ? '' : `${wish.framework} ${wish.theme}`}
          themes={themes.flatMap(({ framework, framework_name, key, title }, index) => [
            ...(themes[index - 1]?.framework === framework
              ? []
              : [{ value: `${framework} `, text: `${framework_name}: all themes` }]),
            { value: `${framework} ${key}`, text: `${framework_name}: ${title}` },
          ])}
          authority={wish.authority}
          authorities={authorities.map(({ code, name }) => ({ value: code, text: name }))}
          board={wish.board}
          boards={boards.map(({ slug, name }) => ({ value: slug, text: name }))}
          organisation={
            organisation
              ? {
                  slug: organisation.slug,
                  name: organisation.name,
                  everybody: promisePaths.all({ ...filter, organisation: '' }),
                }
              : null
          }
          total={total}
          promises={promises.map((one) => ({
            ...one,
            status: statusOn(one, today),
            href: promisePaths.one(one.slug),
            theme: titles.get(`${one.framework} ${one.theme ?? ''}`) ?? null,
          }))}
          pages={placeLinks(found, promisePaths.all(filter))}
        />
      ),
    });
  },
});
