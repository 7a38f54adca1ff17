import { z } from 'zod';
import { queryField, queryPage } from '#kit/address.js';
import { publicPage, view } from '#kit/page.js';
import { boardPaths } from '#rooms/decided/boards/index.js';
import { boardNames } from '#rooms/decided/minutes/index.js';
import { pageLinks } from '#ui/pagination/page-links.js';
import { kindNamed, kindWords } from '#rooms/told/publications/index.js';
import { searchPaths } from '../../paths.js';
import { foundAtMost, search } from '../../published.js';
import { mend, snippet } from '#base/search.js';
import { type SearchAnswerProps, SearchView } from './search.view.js';

const onAPage = 20;

export const searchPage = publicPage({
  path: '/search',
  params: z.object({}),
  cached: false,
  async get({ db, query }) {
    const typed = queryField(query, 'q').trim();
    const board = queryField(query, 'board');
    const kind = kindNamed(queryField(query, 'kind'));
    const page = queryPage(query);
    const answer =
      typed === ''
        ? null
        : await search(db, { typed, board: board || null, kind, from: (page - 1) * onAPage, count: onAPage });
    const to = (number: number) => searchPaths.search({ q: typed, board, kind: kind ?? '', page: number });
    const props: SearchAnswerProps | null = answer && {
      total: answer.total,
      most: foundAtMost,
      loose: answer.loose,
      changed: answer.mended.changed,
      offers: answer.offers.map((offer) => ({
        typed: offer.typed,
        instead: offer.instead.map((word) => ({
          word,
          href: searchPaths.search({ q: mend(typed, new Map([[offer.typed, word]])).query, board, kind: kind ?? '' }),
        })),
      })),
      people: answer.people.map((person) => ({ ...person, href: boardPaths.person(person.slug) })),
      hits: answer.hits.map((hit) => ({ ...hit, href: hit.path, snippet: snippet(hit.body, hit.found) })),
      pages: answer.total > onAPage || page > 1 ? pageLinks(page, Math.ceil(answer.total / onAPage), to) : null,
    };
    return view({
      title: typed === '' ? 'Search' : `Search: ${typed}`,
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Search' }],
      main: (
        <SearchView
          action={searchPaths.search()}
          typed={typed}
          board={board}
          kind={kind ?? ''}
          boards={await boardNames(db)}
          kinds={Object.entries(kindWords).map(([value, text]) => ({ value, text }))}
          answer={props}
        />
      ),
    });
  },
});
