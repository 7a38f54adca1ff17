import { plainDate } from '#base/london.js';
import { ButtonGroup, Button } from '#ui/button/button.js';
import { EndedNotice } from '#ui/frozen/ended-notice.js';
import { Frozen } from '#ui/frozen/frozen.js';
import { VersionList } from '#ui/frozen/version-list.js';
import { VersionNotice } from '#ui/frozen/version-notice.js';
import { PageHeading } from '#ui/page/page.js';
import type { Content } from '#ui/parts.js';
import { EasyLines, Plain } from '#ui/plain/plain.js';
import { Pledge } from '#ui/pledge/pledge.js';
import { easyLines } from '../../easy-read.js';
import type { CharterContent, ContentClause } from '../../words.js';

/** Clauses under their headings, in their order. */
export function Clauses({
  clauses,
  after,
}: {
  readonly clauses: readonly ContentClause[];
  readonly after?: (clause: ContentClause) => Content;
}) {
  return (
    <>
      {[...Map.groupBy(clauses, ({ heading }) => heading)].map(([heading, under]) => (
        <section>
          <h2>{heading === '' ? 'What we will do' : heading}</h2>
          {under.map((clause) => (
            <div id={`clause-${clause.id}`}>
              <Pledge
                level={3}
                aim={clause.aim}
                steps={clause.steps}
                effect={clause.effect === '' ? null : { verb: clause.effectVerb, words: clause.effect }}
              />
              {after?.(clause)}
            </div>
          ))}
        </section>
      ))}
    </>
  );
}

/** The part of the page that is frozen with a version. */
export function CharterMain({ content }: { readonly content: CharterContent }) {
  return (
    <>
      {content.intro !== '' && <p class="as-typed">{content.intro}</p>}
      <Clauses clauses={content.clauses} />
      <Agreement content={content} />
    </>
  );
}

function Agreement({ content: { agreed } }: { readonly content: CharterContent }) {
  return (
    <section>
      <h2>Who agreed it</h2>
      <ul>
        <li>{`Young people: ${agreed.group}`}</li>
        <li>{`Adults: ${agreed.body}`}</li>
      </ul>
      <p class="soft">{`Agreed on ${plainDate(agreed.on)}, as the ${agreed.role} says.`}</p>
    </section>
  );
}

export interface CharterViewProps {
  readonly content: CharterContent;
  readonly ended: { readonly on_day: string; readonly role: string; readonly reason: string } | null;
  readonly version: number;
  readonly newestHref: string;
  readonly publishedOn: string;
  readonly framework: { readonly name: string; readonly href: string };
  /** The frozen part, for an older version; the newest is shown with what became of its clauses. */
  readonly html: string | null;
  /** What became of a clause. */
  readonly standing: (clause: ContentClause) => Content;
  readonly easyRead: string;
  readonly poster: string;
  readonly versions: readonly { readonly version: number; readonly href: string; readonly publishedOn: string }[];
  readonly publicationHref: string;
  readonly jsonHref: string;
}

export function CharterView(props: CharterViewProps) {
  const { content } = props;
  return (
    <>
      <PageHeading caption={`Charter of ${content.organisation.name}`}>{content.charter.title}</PageHeading>
      <p class="facts-line">
        <span class="soft">{`Version ${props.version}, published on ${plainDate(props.publishedOn)}`}</span>
        <span class="soft">
          Follows <a href={props.framework.href}>{props.framework.name}</a>
        </span>
      </p>
      {props.ended !== null && (
        <EndedNotice word="charter" on={props.ended.on_day} role={props.ended.role} reason={props.ended.reason} />
      )}
      <VersionNotice
        version={props.version}
        newest={props.versions[0]?.version ?? props.version}
        href={props.newestHref}
      />
      {props.html !== null ? (
        <Frozen html={props.html} />
      ) : (
        <>
          {content.intro !== '' && <p class="govuk-body-l as-typed">{content.intro}</p>}
          <ButtonGroup>
            <Button href={props.easyRead} kind="secondary">
              Easy read
            </Button>
            <a href={props.poster}>Poster to print (PDF)</a>
          </ButtonGroup>
          <Clauses clauses={content.clauses} after={props.standing} />
          <Agreement content={content} />
        </>
      )}
      <VersionList versions={props.versions} />
      <p class="soft">
        <a href={props.publicationHref}>This version’s hash and files</a>,{' '}
        <a href={props.jsonHref}>the charter as JSON</a>
      </p>
    </>
  );
}

export interface EasyReadProps {
  readonly content: CharterContent;
  readonly back: string;
  readonly poster: string;
}

/** Large type, short sentences, one idea a line. */
export function EasyRead({ content, back, poster }: EasyReadProps) {
  return (
    <Plain easyRead>
      <PageHeading caption={content.organisation.name}>{`${content.charter.title}: easy read`}</PageHeading>
      <p>A charter is a list of things we will do.</p>
      <p>Young people and adults wrote it together.</p>
      {[...Map.groupBy(content.clauses, ({ heading }) => heading)].map(([heading, under]) => (
        <section>
          <h2>{heading === '' ? 'What we will do' : heading}</h2>
          {under.map((clause) => (
            <EasyLines lines={easyLines(clause)} />
          ))}
        </section>
      ))}
      <h2>Who said yes to this</h2>
      <p>{`${content.agreed.group}.`}</p>
      <p>{`${content.agreed.body}.`}</p>
      <p>
        <a href={back}>Read the whole charter</a>
      </p>
      <p>
        <a href={poster}>Print the poster</a>
      </p>
    </Plain>
  );
}
