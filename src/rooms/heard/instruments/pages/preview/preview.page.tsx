import { z } from 'zod';
import { queryField, slugParameter } from '#kit/address.js';
import { halt, view, workPage } from '#kit/page.js';
import { instrumentRecord } from '../../lookups.js';
import { instrumentPaths } from '../../paths.js';
import { readingAdvice } from '../../readability.js';
import { itemsFor } from '../../rules.js';
import { audiencesAsked, audienceWords, languageName, titleWords } from '../../view-words.js';
import type { Item } from '../../words.js';
import { PreviewView } from './preview.view.js';

/** An instrument as one of its audiences reads it, in one of its languages. */
export const previewPage = workPage({
  path: '/work/instruments/:instrument/preview',
  params: z.object({ instrument: slugParameter }),
  needs: 'lead',
  async get({ db, visitor, params: { instrument }, query }) {
    const found = await instrumentRecord(db, visitor.organisation, instrument);
    if (!found) return halt('not-found');
    const { draft } = found;
    const [first = 'en'] = draft.languages;
    const audiences = audiencesAsked(draft);
    const audience =
      audiences.find((one) => one === queryField(query, 'audience')) ?? audiences[0] ?? 'student primary';
    const language = draft.languages.find((tag) => tag === queryField(query, 'language')) ?? first;
    const title = titleWords(draft);
    const items = itemsFor(draft, audience);
    // One alone, as on a screen of its own; its place in the instrument and the way to its neighbours stay.
    const at = items.findIndex(({ key }) => key === queryField(query, 'item'));
    const to = (item: Item | undefined): string | null =>
      item ? instrumentPaths.preview(instrument, { audience, language, item: item.key }) : null;
    return view({
      title: `How it is asked: ${audienceWords[audience].toLowerCase()}, ${languageName(language)}`,
      crumbs: [
        { text: 'Workspace', href: '/work' },
        { text: 'Instruments', href: instrumentPaths.all() },
        { text: title, href: instrumentPaths.one(instrument) },
        { text: 'How it is asked' },
      ],
      main: (
        <PreviewView
          title={title}
          action={instrumentPaths.preview(instrument)}
          audience={audience}
          audiences={audiences}
          language={language}
          languages={draft.languages}
          items={items}
          open={
            items[at] === undefined
              ? null
              : {
                  item: items[at],
                  before: to(items[at - 1]),
                  after: to(items[at + 1]),
                  all: instrumentPaths.preview(instrument, { audience, language }),
                  change: instrumentPaths.question(instrument, items[at].key),
                  advice: audience === 'student primary' ? readingAdvice(items[at]) : [],
                }
          }
          one={(key) => instrumentPaths.preview(instrument, { audience, language, item: key })}
        />
      ),
    });
  },
});
