/** What happens to a framework: its keeper drafts it, and publishes a version. */
import { type Result, ok, refused } from '#base/result.js';
import { json } from '#kit/db/client.js';
import { saveUnderFreeSlug } from '#kit/db/free-slug.js';
import type { Write } from '#kit/db/gate.js';
import { tell } from '#kit/events.js';
import { newId } from '#kit/id.js';
import { journal } from '#kit/journal.js';
import { publishNext } from '#kit/publications/publications.js';
import { showOrganisation, type Who } from '#rooms/ground/people/index.js';
import { frameworkChanges } from './changes.js';
import { editedDraft } from './draft-edits.js';
import { frameworkRecord, type FrameworkSheet, frameworkSheet, takenSlugs } from './lookups.js';
import { renderFrameworkHtml } from './pages/framework/render.js';
import { frameworkPaths } from './paths.js';
import { asDraft, draftKeys, frameworkProblems, promisedThemes } from './rules.js';
import type { FrameworkContent, FrameworkDraft, FrameworkEdit, FrameworkKind, FrameworkProblem } from './words.js';

/** Begins a framework from a draft, usually a template's. Its short name stays with it for ever. */
export async function recordFramework(
  write: Write,
  who: Who,
  kind: FrameworkKind,
  draft: FrameworkDraft,
): Promise<{ readonly id: string; readonly slug: string }> {
  const taken = new Set(await takenSlugs(write));
  const row = { organisation: who.organisation, id: newId(who.now), kind, draft: json(draft), changed_at: who.now };
  const kept = await saveUnderFreeSlug(
    draft.name,
    (slug) =>
      write
        .insertInto('record.framework')
        .values({ ...row, slug })
        .onConflict((conflict) => conflict.constraint('framework_slug_free').doNothing())
        .returning(['id', 'slug'])
        .executeTakeFirst(),
    (slug) => taken.has(slug),
  );
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'record',
    kind: 'framework',
    thing: kept.id,
    detail: { slug: kept.slug },
  });
  return kept;
}

/** Makes one change to the draft; what is published stays as it is until the next version. Gives the key that the change was about. */
export async function editFramework(
  write: Write,
  who: Who,
  slug: string,
  edit: FrameworkEdit,
): Promise<Result<{ readonly key: string | null }, 'not there'>> {
  const found = await frameworkSheet(write, who.organisation, slug, true);
  if (!found) return refused('not there');
  const made = editedDraft(found.draft, settled(found, edit), new Set([...draftKeys(found.draft), ...found.retired]));
  if (made === null) return refused('not there');
  await saveDraft(write, who, found, made.draft);
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'record',
    kind: 'framework',
    thing: found.id,
    detail: { slug, edit: edit.code, ...(made.key === null ? {} : { key: made.key }) },
  });
  return ok({ key: made.key });
}

/** Of what kind a theme is and whom an ask is for stays as it was published: another kind would be another theme under the same key. */
function settled(found: FrameworkSheet, edit: FrameworkEdit): FrameworkEdit {
  if (edit.code === 'theme') {
    const published = found.published?.content.themes.find(({ key }) => key === edit.key);
    return published ? { ...edit, theme: { ...edit.theme, kind: published.kind } } : edit;
  }
  if (edit.code === 'ask') {
    const published = found.published?.content.asks.find(({ key }) => key === edit.key);
    return published ? { ...edit, ask: { ...edit.ask, audience: published.audience } } : edit;
  }
  return edit;
}

/** Saves a draft in place of the one before. Published keys that it no longer has are retired. */
async function saveDraft(write: Write, who: Who, found: FrameworkSheet, draft: FrameworkDraft): Promise<void> {
  const kept = new Set(draftKeys(draft));
  const gone = found.published === null ? [] : draftKeys(found.published.content).filter((key) => !kept.has(key));
  await write
    .updateTable('record.framework')
    .set({ draft: json(draft), retired: [...new Set([...found.retired, ...gone])].sort(), changed_at: who.now })
    .where('organisation', '=', who.organisation)
    .where('id', '=', found.id)
    .execute();
}

/** Takes the place of the whole draft. */
export async function recordFrameworkDraft(
  write: Write,
  who: Who,
  slug: string,
  draft: FrameworkDraft,
): Promise<Result<null, 'not there'>> {
  const found = await frameworkSheet(write, who.organisation, slug, true);
  if (!found) return refused('not there');
  await saveDraft(write, who, found, draft);
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'record',
    kind: 'framework',
    thing: found.id,
    detail: { slug },
  });
  return ok(null);
}

export type PublishProblem =
  | { readonly code: 'not there' }
  | { readonly code: 'not ready'; readonly problems: readonly FrameworkProblem[] };

/** Publishes the draft as the next version; `version` is null where it says the same as the newest one. */
export async function publishFramework(
  write: Write,
  who: Who,
  id: string,
): Promise<Result<{ readonly slug: string; readonly version: number | null }, PublishProblem>> {
  const record = await frameworkRecord(write, who.organisation, id);
  const found = record && (await frameworkSheet(write, who.organisation, record.slug, true));
  if (!found) return refused({ code: 'not there' });
  const problems = frameworkProblems(found.draft, found.kind, found.retired);
  if (problems.length > 0) return refused({ code: 'not ready', problems });
  const own = await showOrganisation(write, who.organisation);
  const { name, ...rest } = found.draft;
  const content: FrameworkContent = {
    format: 'kept-framework/1',
    framework: { slug: found.slug, name, kind: found.kind },
    organisation: { slug: own.slug, name: own.name },
    ...rest,
  };
  const path = frameworkPaths.one(found.slug);
  const published = await publishNext(
    write,
    {
      kind: 'framework',
      subject: found.slug,
      title: name,
      content,
      html: renderFrameworkHtml(content),
      pdf: null,
      pages: null,
      changes: found.published && frameworkChanges(asDraft(found.published.content), found.draft),
      board: '',
      date: null,
      passages: [
        { heading: name, path, body: content.summary },
        ...content.themes.map((theme) => ({
          heading: theme.title,
          path: `${path}#theme-${theme.key}`,
          body: [
            theme.meaning,
            ...theme.examples,
            ...content.asks.filter((ask) => ask.theme === theme.key).map(({ text }) => text),
          ].join('\n'),
        })),
      ],
    },
    who.now,
  );
  if (published) {
    await drawFramework(write, who.organisation, content, published);
    await journal(write, {
      scope: who.organisation,
      at: who.now,
      who: who.account,
      verb: 'publish',
      kind: 'framework',
      thing: found.slug,
      detail: { version: published.version },
    });
  }
  return ok({ slug: found.slug, version: published?.version ?? null });
}

/** What other rooms and readers ask of a framework, as rows. */
async function drawFramework(
  write: Write,
  organisation: string,
  content: FrameworkContent,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<void> {
  const framework = content.framework.slug;
  const row = {
    slug: framework,
    name: content.framework.name,
    kind: content.framework.kind,
    summary: content.summary,
    organisation,
    organisation_slug: content.organisation.slug,
    organisation_name: content.organisation.name,
    version,
    publication: id,
  };
  await write
    .insertInto('published.framework')
    .values(row)
    .onConflict((conflict) => conflict.column('slug').doUpdateSet(row))
    .execute();
  for (const table of ['published.theme', 'published.ask', 'published.wording'] as const)
    await write.deleteFrom(table).where('framework', '=', framework).execute();
  const promised = new Set(promisedThemes(content.framework.kind, content.themes).map(({ key }) => key));
  await write
    .insertInto('published.theme')
    .values(
      content.themes.map(({ examples, ...theme }, position) => ({
        framework,
        position,
        ...theme,
        examples: [...examples],
        promised: promised.has(theme.key),
      })),
    )
    .execute();
  await write
    .insertInto('published.ask')
    .values(content.asks.map(({ text, ...ask }, position) => ({ framework, position, ...ask, body: text })))
    .execute();
  const wordings = content.wordings.flatMap(({ key, name, themes }) =>
    themes.map(({ theme, title }, position) => ({ framework, key, position, name, theme, title })),
  );
  if (wordings.length > 0) await write.insertInto('published.wording').values(wordings).execute();
  await tell(write, 'framework published', { framework });
}
