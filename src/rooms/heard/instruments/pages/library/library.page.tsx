import type { FieldProblem } from '#base/form.js';
import { ok } from '#base/result.js';
import { queryField } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, view, type View, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { changeInstrumentDraft } from '../../acts.js';
import { withAdded, limits } from '../../draft-edits.js';
import { isTaken, library, libraryName, takenFromLibrary } from '../../library/library.js';
import { libraryThemes } from '../../library/writing.js';
import { type InstrumentLine, type InstrumentRecord, instrumentRecord, instrumentsOf } from '../../lookups.js';
import { instrumentPaths } from '../../paths.js';
import { titleWords } from '../../view-words.js';
import { type Audience, audiences, type Item } from '../../words.js';
import { crumbsOf, instrumentParams, meanwhileMessage, seenAt } from '../shared.js';
import { LibraryView } from './library.view.js';

type Query = Readonly<Record<string, string>>;

interface Shelf {
  readonly theme: string;
  readonly audience: Audience | null;
  readonly language: string;
  readonly languages: readonly string[];
  readonly from: string;
  readonly others: readonly InstrumentLine[];
  readonly questions: readonly {
    readonly theme: string | null;
    readonly item: Item;
    readonly first: string;
    readonly isTaken: boolean;
    readonly source: { readonly library: string; readonly version: number };
  }[];
}

/** What the filters leave: of the library, or of another instrument of the same organisation. Themes are the library's own. */
async function shelfOf(db: Read, visitor: Visitor, found: InstrumentRecord, query: Query): Promise<Shelf> {
  const others = (await instrumentsOf(db, visitor.organisation)).filter(({ slug }) => slug !== found.slug);
  const other = others.find(({ slug }) => slug === queryField(query, 'from'));
  const theme = other ? '' : (libraryThemes.find((one) => one === queryField(query, 'theme')) ?? '');
  const audience = audiences.find((one) => one === queryField(query, 'audience')) ?? null;
  const { draft } = found;
  const all = other
    ? other.draft.items.map((item) => ({
        theme: null,
        item,
        first: other.draft.languages[0] ?? 'en',
        isTaken: draft.items.some(({ source }) => source?.library === other.slug && source.key === item.key),
        // An instrument that was never sealed has no version; nought says so.
        source: { library: other.slug, version: other.version ?? 0 },
      }))
    : library.map((question) => ({
        theme: question.theme,
        item: question.item,
        first: 'en',
        isTaken: isTaken(draft, question),
        source: { library: libraryName, version: question.version },
      }));
  const languages = other ? other.draft.languages : ['en', 'cy', 'ar'];
  return {
    theme,
    audience,
    language: languages.find((tag) => tag === queryField(query, 'language')) ?? languages[0] ?? 'en',
    languages,
    from: other?.slug ?? '',
    others,
    questions: all.filter(
      (one) => (theme === '' || one.theme === theme) && (audience === null || one.item.audiences.includes(audience)),
    ),
  };
}

function shown(found: InstrumentRecord, shelf: Shelf, done: string | null, problems: readonly FieldProblem[]): View {
  return {
    title: 'Library of questions',
    crumbs: crumbsOf(found, 'Library of questions'),
    main: (
      <LibraryView
        {...shelf}
        title={titleWords(found.draft)}
        seen={seenAt(found)}
        action={instrumentPaths.library(found.slug)}
        done={done}
        problems={problems}
        others={shelf.others.map(({ slug, draft }) => ({ slug, title: titleWords(draft) }))}
      />
    ),
  };
}

export const libraryPage = workPage({
  path: '/work/instruments/:instrument/library',
  params: instrumentParams,
  needs: 'lead',
  async get({ db, visitor, params: { instrument }, query }) {
    const found = await instrumentRecord(db, visitor.organisation, instrument);
    if (!found) return halt('not-found');
    return view(
      shown(
        found,
        await shelfOf(db, visitor, found, query),
        queryField(query, 'done') === 'added' ? 'The question is added at the end of the instrument.' : null,
        [],
      ),
    );
  },
  fields: { add: 'choice', seen: 'choice' },
  async post({ db, visitor, params: { instrument }, query, fields, now }): Promise<Outcome> {
    const found = await instrumentRecord(db, visitor.organisation, instrument);
    if (!found) return halt('not-found');
    const shelf = await shelfOf(db, visitor, found, query);
    const again = (message: string): Outcome => invalid(shown(found, shelf, null, [{ field: 'questions', message }]));
    const question = shelf.questions.find(({ item }) => item.key === fields.get('add'));
    if (!question) return again('Choose a question that stands here');
    if (question.isTaken)
      return again('The instrument has this question already. Change it there, or add one of your own');
    if (found.draft.items.length >= limits.items)
      return again(`An instrument has ${limits.items} questions at most. Leave one out first`);
    const item = takenFromLibrary(
      question.item,
      question.source,
      found.draft,
      found.versions.map(({ content }) => content),
    );
    const change = await changeInstrumentDraft<never>(
      db,
      whoOf(visitor, now),
      instrument,
      fields.get('seen'),
      { question: item.key, from: question.source.library },
      (draft) => ok(withAdded(draft, item, null)),
    );
    if (change.ok) {
      const { theme, audience, language, from } = shelf;
      const wish = {
        ...(theme === '' ? {} : { theme }),
        ...(audience === null ? {} : { audience }),
        language,
        from,
        done: 'added',
      };
      const place = `#library-${encodeURIComponent(question.item.key)}`;
      return redirect(`${instrumentPaths.library(instrument, wish)}${place}`);
    }
    return change.problem === 'not there'
      ? halt('not-found')
      : again(`${meanwhileMessage}. Look whether it has the question now, then add it again`);
  },
});
