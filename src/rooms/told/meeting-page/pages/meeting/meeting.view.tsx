/** A meeting as a reader looks for it: when and where, what is on the agenda, what came of it, and every document. */
import { longDate, plainDate, plainTime } from '#base/london.js';
import { plainText } from '#base/prose.js';
import type { AddedByClerk, MinutesContent } from '#rooms/decided/minutes/index.js';
import {
  isSameTitle,
  itemRanges,
  packAnchors,
  type PackAnchors,
  type PackContent,
  type PackItem,
  type PackPages,
  type PageRange,
  type Paper,
  purposeWords,
  rangeWords,
} from '#rooms/decided/packs/index.js';
import { addedMeaning, hasAdded, markedIf } from '#ui/added/added.js';
import { AgendaList, type AgendaEntry } from '#ui/agenda-list/agenda-list.js';
import { Attendance } from '#ui/attendance/attendance.js';
import { Details } from '#ui/details/details.js';
import { DocumentLink } from '#ui/document-link/document-link.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Entries, Entry } from '#ui/entry/entry.js';
import { MeetingState } from '#ui/meeting-card/meeting-state.js';
import { Promise } from '#ui/minute/minute.js';
import { Columns, PageHeading } from '#ui/page/page.js';
import { inDocument } from '#ui/frozen/divide.js';
import { Pagination } from '#ui/pagination/pagination.js';
import { Prose } from '#ui/prose/prose.js';
import { SummaryList, type SummaryRow } from '#ui/summary-list/summary-list.js';
import { Tag } from '#ui/tag/tag.js';
import { Timeline } from '#ui/timeline/timeline.js';

export interface MeetingViewProps {
  readonly meeting: {
    readonly board_name: string;
    readonly date: string;
    readonly start: string | null;
    readonly place: string | null;
    readonly mode: string | null;
    readonly state: string;
  };
  readonly pack: {
    readonly content: PackContent;
    readonly pages: PackPages | null;
    readonly href: string;
    readonly isLong: boolean;
    readonly pdf: string | null;
  } | null;
  readonly minutes: {
    readonly content: MinutesContent;
    readonly href: string;
    readonly decisions: readonly Placed[];
    readonly actions: readonly Placed[];
  } | null;
  readonly documents: readonly DocumentProps[];
  /** Newest first. */
  readonly versions: readonly VersionProps[];
  /** Overdue promises that its clerk took up for it. */
  readonly promises: readonly { readonly href: string; readonly aim: string; readonly organisation_name: string }[];
  readonly calendar: string;
  readonly before: Neighbour | null;
  readonly after: Neighbour | null;
  readonly person: (slug: string) => string;
}

/** Address of the decision or action on the page of minutes. */
export interface Placed {
  readonly text: string;
  readonly href: string;
  readonly item: string;
  readonly owner: string | null;
  readonly due: string | null;
  readonly byClerk: readonly AddedByClerk[];
}

export interface DocumentProps {
  readonly href: string;
  readonly title: string;
  readonly type: string;
  readonly bytes: number | undefined;
  readonly pages: number | undefined;
  readonly sha256: string | null;
}

export interface VersionProps {
  readonly what: string;
  readonly href: string;
  readonly when: string;
  readonly datetime: string;
  readonly changes: string | null;
}

interface Neighbour {
  readonly href: string;
  readonly date: string;
}

const modeWords: Readonly<Record<string, string>> = {
  'in person': 'In person',
  remote: 'Online',
  hybrid: 'In person and online',
};

export function MeetingView(props: MeetingViewProps) {
  const { meeting, pack, minutes, before, after } = props;
  return (
    <>
      <PageHeading caption={meeting.board_name}>Meeting of {plainDate(meeting.date)}</PageHeading>
      <Columns
        asideLast
        aside={
          <>
            {props.documents.length > 0 && (
              <>
                <h2 class="govuk-heading-m">Documents</h2>
                {props.documents.map((document) => (
                  <DocumentLink {...document} />
                ))}
                {props.documents.some(({ sha256 }) => sha256 !== null) && (
                  <Details summary="SHA-256 of each file">
                    {props.documents
                      .filter(({ sha256 }) => sha256 !== null)
                      .map((document) => (
                        <p>
                          {document.title} ({document.type}): <code>{document.sha256}</code>
                        </p>
                      ))}
                  </Details>
                )}
              </>
            )}
            <DocumentLink href={props.calendar} title="Meetings of this board in my calendar" type="ICS" />
            {props.versions.length > 0 && (
              <>
                <h2 class="govuk-heading-m">Versions</h2>
                <Timeline
                  entries={props.versions.map((version) => ({
                    what: <a href={version.href}>{version.what}</a>,
                    when: version.when,
                    datetime: version.datetime,
                    detail:
                      version.changes === null ? null : (
                        <a href={version.changes}>
                          what changed<span class="govuk-visually-hidden"> in {version.what.toLowerCase()}</span>
                        </a>
                      ),
                  }))}
                />
              </>
            )}
          </>
        }
      >
        <SummaryList rows={facts(props)} />
        {minutes && hasAdded(minutes.content.minutes) && <p class="soft">{addedMeaning}</p>}
        {minutes && minutes.decisions.length > 0 && (
          <section>
            <h2 id="decisions">
              {minutes.decisions.length === 1 ? 'What was decided' : `What was decided (${minutes.decisions.length})`}
            </h2>
            <Entries>
              {minutes.decisions.map((decision) => (
                <Entry level={3} title={decision.text} href={decision.href} facts={decision.item} />
              ))}
            </Entries>
          </section>
        )}
        {minutes && minutes.actions.length > 0 && (
          <section>
            <h2 id="actions">{minutes.actions.length === 1 ? 'Action' : `Actions (${minutes.actions.length})`}</h2>
            <Entries>
              {minutes.actions.map((action) => (
                <Entry level={3} title={action.text} href={action.href} facts={action.item}>
                  <Promise owner={action.owner} due={action.due} byClerk={action.byClerk} />
                </Entry>
              ))}
            </Entries>
          </section>
        )}
        {props.promises.length > 0 && (
          <section>
            <h2 id="promises">{props.promises.length === 1 ? 'An overdue promise' : 'Overdue promises'}</h2>
            <p class="soft">Taken up for this meeting because this board is responsible and the day had passed.</p>
            <Entries>
              {props.promises.map((promise) => (
                <Entry
                  level={3}
                  title={`We will ${promise.aim}`}
                  href={promise.href}
                  facts={promise.organisation_name}
                />
              ))}
            </Entries>
          </section>
        )}
        {pack ? (
          <section>
            <h2 id="agenda">Agenda</h2>
            <AgendaList items={agendaEntries(pack)} />
          </section>
        ) : (
          !minutes && (
            <EmptyState title="No agenda yet">
              The agenda and its papers appear here when they are published.
            </EmptyState>
          )
        )}
        {minutes && minutes.content.minutes.attendance.length > 0 && (
          <section>
            <h2 id="attendance">Attendance</h2>
            <Attendance
              rows={minutes.content.minutes.attendance}
              substitutions={minutes.content.minutes.substitutions}
              personHref={props.person}
            />
          </section>
        )}
        {(before || after) && (
          <Pagination
            label="Meetings before and after"
            previous={before ? { href: before.href, text: 'Meeting before', label: plainDate(before.date) } : undefined}
            next={after ? { href: after.href, text: 'Meeting after', label: plainDate(after.date) } : undefined}
          />
        )}
      </Columns>
    </>
  );
}

function facts({ meeting, pack, minutes }: MeetingViewProps): readonly SummaryRow[] {
  const contact = pack?.content.meeting.contact ?? null;
  return [
    {
      key: 'When',
      value:
        meeting.start === null
          ? `${longDate(meeting.date)} (no time stated)`
          : `${longDate(meeting.date)}, ${plainTime(meeting.start)}`,
    },
    ...(meeting.place === null ? [] : [{ key: 'Where', value: meeting.place }]),
    ...(meeting.mode === null ? [] : [{ key: 'How people meet', value: modeWords[meeting.mode] ?? meeting.mode }]),
    { key: 'State', value: <MeetingState state={meeting.state} /> },
    ...(minutes ? [{ key: 'Minutes', value: <a href={minutes.href}>Read the minutes of this meeting</a> }] : []),
    ...(contact === null || (contact.name === null && contact.email === null && contact.phone === null)
      ? []
      : [{ key: 'Contact', value: <ContactLine {...contact} /> }]),
  ];
}

function ContactLine({
  name,
  email,
  phone,
}: {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}) {
  const plain = [name, phone].filter((part) => part !== null).join(', ');
  return (
    <>
      {plain}
      {plain !== '' && email !== null && ', '}
      {email !== null && (/^[^\s@:/?#]+@[^\s@:/?#]+$/.test(email) ? <a href={`mailto:${email}`}>{email}</a> : email)}
    </>
  );
}

function agendaEntries({
  content,
  pages,
  href,
  isLong,
  pdf,
}: NonNullable<MeetingViewProps['pack']>): readonly AgendaEntry[] {
  const anchors = packAnchors(content);
  const ranges = pages === null ? [] : itemRanges(content, pages);
  return content.items.map((item, at) => ({
    number: item.number,
    title: item.title,
    href: item.papers.length > 0 ? inDocument(href, anchors.items[at]?.id ?? '', isLong) : undefined,
    purpose: item.purpose && (
      <Tag tone={item.purpose === 'decision' ? 'blue' : 'grey'}>{purposeWords[item.purpose]}</Tag>
    ),
    pages: pageFacts(item, ranges[at] ?? null, pdf),
    children: (
      <>
        {item.text.length > 0 && <Prose blocks={item.text} level={4} anchor={() => null} about={item.title} />}
        <Papers item={item} anchors={anchors.items[at]} href={href} isLong={isLong} />
      </>
    ),
  }));
}

function pageFacts(item: PackItem, range: PageRange | null, pdf: string | null) {
  if (range !== null)
    return pdf === null ? rangeWords(range) : <a href={`${pdf}#page=${range.from}`}>PDF {rangeWords(range)}</a>;
  if (item.papers.length > 0) return null;
  return {
    attached: 'paper not published here',
    'to follow': 'paper to follow',
    tabled: 'paper given out at the meeting',
    verbal: 'verbal report, no paper',
    presentation: 'presentation',
    none: null,
  }[item.delivery];
}

/** The papers below an item, where they say more than the item's own title. */
function Papers({
  item,
  anchors,
  href,
  isLong,
}: {
  readonly item: PackItem;
  readonly anchors: PackAnchors['items'][number] | undefined;
  readonly href: string;
  readonly isLong: boolean;
}) {
  const own = item.papers.filter((paper) => item.papers.length > 1 || !isSameTitle(paper.title, item.title));
  if (own.length === 0) return null;
  return (
    <ul class="govuk-list">
      {own.map((paper) => (
        <li>
          <a href={inDocument(href, anchors?.papers[item.papers.indexOf(paper)]?.id ?? '', isLong)}>
            {paperWords(paper)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function paperWords(paper: Paper): string {
  switch (paper.kind) {
    case 'report':
      return `Report: ${paper.title}`;
    case 'annex':
      return `Annex${paper.number === null ? '' : ` ${paper.number}`}: ${paper.title}`;
    case 'minutes':
      return paper.date === null ? paper.title : `${paper.title} (meeting of ${plainDate(paper.date)})`;
  }
}

/** Decisions or actions of minutes with their places on the page of minutes. */
export function placed(
  content: MinutesContent,
  href: (anchor: string) => string,
  ids: (item: number) => readonly string[] | undefined,
  kind: 'decisions' | 'actions',
): readonly Placed[] {
  return content.minutes.items.flatMap((item, at) =>
    item[kind].map((one, index) => ({
      text: markedIf('byClerk' in one && one.byClerk.includes('action'), plainText(one.text)),
      href: href(ids(at)?.[index] ?? ''),
      item: item.number === null ? item.title : `Item ${item.number}: ${item.title}`,
      owner: 'owner' in one ? one.owner : null,
      due: 'due' in one ? one.due : null,
      byClerk: 'byClerk' in one ? one.byClerk : [],
    })),
  );
}
