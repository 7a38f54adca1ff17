import { z } from 'zod';
import { slugParameter } from '#kit/address.js';
import type { FieldLimits } from '#kit/fields.js';
import { noForm } from '#kit/form/form-page.js';
import { removalPage } from '#kit/form/removal-page.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { PageHeading } from '#ui/page/page.js';
import { editFramework, publishFramework } from '../../acts.js';
import { frameworkChanges } from '../../changes.js';
import { type FrameworkSheet, frameworkSheet } from '../../lookups.js';
import { type DraftDone, frameworkPaths } from '../../paths.js';
import { asDraft, frameworkProblems, promisedThemes } from '../../rules.js';
import type { FrameworkContent, FrameworkEdit } from '../../words.js';
import { FrameworkMain } from '../framework/framework.view.js';
import {
  aboutForm,
  askForm,
  everyTheme,
  type Formed,
  kindsOf,
  placeField,
  themeForm,
  titleField,
  wordingForm,
} from './work-framework.form.js';
import { DraftView } from './work-framework.view.js';
import { EditAbout, EditAsk, type EditProps, EditTheme, EditWording } from './edit.view.js';
import { problemWords } from './problem-words.js';

const ofFramework = z.object({ framework: slugParameter });
/** What of a draft an address names by its key. */
type Part = 'theme' | 'ask' | 'wording';

/** The key in an address of that part, null for the draft as a whole. */
function paramsOf(part: Part | null): z.ZodType<{ readonly framework: string; readonly key: string | null }> {
  return z
    .record(z.string(), slugParameter)
    .transform((given) => ({ framework: given['framework'] ?? '', key: part === null ? null : (given[part] ?? '') }));
}

const doneWords: Readonly<Record<DraftDone, string>> = {
  begun: 'The framework is begun. Nobody sees it until you publish it.',
  saved: 'Saved. Readers see it with the next version.',
  removed: 'Removed. Readers see it with the next version.',
  published: 'Published.',
};

function crumbs(sheet: FrameworkSheet, here: string | null) {
  return [
    { text: 'Workspace', href: '/work' },
    { text: 'Your frameworks', href: frameworkPaths.own() },
    ...(here === null
      ? [{ text: sheet.draft.name }]
      : [{ text: sheet.draft.name, href: frameworkPaths.draft(sheet.slug) }, { text: here }]),
  ];
}

function overview(sheet: FrameworkSheet, done: string | null): View {
  const { slug, draft, kind, retired, published } = sheet;
  return {
    title: `${draft.name}: draft`,
    crumbs: crumbs(sheet, null),
    main: (
      <DraftView
        draft={draft}
        version={published?.version ?? null}
        changes={published ? frameworkChanges(asDraft(published.content), draft) : []}
        problems={frameworkProblems(draft, kind, retired).map((problem) => problemWords(problem, draft))}
        done={done}
        paths={{
          about: frameworkPaths.about(slug),
          preview: frameworkPaths.preview(slug),
          publish: frameworkPaths.publish(slug),
          readers: published ? frameworkPaths.one(slug) : null,
          newTheme: frameworkPaths.newTheme(slug),
          newAsk: frameworkPaths.newAsk(slug),
          newWording: frameworkPaths.newWording(slug),
          theme: (key) => ({
            edit: frameworkPaths.theme(slug, key),
            move: frameworkPaths.moveTheme(slug, key),
            remove: frameworkPaths.removeTheme(slug, key),
          }),
          ask: (key) => ({
            edit: frameworkPaths.ask(slug, key),
            move: frameworkPaths.moveAsk(slug, key),
            remove: frameworkPaths.removeAsk(slug, key),
          }),
          wording: (key) => ({
            edit: frameworkPaths.wording(slug, key),
            move: null,
            remove: frameworkPaths.removeWording(slug, key),
          }),
        }}
      />
    ),
  };
}

export const draftPage = workPage({
  path: '/work/frameworks/:framework',
  params: ofFramework,
  needs: 'lead',
  async get({ db, visitor, params, query }) {
    const sheet = await frameworkSheet(db, visitor.organisation, params.framework);
    if (!sheet) return halt('not-found');
    const done = Object.entries(doneWords).find(([code]) => code === query['done'])?.[1] ?? null;
    return view(overview(sheet, done));
  },
});

export const previewPage = workPage({
  path: '/work/frameworks/:framework/preview',
  params: ofFramework,
  needs: 'lead',
  async get({ db, visitor, params }) {
    const sheet = await frameworkSheet(db, visitor.organisation, params.framework);
    if (!sheet) return halt('not-found');
    const { name, ...draft } = sheet.draft;
    const content: FrameworkContent = {
      format: 'kept-framework/1',
      framework: { slug: sheet.slug, name, kind: sheet.kind },
      organisation: { slug: '', name: '' },
      ...draft,
    };
    return view({
      title: `${name}: preview`,
      crumbs: crumbs(sheet, 'Preview'),
      main: (
        <>
          <PageHeading caption="Not published yet" lead={draft.summary}>
            {name}
          </PageHeading>
          <FrameworkMain content={content} />
        </>
      ),
    });
  },
});

export const publishPage = workPage({
  path: '/work/frameworks/:framework/publish',
  params: ofFramework,
  needs: 'lead',
  fields: {},
  async post({ db, visitor, params, now }): Promise<Outcome> {
    const sheet = await frameworkSheet(db, visitor.organisation, params.framework, true);
    if (!sheet) return halt('not-found');
    const published = await publishFramework(db, whoOf(visitor, now), sheet.id);
    // The page itself says what keeps a draft from being published.
    return published.ok
      ? redirect(frameworkPaths.draft(params.framework, 'published'))
      : invalid(overview(sheet, null));
  },
});

interface EditPage {
  readonly path: string;
  /** What its form may bring. */
  readonly takes: FieldLimits;
  readonly title: string;
  readonly part: Part | null;
  /** What stands there, by field; null where the draft has nothing of that key. */
  readonly standing: (sheet: FrameworkSheet, key: string | null) => Readonly<Record<string, string>> | null;
  readonly form: (get: (name: string) => string, sheet: FrameworkSheet, key: string | null) => Formed;
  readonly fields: (sheet: FrameworkSheet, key: string | null) => readonly string[];
  readonly show: (props: EditProps, sheet: FrameworkSheet, key: string | null) => ReturnType<typeof EditAbout>;
}

/** One form for one part of the draft: shows what stands there, takes one edit, keeps what was typed where it is refused. */
function editPage(page: EditPage) {
  function shown(sheet: FrameworkSheet, key: string | null, props: Pick<EditProps, 'typed' | 'problems'>): View {
    const action = page.path
      .replace(':framework', encodeURIComponent(sheet.slug))
      .replace(/:(theme|ask|wording)$/, encodeURIComponent(key ?? ''));
    return {
      title: page.title,
      crumbs: crumbs(sheet, page.title),
      main: page.show({ ...props, action, framework: sheet.draft.name }, sheet, key),
    };
  }
  return workPage<{ readonly framework: string; readonly key: string | null }>({
    path: page.path,
    params: paramsOf(page.part),
    needs: 'lead',
    async get({ db, visitor, params }) {
      const sheet = await frameworkSheet(db, visitor.organisation, params.framework);
      const typed = sheet && page.standing(sheet, params.key);
      return sheet && typed ? view(shown(sheet, params.key, { typed, problems: [] })) : halt('not-found');
    },
    fields: page.takes,
    async post({ db, visitor, params, fields, now }): Promise<Outcome> {
      const { key } = params;
      const sheet = await frameworkSheet(db, visitor.organisation, params.framework, true);
      if (!sheet || page.standing(sheet, key) === null) return halt('not-found');
      const { edit, problems } = page.form(fields.get, sheet, key);
      const typed = Object.fromEntries(page.fields(sheet, key).map((name) => [name, fields.get(name)]));
      if (edit === null) return invalid(shown(sheet, key, { typed, problems }));
      const made = await editFramework(db, whoOf(visitor, now), params.framework, edit);
      return made.ok ? redirect(frameworkPaths.draft(params.framework, 'saved')) : halt('not-found');
    },
  });
}

export const aboutPage = editPage({
  path: '/work/frameworks/:framework/about',
  takes: { name: 'line', summary: 'text', sources: 'text' },
  title: 'Name, summary, sources',
  part: null,
  standing: ({ draft }) => ({ name: draft.name, summary: draft.summary, sources: draft.sources.join('\n') }),
  form: (get) => aboutForm(get),
  fields: () => ['name', 'summary', 'sources'],
  show: (props) => <EditAbout {...props} />,
});

function wasPublished(sheet: FrameworkSheet, of: 'themes' | 'asks', key: string | null): boolean {
  return sheet.published?.content[of].some((one) => one.key === key) ?? false;
}

function themePage(path: string, title: string, part: Part | null) {
  return editPage({
    path,
    takes: { title: 'line', kind: 'choice', meaning: 'text', examples: 'text' },
    title,
    part,
    standing({ draft, kind }, key) {
      if (key === null) return { title: '', kind: kindsOf(kind)[0] ?? '', meaning: '', examples: '' };
      const theme = draft.themes.find((one) => one.key === key);
      return theme
        ? { title: theme.title, kind: theme.kind, meaning: theme.meaning, examples: theme.examples.join('\n') }
        : null;
    },
    form: (get, { kind }, key) => themeForm(get, kind, key),
    fields: () => ['title', 'kind', 'meaning', 'examples'],
    show: (props, sheet, key) => (
      <EditTheme
        {...props}
        kinds={kindsOf(sheet.kind)}
        isNew={key === null}
        isPublished={wasPublished(sheet, 'themes', key)}
      />
    ),
  });
}

export const newThemePage = themePage('/work/frameworks/:framework/themes/new', 'A new theme', null);
export const themeEditPage = themePage('/work/frameworks/:framework/themes/:theme', 'A theme', 'theme');

function askPage(path: string, title: string, part: Part | null) {
  return editPage({
    path,
    takes: { text: 'text', audience: 'choice', theme: 'choice' },
    title,
    part,
    standing({ draft }, key) {
      if (key === null) return { text: '', audience: '', theme: everyTheme };
      const ask = draft.asks.find((one) => one.key === key);
      return ask ? { text: ask.text, audience: ask.audience, theme: ask.theme ?? everyTheme } : null;
    },
    form: (get, { draft }, key) => askForm(get, draft.themes, key),
    fields: () => ['text', 'audience', 'theme'],
    show: (props, sheet, key) => (
      <EditAsk
        {...props}
        themes={sheet.draft.themes}
        isNew={key === null}
        isPublished={wasPublished(sheet, 'asks', key)}
      />
    ),
  });
}

export const newAskPage = askPage('/work/frameworks/:framework/asks/new', 'A new ask', null);
export const askEditPage = askPage('/work/frameworks/:framework/asks/:ask', 'An ask', 'ask');

function wordingPage(path: string, title: string, part: Part | null) {
  const themesOf = (sheet: FrameworkSheet) => promisedThemes(sheet.kind, sheet.draft.themes);
  return editPage({
    path,
    takes: { name: 'line', 'title-*': 'line', 'place-*': 'line' },
    title,
    part,
    standing(sheet, key) {
      if (key === null) return { name: '' };
      const wording = sheet.draft.wordings.find((one) => one.key === key);
      return wording
        ? Object.fromEntries([
            ['name', wording.name],
            ...wording.themes.flatMap((one, index) => [
              [titleField(one.theme), one.title],
              [placeField(one.theme), String(index + 1)],
            ]),
          ])
        : null;
    },
    form: (get, sheet, key) => wordingForm(get, themesOf(sheet), key),
    fields: (sheet) => ['name', ...themesOf(sheet).flatMap(({ key }) => [titleField(key), placeField(key)])],
    show: (props, sheet, key) => <EditWording {...props} themes={themesOf(sheet)} isNew={key === null} />,
  });
}

export const newWordingPage = wordingPage('/work/frameworks/:framework/wordings/new', 'Further names', null);
export const wordingEditPage = wordingPage('/work/frameworks/:framework/wordings/:wording', 'Other names', 'wording');

/** A button that makes one edit and leads back to the draft. */
function actPage(path: string, part: Part, done: DraftDone, edit: (key: string, way: string) => FrameworkEdit | null) {
  return workPage({
    path,
    params: paramsOf(part),
    needs: 'lead',
    fields: { way: 'choice' },
    async post({ db, visitor, params, fields, now }): Promise<Outcome> {
      const wanted = edit(params.key ?? '', fields.get('way'));
      if (!wanted) return halt('not-found');
      const made = await editFramework(db, whoOf(visitor, now), params.framework, wanted);
      return made.ok ? redirect(frameworkPaths.draft(params.framework, done)) : halt('not-found');
    },
  });
}

function moveEdit(code: 'move theme' | 'move ask') {
  return (key: string, way: string): FrameworkEdit | null =>
    way === 'up' || way === 'down' ? { code, key, way } : null;
}

export const moveThemePage = actPage(
  '/work/frameworks/:framework/themes/:theme/move',
  'theme',
  'saved',
  moveEdit('move theme'),
);
export const moveAskPage = actPage('/work/frameworks/:framework/asks/:ask/move', 'ask', 'saved', moveEdit('move ask'));
/** What of a draft can be removed: its words there, and where. */
const removals = {
  theme: {
    heading: 'Remove this theme',
    lead: 'The theme and its asks leave the draft. Published versions keep them.',
    button: 'Remove the theme',
    edit: (key: string): FrameworkEdit => ({ code: 'remove theme', key }),
    path: frameworkPaths.removeTheme,
    named: ({ draft }: FrameworkSheet, key: string) => draft.themes.find((one) => one.key === key)?.title,
  },
  ask: {
    heading: 'Remove this ask',
    lead: 'It leaves the draft. Published versions keep it.',
    button: 'Remove the ask',
    edit: (key: string): FrameworkEdit => ({ code: 'remove ask', key }),
    path: frameworkPaths.removeAsk,
    named: ({ draft }: FrameworkSheet, key: string) => draft.asks.find((one) => one.key === key)?.text,
  },
  wording: {
    heading: 'Remove these other names',
    lead: 'They go from the draft. Published versions keep them.',
    button: 'Remove the names',
    edit: (key: string): FrameworkEdit => ({ code: 'remove wording', key }),
    path: frameworkPaths.removeWording,
    named: ({ draft }: FrameworkSheet, key: string) => draft.wordings.find((one) => one.key === key)?.name,
  },
} as const;

function removePage(path: string, part: Part) {
  const { heading, lead, button, edit, path: action, named } = removals[part];
  return removalPage({
    path,
    params: paramsOf(part),
    needs: 'lead',
    async find({ db, visitor, params }) {
      const sheet = await frameworkSheet(db, visitor.organisation, params.framework);
      const key = params.key ?? '';
      const caption = sheet && named(sheet, key);
      return sheet && caption !== undefined ? { sheet, key, caption } : null;
    },
    asks: ({ sheet, key, caption }) => ({
      crumbs: crumbs(sheet, heading).slice(0, -1),
      caption,
      heading,
      lead,
      button,
      action: action(sheet.slug, key),
      back: frameworkPaths.draft(sheet.slug),
    }),
    act: ({ db, visitor, now }, { sheet, key }) => editFramework(db, whoOf(visitor, now), sheet.slug, edit(key)),
    refused: () => noForm(halt('not-found')),
    goes: ({ sheet }) => frameworkPaths.draft(sheet.slug, 'removed'),
  });
}

export const removeThemePage = removePage('/work/frameworks/:framework/themes/:theme/remove', 'theme');
export const removeAskPage = removePage('/work/frameworks/:framework/asks/:ask/remove', 'ask');
export const removeWordingPage = removePage('/work/frameworks/:framework/wordings/:wording/remove', 'wording');
