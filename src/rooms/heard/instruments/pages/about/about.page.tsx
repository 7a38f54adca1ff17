import type { FieldProblem } from '#base/form.js';
import { ok } from '#base/result.js';
import { queryField } from '#kit/address.js';
import { halt, invalid, type Outcome, redirect, view, type View, workPage } from '#kit/page.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { changeInstrumentDraft } from '../../acts.js';
import { limits, withLanguage, withoutLanguage, wordsIn } from '../../draft-edits.js';
import { type InstrumentRecord, instrumentRecord } from '../../lookups.js';
import { instrumentPaths } from '../../paths.js';
import { titleWords } from '../../view-words.js';
import type { InstrumentContent } from '../../words.js';
import { crumbsOf, instrumentParams, meanwhileMessage, seenAt } from '../shared.js';
import { languageOffers, readTitle, titleProblems, type TitleTyped, withTitle } from './about.form.js';
import { AboutView } from './about.view.js';

function shown(
  found: InstrumentRecord,
  typed: TitleTyped,
  more: {
    readonly problems?: readonly FieldProblem[];
    readonly leaving?: string;
    readonly done?: string;
    readonly seen?: string;
  } = {},
): View {
  const { draft } = found;
  return {
    title: 'Title and languages',
    crumbs: crumbsOf(found, 'Title and languages'),
    main: (
      <AboutView
        title={titleWords(draft)}
        seen={more.seen ?? seenAt(found)}
        done={more.done ?? null}
        typed={typed}
        problems={more.problems ?? []}
        languages={draft.languages.map((tag) => ({
          tag,
          texts: wordsIn(draft, tag),
          sounds: draft.items.reduce(
            (sum, { sounds = [] }) => sum + sounds.filter(({ language }) => language === tag).length,
            0,
          ),
        }))}
        offers={languageOffers.filter((tag) => !draft.languages.includes(tag))}
        leaving={more.leaving ?? null}
      />
    ),
  };
}

/** The title in each language, a language more, a language less. */
export const aboutPage = workPage({
  path: '/work/instruments/:instrument/about',
  params: instrumentParams,
  needs: 'lead',
  async get({ db, visitor, params: { instrument }, query }) {
    const found = await instrumentRecord(db, visitor.organisation, instrument);
    return found
      ? view(
          shown(
            found,
            found.draft.title,
            queryField(query, 'done') === 'saved' ? { done: 'The languages are changed.' } : {},
          ),
        )
      : halt('not-found');
  },
  fields: { seen: 'choice', act: 'choice', 'title-*': 'line', language: 'choice' },
  async post({ db, visitor, params: { instrument }, fields, now }): Promise<Outcome> {
    const found = await instrumentRecord(db, visitor.organisation, instrument);
    if (!found) return halt('not-found');
    const { languages } = found.draft;
    const typed = readTitle(fields, languages);
    const seen = fields.get('seen');
    const [verb = '', tag = ''] = fields.get('act').split(' ');
    const isOther = languages.indexOf(tag) > 0;
    if (verb === 'leave' && isOther) return view(shown(found, typed, { leaving: tag, seen }));
    if (verb === 'keep') return view(shown(found, typed, { seen }));
    const chosen = languageOffers.find((offer) => offer === fields.get('language') && !languages.includes(offer));
    const problems: readonly FieldProblem[] =
      verb === 'drop'
        ? []
        : [
            ...titleProblems(typed, languages),
            ...(verb === 'language' && chosen === undefined
              ? [{ field: 'language', message: 'Choose the language to add' }]
              : []),
            ...(verb === 'language' && languages.length >= limits.languages
              ? [
                  {
                    field: 'language',
                    message: `An instrument has ${limits.languages} languages at most. Leave one out first`,
                  },
                ]
              : []),
          ];
    if (problems.length > 0) return invalid(shown(found, typed, { problems, seen }));
    // What was typed into the titles is saved with every button.
    const changed = (draft: InstrumentContent): InstrumentContent => {
      const titled = titleProblems(typed, languages).length === 0 ? withTitle(draft, typed) : draft;
      if (verb === 'drop' && isOther) return withoutLanguage(titled, tag);
      return verb === 'language' && chosen !== undefined ? withLanguage(titled, chosen) : titled;
    };
    const what =
      verb === 'drop' ? { languageLeftOut: tag } : verb === 'language' ? { language: chosen } : { title: true };
    const change = await changeInstrumentDraft<never>(db, whoOf(visitor, now), instrument, seen, what, (draft) =>
      ok(changed(draft)),
    );
    if (change.ok)
      return redirect(
        verb === 'drop' || verb === 'language'
          ? `${instrumentPaths.about(instrument)}?done=saved`
          : instrumentPaths.one(instrument, 'saved'),
      );
    if (change.problem === 'not there') return halt('not-found');
    return invalid(
      shown(found, typed, {
        problems: [
          {
            field: `title-${languages[0] ?? 'en'}`,
            message: `${meanwhileMessage}. What you typed stands here and is not saved: look at the languages, then press again`,
          },
        ],
        ...(verb === 'drop' && isOther ? { leaving: tag } : {}),
      }),
    );
  },
});
