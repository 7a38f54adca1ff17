import { z } from 'zod';
import { queryField } from '#kit/address.js';
import { megabytes } from '#kit/fields.js';
import { type Outcome, redirect } from '#kit/page.js';
import { minuteLimit } from '#kit/limit.js';
import { openPart, sealPart } from '../../attempt.js';
import { takingPartPaths } from '../../paths.js';
import type { KeyFor } from '../../sealing.js';
import { type Sentence, sayIn } from '../../said.js';
import { handInOrLater } from '../../hand-in.js';
import { perMinute } from '../../limits.js';
import { readUnsent } from '../../unsent.js';
import { inTongue, languageOf, noticeOutcome, wantedLanguage } from '../entry.js';
import { type HandedInCounts, UnsentView } from './unsent.view.js';
import { takePage } from '../limited.js';

const uploads = minuteLimit(perMinute.files);

function page(language: string, problem: Sentence | null, done: HandedInCounts | null): Outcome {
  return {
    kind: 'view',
    status: problem === null ? 200 : 422,
    view: inTongue(language, {
      title: sayIn(language)('unsentTitle'),
      main: <UnsentView say={sayIn(language)} language={language} problem={problem} done={done} />,
    }),
  };
}

const doneFor = 'unsent done';

/** What came of a file stands in the address, sealed: loaded again it is no second hand-in, and nobody can make it up. */
function doneIn(key: KeyFor, sealed: string): HandedInCounts | null {
  const text = sealed === '' ? null : openPart(key, '', doneFor, sealed);
  return text === null ? null : JSON.parse(text);
}

/** Answers that were saved on a device without a connection; sealed, so anybody may carry and hand them in. */
export const unsentPage = takePage({
  by: 'sender',
  path: '/take/unsent',
  params: z.object({}),
  get: async ({ key, query }) =>
    page(languageOf(sayIn.tags, wantedLanguage(query)), null, doneIn(key, queryField(query, 'done', 400))),
  fields: { language: 'choice' },
  files: { file: { atMost: 32 * megabytes } },
  async post({ gate, key, fields, files, sender, now }) {
    const language = languageOf(sayIn.tags, fields.get('language'));
    if (!uploads.take(sender, now)) return noticeOutcome('too many', { language, status: 429 });
    const given = files['file'];
    if (!given) return page(language, 'unsentNoFile', null);
    const found = await readUnsent(given.bytes);
    if (found === null || found === 'busy') return page(language, found ?? 'unsentNotRead', null);
    const counts = { arrived: 0, refused: 0, later: 0 };
    // Some at once: they share a commit.
    for (let at = 0; at < found.answers.length; at += 50) {
      for (const { outcome } of await Promise.all(
        found.answers.slice(at, at + 50).map((one) => handInOrLater(gate, key, one, now, sender)),
      )) {
        counts[
          outcome === 'accepted'
            ? 'arrived'
            : outcome === 'full' || outcome === 'busy' || outcome === 'not yet'
              ? 'later'
              : 'refused'
        ] += 1;
      }
    }
    return redirect(takingPartPaths.unsent(language, sealPart(key, '', doneFor, JSON.stringify(counts))));
  },
});
