import type { FieldProblem, Typed } from '#base/form.js';
import { typedIn } from '#kit/typed.js';
import { z } from 'zod';
import { csvText } from '#base/csv.js';
import { isUuid } from '#base/id.js';
import { queryField, wordsAsked } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { themeList } from '#rooms/ground/frameworks/index.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { readQuote, recordQuoteDraft, recordTextQuote, setQuoteAside } from '../../acts.js';
import { type Quote, quotesOf, textsToQuote, themeNames } from '../../lookups.js';
import { focusGroupPaths } from '../../paths.js';
import { attribution, lacksOf, leastGroup, saidBy } from '../../rules.js';
import { doneWords, problemWords } from '../../view-words.js';
import { readQuoteForm, themesTyped } from '../focus-groups/conversation.form.js';
import { Quotes, QuoteView, TextsToQuote } from './quotes.view.js';

const crumbs = [
  { text: 'Workspace', href: '/work' },
  { text: 'Focus groups and interviews', href: focusGroupPaths.all() },
];

function isUsable(quote: Quote): boolean {
  return !quote.set_aside && lacksOf(quote).length === 0;
}

export const quotesPage = workPage({
  path: '/work/quotes',
  params: z.object({}),
  needs: 'lead',
  async get({ db, visitor, query }) {
    const quotes = await quotesOf(db, visitor.organisation);
    const nameOf = await themeNames(db);
    const theme = queryField(query, 'theme') || null;
    const found = [...new Set(quotes.flatMap(({ themes }) => themes))].toSorted((a, b) =>
      nameOf(a).localeCompare(nameOf(b), 'en'),
    );
    const line = (one: Quote) => ({
      href: focusGroupPaths.quote(one.id),
      words: one.words,
      said: attribution(one.who, one.phase),
      themes: one.themes.map(nameOf),
      lacks: lacksOf(one),
      aside: one.set_aside,
    });
    const groups = [
      ...found
        .filter((one) => theme === null || one === theme)
        .map((one) => ({
          theme: nameOf(one),
          href: theme === null ? focusGroupPaths.quotes(one) : null,
          lines: quotes.filter(({ themes }) => themes.includes(one)).map(line),
        })),
      ...(theme === null
        ? [
            {
              theme: 'Without a theme',
              href: null,
              lines: quotes.filter(({ themes }) => themes.length === 0).map(line),
            },
          ]
        : []),
    ].filter(({ lines }) => lines.length > 0);
    return view({
      title: 'Quotes',
      crumbs: [...crumbs, { text: 'Quotes' }],
      main: (
        <Quotes
          groups={groups}
          theme={theme === null ? null : nameOf(theme)}
          all={focusGroupPaths.quotes()}
          csv={focusGroupPaths.csv()}
          texts={focusGroupPaths.texts()}
          conversations={focusGroupPaths.all()}
          usable={quotes.filter(isUsable).length}
        />
      ),
    });
  },
});

/** Usable quotes: who and phase, theme, words, and nothing else (P16). */
export const quotesCsvPage = workPage({
  path: '/work/quotes.csv',
  params: z.object({}),
  needs: 'lead',
  async get({ db, visitor }) {
    const nameOf = await themeNames(db);
    const usable = (await quotesOf(db, visitor.organisation)).filter(isUsable);
    // In the order of the words: that of the rows would tell which were said together.
    const rows = usable
      .flatMap((one) =>
        (one.themes.length === 0 ? [''] : one.themes.map(nameOf)).map((theme) => [
          attribution(one.who, one.phase),
          theme,
          one.words ?? '',
        ]),
      )
      .toSorted((a, b) => a.join('\n').localeCompare(b.join('\n'), 'en'));
    return {
      kind: 'file',
      body: csvText([['said by', 'theme', 'words'], ...rows]),
      type: 'text/csv; charset=utf-8',
      download: 'quotes.csv',
    };
  },
});

async function shownTexts(
  db: Read,
  visitor: Visitor,
  problems: readonly FieldProblem[],
  done: string | null,
): Promise<View> {
  const texts = await textsToQuote(db, visitor.organisation);
  const said = (audience: string): string => {
    const { who, phase } = saidBy(audience);
    return attribution(who, phase);
  };
  return {
    title: 'Quotes from cleared texts',
    crumbs: [...crumbs, { text: 'Quotes', href: focusGroupPaths.quotes() }, { text: 'From cleared texts' }],
    main: (
      <TextsToQuote
        action={focusGroupPaths.texts()}
        back={focusGroupPaths.quotes()}
        done={done}
        problems={problems}
        texts={texts.map((one) => ({
          id: one.id,
          survey: one.survey,
          surveyName: one.survey_name,
          said: said(one.audience),
          language: one.language,
          words: one.words,
        }))}
      />
    ),
  };
}

export const quoteTextsPage = workPage({
  path: '/work/quotes/texts',
  params: z.object({}),
  needs: 'lead',
  async get({ db, visitor, query }) {
    return view(await shownTexts(db, visitor, [], wordsAsked(doneWords, query)));
  },
  fields: { survey: 'choice', text: 'choice' },
  async post({ db, visitor, fields, now }): Promise<Outcome> {
    const [survey, text] = [fields.get('survey'), fields.get('text')];
    const saved =
      isUuid(survey) && isUuid(text)
        ? await recordTextQuote(db, whoOf(visitor, now), survey, text)
        : ({ ok: false, problem: 'not cleared' } as const);
    return saved.ok
      ? redirect(focusGroupPaths.texts('quoted'))
      : invalid(await shownTexts(db, visitor, [{ field: text, message: problemWords(saved.problem) }], null));
  },
});

async function shown(
  db: Read,
  visitor: Visitor,
  quote: Quote,
  typed: Typed | null,
  problems: readonly FieldProblem[],
  done: string | null,
): Promise<View> {
  const themes = (await themeList(db)).map(({ framework, framework_name, key, title }) => ({
    value: `${framework} ${key}`,
    text: `${title} (${framework_name})`,
  }));
  const kept = {
    words: quote.words ?? '',
    ...themesTyped(
      quote.themes,
      themes.map(({ value }) => value),
    ),
  };
  return {
    title: 'A quote',
    crumbs: [...crumbs, { text: 'Quotes', href: focusGroupPaths.quotes() }, { text: 'A quote' }],
    main: (
      <QuoteView
        action={focusGroupPaths.quote(quote.id)}
        back={focusGroupPaths.quotes()}
        done={done}
        problems={problems}
        typed={typed ?? kept}
        words={quote.words}
        version={quote.version}
        said={attribution(quote.who, quote.phase)}
        isWritten={quote.text !== null}
        coder={quote.coder}
        reader={quote.reader}
        recognisable={quote.recognisable}
        eligible={quote.eligible !== null && quote.eligible >= leastGroup}
        lacks={lacksOf(quote)}
        aside={quote.set_aside}
        mayRead={quote.coded_by !== visitor.account}
        themes={themes}
      />
    ),
  };
}

export const quotePage = workPage({
  path: '/work/quotes/:quote',
  params: z.object({ quote: z.string().refine(isUuid) }),
  needs: 'lead',
  async get({ db, visitor, params: { quote: id }, query }) {
    const [quote] = await quotesOf(db, visitor.organisation, { quote: id });
    return quote ? view(await shown(db, visitor, quote, null, [], wordsAsked(doneWords, query))) : halt('not-found');
  },
  fields: { act: 'choice', recognisable: 'choice', seen: 'choice', words: 'text', theme: 'choice', own: 'line' },
  async post({ db, visitor, params: { quote: id }, fields, now }): Promise<Outcome> {
    const [quote] = await quotesOf(db, visitor.organisation, { quote: id });
    if (!quote) return halt('not-found');
    const who = whoOf(visitor, now);
    const act = fields.get('act');
    if (act === 'read') {
      const answer = fields.get('recognisable');
      if (answer !== 'yes' && answer !== 'no')
        return invalid(
          await shown(
            db,
            visitor,
            quote,
            null,
            [{ field: 'recognisable', message: 'Say whether somebody could recognise who said this' }],
            null,
          ),
        );
      const read = await readQuote(db, who, id, answer === 'yes', Number(fields.get('seen') || Number.NaN));
      return read.ok
        ? redirect(focusGroupPaths.quote(id, 'read'))
        : invalid(
            await shown(
              db,
              visitor,
              quote,
              null,
              [{ field: 'recognisable', message: problemWords(read.problem) }],
              null,
            ),
          );
    }
    if (act === 'aside' || act === 'back') {
      await setQuoteAside(db, who, id, act === 'aside');
      return redirect(focusGroupPaths.quote(id, 'saved'));
    }
    const typed = typedIn(fields);
    const isSaid = quote.text === null;
    const { draft, problems } = readQuoteForm(
      typed,
      (await themeList(db)).map(({ framework, key }) => `${framework} ${key}`),
      isSaid,
    );
    if (problems.length > 0) return invalid(await shown(db, visitor, quote, typed, problems, null));
    const saved = await recordQuoteDraft(db, who, id, isSaid ? draft.words : null, draft.themes);
    return saved.ok ? redirect(focusGroupPaths.quote(id, 'saved')) : halt('not-found');
  },
});
