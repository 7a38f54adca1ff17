import { plainDate } from '#base/london.js';
import { Button } from '#ui/button/button.js';
import { Frozen } from '#ui/frozen/frozen.js';
import { VersionList } from '#ui/frozen/version-list.js';
import { VersionNotice } from '#ui/frozen/version-notice.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { Columns, PageHeading } from '#ui/page/page.js';
import type { Content } from '#ui/parts.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { Tag } from '#ui/tag/tag.js';
import { WarningText } from '#ui/warning-text/warning-text.js';
import { poundWords } from '../../rules.js';
import { evidenceWords, usedWords } from '../../view-words.js';
import type { PracticeContent } from '../../words.js';
import { ToldText } from '../told.view.js';

/** Where what a spotlight names can be looked up. */
export interface PracticeLinks {
  readonly theme: (framework: string, key: string) => string;
  readonly need: (key: string) => string;
  readonly authority: (code: string) => string;
  readonly school: (urn: number) => string;
}

export interface PracticeMainProps {
  readonly content: PracticeContent;
  readonly links: PracticeLinks;
}

/** The part of the page that is frozen with a version: all that it says. */
export function PracticeMain({ content, links }: PracticeMainProps) {
  const { evidence, cost, ask } = content;
  return (
    <Columns asideLast aside={<AtAGlance content={content} links={links} />}>
      <h2 id="about">About us</h2>
      <ToldText text={content.about} />
      <h2 id="need">The need</h2>
      <ToldText text={content.need} />
      <h2 id="done">What was done</h2>
      {content.done.map(({ heading, text }, index) => (
        <section>
          <h3 id={`done-${index + 1}`}>{heading}</h3>
          <ToldText text={text} />
        </section>
      ))}
      <h2 id="changed">What changed</h2>
      <ToldText text={content.changed} />
      <h3 id="known">How we know</h3>
      <p>
        <Tag tone={evidenceWords[evidence.level].tone}>{evidenceWords[evidence.level].text}</Tag>{' '}
        {evidenceWords[evidence.level].means}
      </p>
      <ToldText text={evidence.known} />
      <h2 id="cost">What it cost</h2>
      <ToldText text={cost.text} />
      {(cost.amount !== null || cost.time !== null) && (
        <ul>
          {cost.amount !== null && <li>Money: {poundWords(cost.amount)}</li>}
          {cost.time !== null && <li>Time: {cost.time}</li>}
        </ul>
      )}
      <h2 id="ask">Who to ask</h2>
      <p>{ask.role}</p>
      <p>
        <Address address={ask.address} />
      </p>
      <p class="soft">Everybody who is shown or quoted here has agreed. No child is named.</p>
    </Columns>
  );
}

/** A web page can be opened; anything else is read. */
function Address({ address }: { readonly address: string }) {
  return /^https?:\/\/[^\s]+$/i.test(address) ? (
    <a href={address}>{address.replace(/^https?:\/\//i, '')}</a>
  ) : (
    <>{address}</>
  );
}

function AtAGlance({ content, links }: PracticeMainProps) {
  const { authority, school } = content.place;
  const list = (items: readonly Content[]) => (
    <ul class="govuk-list">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
  return (
    <SummaryList
      card={{ title: 'At a glance' }}
      rows={[
        {
          key: 'Needs',
          value: list([
            ...content.needs.map(({ key, title }) => <a href={links.need(key)}>{title}</a>),
            ...content.ownNeeds,
          ]),
        },
        {
          key: 'Themes',
          value: list(
            content.themes.map(({ framework, key, title }) => <a href={links.theme(framework, key)}>{title}</a>),
          ),
        },
        { key: 'Phase', value: content.phase ?? 'All phases' },
        ...(authority === null && school === null
          ? []
          : [
              {
                key: 'Where',
                value: list([
                  ...(school === null ? [] : [<a href={links.school(school.urn)}>{school.name}</a>]),
                  ...(authority === null ? [] : [<a href={links.authority(authority.code)}>{authority.name}</a>]),
                ]),
              },
            ]),
        {
          key: 'Result',
          value: (
            <Tag tone={evidenceWords[content.evidence.level].tone}>{evidenceWords[content.evidence.level].text}</Tag>
          ),
        },
        ...(content.cost.amount === null ? [] : [{ key: 'Money', value: poundWords(content.cost.amount) }]),
        ...(content.cost.time === null ? [] : [{ key: 'Time', value: content.cost.time }]),
        { key: 'Cleared by', value: content.keeper.name },
      ]}
    />
  );
}

export interface PracticeViewProps {
  readonly title: string;
  readonly summary: string;
  readonly organisation: { readonly name: string; readonly href: string };
  readonly version: number;
  readonly newestHref: string;
  /** ISO dates. */
  readonly publishedOn: string;
  readonly reviewedOn: string;
  readonly reviewDue: string;
  readonly isOverdue: boolean;
  readonly withdrawn: { readonly on: string; readonly by: string; readonly reason: string } | null;
  /** The frozen part of this version. */
  readonly html: string;
  readonly uses: {
    readonly total: number;
    readonly shown: readonly { readonly organisation_name: string; readonly aim: string; readonly href: string }[];
  };
  readonly promiseHref: string;
  /** Who cleared it, where its name says more now than the frozen part does; null elsewhere. */
  readonly keeper: string | null;
  readonly versions: readonly { readonly version: number; readonly href: string; readonly publishedOn: string }[];
  readonly publicationHref: string;
  readonly jsonHref: string;
}

/** A spotlight with what happened to it since it was published. */
export function PracticeView(props: PracticeViewProps) {
  const { uses, withdrawn } = props;
  return (
    <>
      <PageHeading caption="Spotlight" lead={props.summary}>
        {props.title}
      </PageHeading>
      <p class="facts-line">
        <a href={props.organisation.href}>{props.organisation.name}</a>
        <span class="soft">{`Version ${props.version}, published on ${plainDate(props.publishedOn)}`}</span>
        {uses.total > 0 && <a href="#used-by">{usedWords(uses.total)}</a>}
      </p>
      <VersionNotice
        version={props.version}
        newest={props.versions[0]?.version ?? props.version}
        href={props.newestHref}
      />
      {withdrawn !== null ? (
        <InsetText class="no-top">
          <p>
            <strong>{`Withdrawn on ${plainDate(withdrawn.on)} by ${withdrawn.by}.`}</strong> It is no longer in the
            library. The reason:
          </p>
          <ToldText text={withdrawn.reason} />
        </InsetText>
      ) : (
        props.isOverdue && (
          <WarningText>
            {`Its review is overdue. Its organisation was to say by ${plainDate(props.reviewDue)} whether it still ` +
              `holds, and has not.`}
          </WarningText>
        )
      )}
      {props.keeper !== null && <p class="soft">{`Cleared by ${props.keeper}.`}</p>}
      <Frozen html={props.html} />
      {(withdrawn === null || uses.total > 0) && (
        <section>
          <h2 id="used-by">Used by</h2>
          {uses.total === 0 ? (
            <p>No promise names it yet.</p>
          ) : (
            <ul>
              {uses.shown.map(({ organisation_name, aim, href }) => (
                <li>
                  {organisation_name}: <a href={href}>{`We will ${aim}`}</a>
                </li>
              ))}
            </ul>
          )}
          {uses.total > uses.shown.length && <p class="soft">{`The newest ${uses.shown.length} of ${uses.total}.`}</p>}
          {withdrawn === null && (
            <Button href={props.promiseHref} kind="secondary">
              Promise to do it, too
            </Button>
          )}
        </section>
      )}
      <VersionList versions={props.versions} />
      {withdrawn === null && (
        <p>{`Looked at last on ${plainDate(props.reviewedOn)}; the next review is due by ${plainDate(props.reviewDue)}.`}</p>
      )}
      <p>
        <a href={props.publicationHref}>Check that nothing in this version was changed</a>, or{' '}
        <a href={props.jsonHref}>take the newest as JSON</a>
      </p>
    </>
  );
}
