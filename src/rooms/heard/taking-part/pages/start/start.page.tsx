import { z } from 'zod';
import { slugParameter } from '#kit/address.js';
import { view } from '#kit/page.js';
import { inLanguage } from '#rooms/heard/instruments/index.js';
import { sayIn } from '../../said.js';
import { entryFor, inTongue, noticeOutcome, wantedLanguage } from '../entry.js';
import { StartView } from './start.view.js';
import { takePage } from '../limited.js';

/** Where a QR code leads: what is asked, by whom, and what happens with the answers. */
export const startPage = takePage({
  by: 'code',
  path: '/take/:code',
  params: z.object({ code: slugParameter }),
  async get(context) {
    const entry = await entryFor(context, context.params.code, wantedLanguage(context.query));
    if (entry.kind === 'refused') return entry.outcome;
    const {
      code,
      asked,
      language,
      opened: { state, audience, place, closesOn },
    } = entry;
    // Full, and one of the places may be this browser's own: then it starts again, or goes forward to its answers.
    if (state !== 'open' && !(state === 'full' && context.attempt !== null))
      return noticeOutcome(state, { language, turnTo: place.turnTo, code });
    return view(
      inTongue(language, {
        title: `${sayIn(language)('noticeTitle')} - ${inLanguage(asked.title, language, asked.languages[0] ?? 'en')}`,
        main: (
          <StartView
            code={code}
            asked={asked}
            audience={audience}
            place={place}
            language={language}
            closesOn={closesOn}
          />
        ),
      }),
    );
  },
});
