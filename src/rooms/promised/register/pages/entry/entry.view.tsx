import { plainDate } from '#base/london.js';
import { Embed } from '#ui/embed/embed.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { PageHeading } from '#ui/page/page.js';
import type { Content } from '#ui/parts.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { Table } from '#ui/table/table.js';
import { Tag } from '#ui/tag/tag.js';
import { Timeline } from '#ui/timeline/timeline.js';
import type { EntryEvent } from '../../published.js';
import { eventWords, kindWords, shownWordsFor, untilWords } from '../../view-words.js';
import { levels, type BodyKind, type Level, type ShownWord } from '../../words.js';
import { ShownTag } from '../standing-tag.view.js';

export interface Need {
  /** What is asked: "A promise that counts under “Safety”". */
  readonly asked: string;
  /** What is there, with its address; null where nothing is. */
  readonly found: { readonly text: string; readonly href: string; readonly until: string } | null;
}

export interface EntryViewProps {
  readonly framework: string;
  readonly name: string;
  readonly kind: BodyKind;
  /** "E09000007" or "URN 999003". */
  readonly number: string | null;
  readonly numberHref: string | null;
  readonly today: string;
  readonly word: ShownWord;
  readonly level: Level | null;
  readonly renewalDue: boolean;
  readonly lapses_on: string | null;
  readonly signature: {
    readonly by: string;
    readonly role: string;
    readonly first: string;
    readonly on: string;
    readonly mandate: string;
    readonly link: string;
    readonly decided: string;
    readonly version: number;
    readonly versionHref: string;
  } | null;
  /** The version of the framework that readers have. */
  readonly newest: number;
  readonly asks: readonly string[];
  readonly end: { readonly on: string; readonly by: string; readonly reason: string } | null;
  /** What each level asks beyond the one before, and what is there; null for whoever has never signed. */
  readonly needs: Readonly<Record<Level, readonly Need[]>> | null;
  readonly overdue: { readonly count: number; readonly href: string };
  readonly promises: string | null;
  readonly events: readonly EntryEvent[];
  readonly badge: { readonly src: string; readonly verify: string; readonly html: string } | null;
  readonly register: string;
}

function lead({ word, name, lapses_on, today, end, renewalDue }: EntryViewProps): string {
  switch (word) {
    case 'invited':
      return `${name} was invited and has not signed.`;
    case 'interested':
      return `${name} is interested and has not signed.`;
    case 'lapsed':
      return `The signature lapsed on ${plainDate(lapses_on ?? today)}: it was not renewed within 24 months.`;
    case 'withdrawn':
      return `${name} took its signature back on ${plainDate(end?.on ?? today)}.`;
    case 'removed':
      return `${name} was taken off this register on ${plainDate(end?.on ?? today)}.`;
    default:
      return (
        `${shownWordsFor[word].means} Stands so on ` +
        `${plainDate(today)}.${renewalDue && lapses_on !== null ? ` Renewal is due: the signature lapses on ${plainDate(lapses_on)}.` : ''}`
      );
  }
}

export function EntryView(props: EntryViewProps) {
  const { signature, end, needs, badge, level, today } = props;
  return (
    <>
      <PageHeading caption={props.framework} lead={lead(props)}>
        {props.name}
      </PageHeading>
      {end && (
        <InsetText>
          <p>
            {props.word === 'removed' ? 'Removed' : 'Withdrawn'} on {plainDate(end.on)}. Decided by: {end.by}.
          </p>
          <p>{end.reason}</p>
        </InsetText>
      )}
      {signature && signature.version < props.newest && (
        <InsetText>
          {`Signed version ${signature.version}. Version ${props.newest} is out and has not been signed yet.`}
        </InsetText>
      )}
      <SummaryList
        rows={[
          { key: 'Status', value: <ShownTag word={props.word} /> },
          { key: 'Kind', value: kindWords[props.kind].one },
          ...(props.number === null
            ? []
            : [
                {
                  key: 'Official number',
                  value: props.numberHref === null ? props.number : <a href={props.numberHref}>{props.number}</a>,
                },
              ]),
          ...(signature === null
            ? []
            : [
                {
                  key: 'Signed',
                  value:
                    signature.first === signature.on
                      ? plainDate(signature.on)
                      : `${plainDate(signature.on)}, for the first time on ${plainDate(signature.first)}`,
                },
                { key: 'Signed by', value: `${signature.by}, ${signature.role}` },
                {
                  key: 'Decided by',
                  value: (
                    <>
                      {signature.mandate}, {plainDate(signature.decided)}:{' '}
                      <a href={signature.link}>read the decision</a>
                    </>
                  ),
                },
                { key: 'Version', value: <a href={signature.versionHref}>{`Version ${signature.version}`}</a> },
                ...(props.lapses_on === null || end
                  ? []
                  : [{ key: props.word === 'lapsed' ? 'Lapsed on' : 'Renew by', value: plainDate(props.lapses_on) }]),
              ]),
          ...(props.asks.length === 0
            ? []
            : [
                {
                  key: 'Has agreed to',
                  value: (
                    <ul class="plain-list">
                      {props.asks.map((ask) => (
                        <li>{ask}</li>
                      ))}
                    </ul>
                  ),
                },
              ]),
        ]}
      />
      {needs && (
        <section>
          <h2 id="why">
            {level === null ? 'What is there, and why it gives no level' : `Why “${shownWordsFor[level].text}”`}
          </h2>
          <p>Worked out for {plainDate(today)} from what is published. It changes by itself with the day.</p>
          {props.overdue.count > 0 && (
            <p>
              <Tag tone="red">Overdue</Tag>{' '}
              <a
                href={props.overdue.href}
              >{`${props.overdue.count} ${props.overdue.count === 1 ? 'promise is' : 'promises are'} overdue`}</a>
            </p>
          )}
          <Needs needs={needs} level={level} today={today} />
          {props.promises !== null && (
            <p>
              <a href={props.promises}>All promises of {props.name}</a>
            </p>
          )}
        </section>
      )}
      <section>
        <h2 id="history">History</h2>
        {props.events.length === 0 ? (
          <EmptyState title="Nothing yet" />
        ) : (
          <Timeline
            entries={props.events.map(({ day, kind, detail }) => ({
              when: plainDate(day),
              datetime: day,
              what: eventWords[kind],
              detail: eventDetail(detail),
            }))}
          />
        )}
      </section>
      {badge && (
        <section>
          <h2 id="badge">Show the badge</h2>
          <p>
            <a href={badge.verify}>
              <img
                src={badge.src}
                width="320"
                height="96"
                alt={`Badge of ${props.name}: ${shownWordsFor[props.word].text}, ${props.framework}`}
              />
            </a>
          </p>
          <p>
            Put this into your page. The picture comes from here each time, so that it says what is true on the day.
            There is no file to download: a badge that was copied says nothing, and its page tells whoever looks.
          </p>
          <Embed code={badge.html} />
          <p>
            <a href={badge.verify}>Check this badge</a>
          </p>
        </section>
      )}
      <p>
        <a href={props.register}>The whole register</a>
      </p>
    </>
  );
}

function eventDetail({ by, role, mandate, link, version, reason }: EntryEvent['detail']): Content {
  if (reason !== undefined) return `Decided by: ${by ?? ''}. ${reason}`;
  if (by === undefined) return null;
  return (
    <>
      {`Version ${version ?? 1}, by ${by}, ${role ?? ''}. `}
      {mandate !== undefined && link !== undefined && <a href={link}>{`Decision: ${mandate}`}</a>}
    </>
  );
}

function Needs({
  needs,
  level,
  today,
}: {
  readonly needs: Readonly<Record<Level, readonly Need[]>>;
  readonly level: Level | null;
  readonly today: string;
}) {
  const reached = level === null ? -1 : levels.indexOf(level);
  const holds = ({ found }: Need): boolean => found !== null && found.until >= today;
  return (
    <Table
      narrow="stack"
      caption="What each level asks, and what is there"
      head={[{ content: 'Level' }, { content: 'What it asks' }, { content: 'What is there' }]}
      rows={levels.flatMap((one, at) =>
        needs[one].map((need, index) => [
          { content: index > 0 ? shownWordsFor[one].text : <strong>{shownWordsFor[one].text}</strong> },
          { content: need.asked },
          {
            content:
              need.found === null ? (
                <>
                  <Tag tone={at > reached ? 'yellow' : undefined}>Missing</Tag>
                </>
              ) : (
                <>
                  <Tag tone={holds(need) ? 'green' : 'yellow'}>{holds(need) ? 'There' : 'Over'}</Tag>{' '}
                  <a href={need.found.href}>{need.found.text}</a>, counts {untilWords(need.found.until, today)}
                </>
              ),
          },
        ]),
      )}
    />
  );
}
