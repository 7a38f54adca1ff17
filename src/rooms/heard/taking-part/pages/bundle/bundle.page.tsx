import { render } from 'preact-render-to-string';
import type { VNode } from 'preact';
import { z } from 'zod';
import { slugParameter } from '#kit/address.js';
import type { Outcome } from '#kit/page.js';
import { directionOf, inLanguage } from '#rooms/heard/instruments/index.js';
import { optionsShown, walkOf } from '../../asked-questions.js';
import type { Bundle } from '../../bundle.js';
import { publicKeyOf } from '../../envelope.js';
import { takingPartPaths } from '../../paths.js';
import { receiptList } from '../../receipt-words.js';
import { sayIn } from '../../said.js';
import { surveyKeys } from '../../survey-keys.js';
import { ticketFor } from '../../tickets.js';
import { entryFor, wantedLanguage } from '../entry.js';
import { spokenByScripts } from '../tools.view.js';
import { QuestionStep, SendStep } from '../question/step.view.js';
import { NoticeView, ThanksView } from '../states/states.view.js';
import { WaitingView } from './waiting.view.js';
import { takePage } from '../limited.js';

/** The whole survey in a language, as the script (script/offline.client.ts) shows it without a connection: every page as the server would send it. */
export const bundlePage = takePage({
  by: 'code',
  json: true,
  path: '/take/:code/pages',
  params: z.object({ code: slugParameter }),
  async get(context): Promise<Outcome> {
    const entry = await entryFor(context, context.params.code, wantedLanguage(context.query));
    if (entry.kind === 'refused')
      return {
        kind: 'json',
        status: entry.outcome.kind === 'view' && entry.outcome.status === 429 ? 429 : 422,
        body: {},
      };
    const {
      code,
      asked,
      language,
      opened: { state, survey, audience, kind, place },
    } = entry;
    // Full may mean that the place of whoever asks is taken: by themselves. What is asked is no secret of those who sit.
    const keys =
      state === 'open' || state === 'full' ? await surveyKeys(context.gate, context.key, survey, context.now) : null;
    if (keys === null) return { kind: 'json', status: 409, body: { state } };
    const [first = 'en'] = asked.languages;
    const say = sayIn(language);
    const table = sayIn(language).table;
    const step = { code, language, of: '', state: null, hasBefore: true, languages: asked.languages };
    const html = (node: VNode): string => render(node);
    // Pages of Kept's own words stand in a document in the survey's language.
    const own = (node: VNode): string => html(say.tongue.lang === undefined ? node : <div {...say.tongue}>{node}</div>);
    const again =
      kind === 'class session' ? ({ href: takingPartPaths.one(code, language), says: 'nextPerson' } as const) : null;
    const items = walkOf(asked, audience).map((item) => {
      const shown = optionsShown(item, null);
      return {
        key: item.key,
        kind: item.kind,
        when: item.when,
        atMost: item.atMost,
        least: item.least,
        most: item.most,
        answers: shown.filter(({ missing }) => missing === null).map(({ key }) => key),
        rest: shown.filter(({ missing }) => missing !== null).map(({ key }) => key),
        html: html(
          <QuestionStep
            {...step}
            item={item}
            audience={audience}
            first={first}
            value={undefined}
            problem={null}
            seed={null}
            turnTo={place.turnTo}
            progress={{ number: 0, total: 0 }}
            isPassed={false}
          />,
        ),
      };
    });
    const {
      progress,
      information,
      sendSome,
      error,
      tooMany,
      notANumber,
      outOfBounds,
      tooLong,
      notAnOption,
      noStore,
      passed,
      goOnTitle,
      goOn,
      begunGo,
      noOtherLanguage,
    } = table;
    return {
      kind: 'json',
      status: 200,
      body: {
        // Of a session: there are so many places and no more. A link has no such bound, and after its end nobody new comes in.
        ...(kind === 'class session' ? { ticket: ticketFor(context.key, 'late', code) } : {}),
        survey,
        publicKey: publicKeyOf(keys),
        code,
        kind,
        audience,
        language,
        direction: directionOf(language),
        title: inLanguage(asked.title, language, first),
        items,
        pages: {
          send: own(<SendStep {...step} answered={0} total={0} wait={null} />),
          thanks: own(<ThanksView language={language} receipt={[0, 0, 0, 0]} turnTo={place.turnTo} next={again} />),
          waiting: own(
            <WaitingView say={say} title="waitingTitle" what="waiting" turnTo={place.turnTo} next={again} />,
          ),
          refused: own(
            <WaitingView say={say} title="refusedTitle" what="refused" turnTo={place.turnTo} next={again} />,
          ),
          left: own(<NoticeView notice="left" language={language} turnTo={place.turnTo} code={code} />),
          gone: own(<NoticeView notice="gone" language={language} turnTo={place.turnTo} code={code} />),
        },
        words: {
          progress,
          information,
          sendSome,
          error,
          tooMany,
          notANumber,
          outOfBounds,
          tooLong,
          notAnOption,
          noStore,
          passed,
          goOnTitle,
          goOn,
          begunGo,
          noOtherLanguage,
        },
        tools: Object.fromEntries(spokenByScripts.map((name) => [name, table[name]])),
        things: receiptList(language),
      } satisfies Bundle,
    };
  },
});
