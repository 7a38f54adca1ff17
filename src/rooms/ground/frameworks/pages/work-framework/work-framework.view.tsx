import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { NotificationBanner } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Table } from '#ui/table/table.js';
import { TextButton } from '#ui/text-button/text-button.js';
import type { FrameworkChange, FrameworkDraft } from '../../words.js';
import { Changes } from '../framework/changes.view.js';
import { audienceWords, kindWords } from '../framework/kinds.view.js';
import { DraftState } from './draft-state.view.js';

export interface DraftViewProps {
  readonly draft: FrameworkDraft;
  readonly version: number | null;
  readonly changes: readonly FrameworkChange[];
  /** What keeps it from being published, a sentence each. */
  readonly problems: readonly string[];
  readonly done: string | null;
  readonly paths: DraftPaths;
}

export interface DraftPaths {
  readonly about: string;
  readonly preview: string;
  readonly publish: string;
  readonly readers: string | null;
  readonly newTheme: string;
  readonly newAsk: string;
  readonly newWording: string;
  readonly theme: (key: string) => RowPaths;
  readonly ask: (key: string) => RowPaths;
  readonly wording: (key: string) => RowPaths;
}

interface RowPaths {
  readonly edit: string;
  /** Null for what has no order. */
  readonly move: string | null;
  readonly remove: string;
}

export function DraftView({ draft, version, changes, problems, done, paths }: DraftViewProps) {
  const themeTitle = (key: string) => draft.themes.find((theme) => theme.key === key)?.title ?? key;
  return (
    <>
      {done !== null && <NotificationBanner kind="success" text={done} />}
      <PageHeading caption="Your framework" lead={draft.summary}>
        {draft.name}
      </PageHeading>
      <p>
        <DraftState version={version} changes={changes.length} />
      </p>
      <ButtonGroup>
        <a href={paths.about}>Name, summary, sources</a>
        <a href={paths.preview}>How readers would see it</a>
        {paths.readers !== null && <a href={paths.readers}>How readers see it now</a>}
      </ButtonGroup>
      <h2>Themes</h2>
      {draft.themes.length > 0 && (
        <Table
          caption="Themes in their order"
          captionClass="govuk-visually-hidden"
          narrow="stack"
          head={[{ content: 'Theme' }, { content: 'Kind' }, { content: 'Change' }]}
          rows={draft.themes.map((theme) => [
            { content: theme.title },
            { content: kindWords[theme.kind].one },
            { content: <RowActs about={theme.title} paths={paths.theme(theme.key)} /> },
          ])}
        />
      )}
      <p>
        <a href={paths.newTheme}>Add a theme</a>
      </p>
      <h2>What is asked</h2>
      {draft.asks.length > 0 && (
        <Table
          caption="Asks in their order"
          captionClass="govuk-visually-hidden"
          narrow="stack"
          head={[{ content: 'Ask' }, { content: 'Of whom' }, { content: 'Under' }, { content: 'Change' }]}
          rows={draft.asks.map((ask) => [
            { content: ask.text },
            { content: audienceWords[ask.audience].title },
            { content: ask.theme === null ? 'every theme' : themeTitle(ask.theme) },
            { content: <RowActs about={ask.text} paths={paths.ask(ask.key)} /> },
          ])}
        />
      )}
      <p>
        <a href={paths.newAsk}>Add an ask</a>
      </p>
      <h2>Other names of the themes</h2>
      <p>
        Where others call the themes differently, or print them in another order, say so once: their texts are then
        understood.
      </p>
      {draft.wordings.length > 0 && (
        <Table
          caption="Other names"
          captionClass="govuk-visually-hidden"
          narrow="stack"
          head={[{ content: 'Whose' }, { content: 'Names' }, { content: 'Change' }]}
          rows={draft.wordings.map((wording) => [
            { content: wording.name },
            { content: wording.themes.map(({ title }) => title).join('; ') },
            { content: <RowActs about={wording.name} paths={paths.wording(wording.key)} /> },
          ])}
        />
      )}
      <p>
        <a href={paths.newWording}>Add other names</a>
      </p>
      <h2>Publish</h2>
      {problems.length > 0 ? (
        <>
          <p>This keeps it from being published:</p>
          <ul>
            {problems.map((problem) => (
              <li>{problem}</li>
            ))}
          </ul>
        </>
      ) : version !== null && changes.length === 0 ? (
        <p>Readers see what stands here.</p>
      ) : (
        <>
          {changes.length > 0 && (
            <>
              <p>{`Version ${(version ?? 0) + 1} would change, for everybody who signed an earlier one:`}</p>
              <Changes changes={changes} themeTitle={themeTitle} />
            </>
          )}
          <PostForm action={paths.publish}>
            <Button>{`Publish version ${(version ?? 0) + 1}`}</Button>
          </PostForm>
        </>
      )}
    </>
  );
}

function RowActs({ about, paths }: { readonly about: string; readonly paths: RowPaths }) {
  return (
    <div class="row-acts">
      <a href={paths.edit}>
        Edit<span class="govuk-visually-hidden">{`: ${about}`}</span>
      </a>
      {paths.move !== null && (
        <PostForm action={paths.move}>
          <TextButton name="way" value="up" about={about}>
            Up
          </TextButton>
          <TextButton name="way" value="down" about={about}>
            Down
          </TextButton>
        </PostForm>
      )}
      <a href={paths.remove}>
        Remove<span class="govuk-visually-hidden">{`: ${about}`}</span>
      </a>
    </div>
  );
}
