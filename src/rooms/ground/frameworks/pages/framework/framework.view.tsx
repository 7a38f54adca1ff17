import { keysOf } from '#base/keys.js';
import { plainDate } from '#base/london.js';
import { EndedNotice } from '#ui/frozen/ended-notice.js';
import { Frozen } from '#ui/frozen/frozen.js';
import { VersionList } from '#ui/frozen/version-list.js';
import { VersionNotice } from '#ui/frozen/version-notice.js';
import { PageHeading } from '#ui/page/page.js';
import type { Ask, FrameworkChange, FrameworkContent, Theme } from '../../words.js';
import { Changes } from './changes.view.js';
import { audienceWords, kindWords } from './kinds.view.js';

/** The part of the page that is frozen with a version. */
export function FrameworkMain({ content }: { readonly content: FrameworkContent }) {
  const { themes, asks, wordings, sources } = content;
  const kinds = keysOf(kindWords).filter((kind) => themes.some((theme) => theme.kind === kind));
  const general = asks.filter((ask) => ask.theme === null);
  return (
    <>
      {kinds.map((kind) => (
        <section>
          <h2>{kindWords[kind].title}</h2>
          {themes
            .filter((theme) => theme.kind === kind)
            .map((theme) => (
              <ThemeSection theme={theme} asks={asks.filter((ask) => ask.theme === theme.key)} />
            ))}
        </section>
      ))}
      {general.length > 0 && (
        <section>
          <h2>What is asked</h2>
          {keysOf(audienceWords)
            .filter((audience) => general.some((ask) => ask.audience === audience))
            .map((audience) => (
              <>
                <h3>{audienceWords[audience].title}</h3>
                <AskList asks={general.filter((ask) => ask.audience === audience)} />
              </>
            ))}
        </section>
      )}
      {wordings.length > 0 && (
        <section>
          <h2>The same under other names</h2>
          {wordings.map((wording) => (
            <>
              <h3>{wording.name}</h3>
              <ol>
                {wording.themes.map(({ theme, title }) => (
                  <li>
                    {title}, here <a href={`#theme-${theme}`}>{themes.find(({ key }) => key === theme)?.title}</a>
                  </li>
                ))}
              </ol>
            </>
          ))}
        </section>
      )}
      {sources.length > 0 && (
        <section>
          <h2>Where this comes from</h2>
          {sources.map((source) => (
            <p>{source}</p>
          ))}
        </section>
      )}
    </>
  );
}

function ThemeSection({ theme, asks }: { readonly theme: Theme; readonly asks: readonly Ask[] }) {
  return (
    <>
      <h3 id={`theme-${theme.key}`}>{theme.title}</h3>
      <p>{theme.meaning}</p>
      {theme.examples.length > 0 && (
        <>
          <p>For example:</p>
          <ul>
            {theme.examples.map((example) => (
              <li>{example}</li>
            ))}
          </ul>
        </>
      )}
      <AskList asks={asks} />
    </>
  );
}

function AskList({ asks }: { readonly asks: readonly Ask[] }) {
  if (asks.length === 0) return null;
  return (
    <ul>
      {asks.map((ask) => (
        <li id={`ask-${ask.key}`}>{ask.text}</li>
      ))}
    </ul>
  );
}

export interface FrameworkViewProps {
  readonly name: string;
  readonly ended: { readonly on_day: string; readonly role: string; readonly reason: string } | null;
  readonly summary: string;
  readonly organisation: string;
  readonly version: number;
  readonly newestHref: string;
  /** ISO date. */
  readonly publishedOn: string;
  /** The frozen part of this version. */
  readonly html: string;
  /** What this version changed; empty for the first one. */
  readonly changes: readonly FrameworkChange[];
  readonly themeTitle: (key: string) => string;
  readonly versions: readonly { readonly version: number; readonly href: string; readonly publishedOn: string }[];
  readonly publicationHref: string;
  readonly registerHref: string;
}

export function FrameworkView(props: FrameworkViewProps) {
  return (
    <>
      <PageHeading caption={`Kept by ${props.organisation}`} lead={props.summary}>
        {props.name}
      </PageHeading>
      {props.ended !== null && (
        <EndedNotice word="framework" on={props.ended.on_day} role={props.ended.role} reason={props.ended.reason} />
      )}
      <VersionNotice
        version={props.version}
        newest={props.versions[0]?.version ?? props.version}
        href={props.newestHref}
      />
      <p class="soft">{`Version ${props.version}, published on ${plainDate(props.publishedOn)}`}</p>
      <p>
        <a href={props.registerHref}>Who signed it, and what came of it: the register</a>
      </p>
      <Frozen html={props.html} />
      {props.changes.length > 0 && (
        <section>
          <h2 id="changes">{`What changed in version ${props.version}`}</h2>
          <Changes changes={props.changes} themeTitle={props.themeTitle} />
        </section>
      )}
      <VersionList versions={props.versions} />
      <p>
        <a href={props.publicationHref}>Check that nothing in this version was changed</a>
      </p>
    </>
  );
}
