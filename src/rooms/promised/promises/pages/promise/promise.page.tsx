import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { slugParameter } from '#kit/address.js';
import { halt, publicPage, view } from '#kit/page.js';
import { boardPaths } from '#rooms/decided/boards/index.js';
import { frameworkPaths, publishedFrameworks, themeTitles } from '#rooms/ground/frameworks/index.js';
import { publishedBoardName } from '#rooms/decided/meetings/index.js';
import { practicePaths, practiceTitles } from '#rooms/practised/practice/index.js';
import { promisePaths } from '../../paths.js';
import { publishedPromise } from '../../published.js';
import { statusOn } from '../../rules.js';
import { statusWords } from '../../view-words.js';
import { PromiseView } from './promise.view.js';

const params = z.object({ promise: slugParameter });

export const promisePage = publicPage({
  path: '/promises/:promise',
  params,
  cached: true,
  async get({ db, params: { promise: slug }, now, site }) {
    const promise = await publishedPromise(db, slug);
    if (!promise) return halt('not-found');
    const today = londonDate(now);
    const framework = (await publishedFrameworks(db)).find((one) => one.slug === promise.framework);
    const title =
      promise.theme === null ? null : ((await themeTitles(db)).get(`${promise.framework} ${promise.theme}`) ?? null);
    const practices = await practiceTitles(db, promise.practices);
    const board = promise.board === null ? undefined : await publishedBoardName(db, promise.board);
    const status = statusOn(promise, today);
    return view({
      title: `We will ${promise.aim}: ${promise.organisation_name}, promise ${slug.split('-').at(-1) ?? ''}`,
      description: `${statusWords[status].text}. ${promise.organisation_name} will ${promise.aim}. So, you ${promise.effect_verb} ${promise.effect}.`,
      canonical: site + promisePaths.one(slug),
      alternates: [{ href: promisePaths.json(slug), type: 'application/json', title: 'This promise as JSON' }],
      crumbs: [
        { text: 'Home', href: '/' },
        { text: 'Promises', href: promisePaths.all() },
        { text: promise.organisation_name, href: promisePaths.all({ organisation: promise.organisation_slug }) },
        { text: `Promise ${slug.split('-').at(-1) ?? ''}` },
      ],
      main: (
        <PromiseView
          promise={promise}
          status={status}
          today={today}
          theme={
            framework
              ? {
                  title,
                  framework: framework.name,
                  href: `${frameworkPaths.one(framework.slug)}${promise.theme === null ? '' : `#theme-${promise.theme}`}`,
                }
              : null
          }
          organisation={promisePaths.all({ organisation: promise.organisation_slug })}
          board={
            promise.board !== null && board !== undefined ? { name: board, href: boardPaths.one(promise.board) } : null
          }
          takenUp={promise.takenUp.map((one) => ({ ...one, href: boardPaths.meeting(one.board, one.meeting) }))}
          practices={promise.practices.flatMap((practice) =>
            practices.has(practice)
              ? [{ title: practices.get(practice) ?? practice, href: practicePaths.one(practice) }]
              : [],
          )}
          replacement={promise.replacement === null ? null : promisePaths.one(promise.replacement)}
          json={promisePaths.json(slug)}
        />
      ),
    });
  },
});

export const promiseJsonPage = publicPage({
  path: '/promises/:promise/promise.json',
  params,
  cached: true,
  async get({ db, params: { promise: slug }, now }) {
    const found = await publishedPromise(db, slug);
    if (!found) return halt('not-found');
    const { id: _id, organisation: _organisation, declared_status: _declared, ...rest } = found;
    const { overdue_from: _overdue, no_news_from: _silent, ...promise } = rest;
    return {
      kind: 'file',
      body: JSON.stringify({ format: 'kept-promise/1', status: statusOn(found, londonDate(now)), ...promise }, null, 2),
      type: 'application/json; charset=utf-8',
    };
  },
});
