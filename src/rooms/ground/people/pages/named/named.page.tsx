import { z } from 'zod';
import { isUuid } from '#base/id.js';
import { placeLinks, queryPlace, wordsAsked } from '#kit/address.js';
import { halt, type Outcome, redirect, view, workPage } from '#kit/page.js';
import { answerNaming, namedByOthers } from '../../namings.js';
import { whoOf } from '../../organisations.js';
import { peoplePaths } from '../../paths.js';
import { Named } from './named.view.js';

const onAPage = 25;
const doneWords: Readonly<Record<string, string>> = {
  yes: 'You said yes. Readers see it from now on.',
  no: 'You said no. Readers do not see it.',
};

/** Where other organisations name one's own, and wait for its yes. */
export const namedPage = workPage({
  path: '/work/named',
  params: z.object({}),
  needs: 'lead',
  fields: { naming: 'choice', answer: 'choice' },
  async get({ db, visitor, query }) {
    const found = await namedByOthers(db, visitor.organisation, queryPlace(query), onAPage);
    return view({
      title: 'Named by others',
      crumbs: [{ text: 'Workspace', href: '/work' }, { text: 'Named by others' }],
      main: (
        <Named
          action={peoplePaths.named()}
          done={wordsAsked(doneWords, query)}
          namings={found.rows}
          pages={placeLinks(found, peoplePaths.named())}
        />
      ),
    });
  },
  async post({ db, visitor, fields, now }): Promise<Outcome> {
    const [id, answer] = [fields.get('naming'), fields.get('answer')];
    if (!isUuid(id) || (answer !== 'yes' && answer !== 'no')) return halt('not-understood');
    const done = await answerNaming(db, whoOf(visitor, now), id, answer);
    return redirect(done ? `${peoplePaths.named()}?done=${answer}` : peoplePaths.named());
  },
});
