/** The minutes of one meeting on a page of their own. */
import { longDate, plainDate, plainTime } from '#base/london.js';
import { addedMeaning, hasAdded } from '#ui/added/added.js';
import { Attendance } from '#ui/attendance/attendance.js';
import { Contents } from '#ui/contents/contents.js';
import { Minute } from '#ui/minute/minute.js';
import { Columns, PageHeading } from '#ui/page/page.js';
import { Prose } from '#ui/prose/prose.js';
import { SummaryList, type SummaryRow } from '#ui/summary-list/summary-list.js';
import { Table } from '#ui/table/table.js';
import { Tag } from '#ui/tag/tag.js';
import type { MinutesPageAnchors } from '../../anchors.js';
import type { Declaration, MinutesContent } from '../../words.js';

export interface MinutesViewProps {
  readonly content: MinutesContent;
  readonly anchors: MinutesPageAnchors;
  readonly version: number;
  /** ISO date. */
  readonly publishedOn: string;
  readonly paths: { readonly meeting: string; readonly person: (slug: string) => string };
}

export const stateWords: Readonly<Record<MinutesContent['state'], string>> = {
  draft: 'not stated',
  'not stated': 'not stated',
  'put to next meeting': 'in the papers of the next meeting, to be agreed there',
  agreed: 'yes',
};

export function MinutesView({ content, anchors, version, publishedOn, paths }: MinutesViewProps) {
  const { board, meeting, minutes } = content;
  return (
    <article class="minutes">
      <PageHeading caption={board.organisation === null ? board.name : `${board.organisation}, ${board.name}`}>
        Minutes, {plainDate(meeting.date)}
      </PageHeading>
      <Columns
        sticky
        aside={
          <Contents
            items={[
              ...minutes.items.map((item, at) => ({
                ...(item.number === null ? {} : { number: item.number }),
                text: item.title,
                href: `#${anchors.items[at]?.id ?? ''}`,
              })),
              ...(minutes.leftovers.length > 0 ? [{ text: 'Other text', href: '#leftovers' }] : []),
              ...(minutes.declarations.length > 0 ? [{ text: 'Declarations of interest', href: '#declarations' }] : []),
              ...(minutes.attendance.length + minutes.substitutions.length > 0
                ? [{ text: 'Attendance', href: '#attendance' }]
                : []),
            ]}
          />
        }
      >
        <SummaryList rows={facts(content, version, publishedOn, paths.meeting)} />
        {hasAdded(minutes) && <p class="soft">{addedMeaning}</p>}
        {minutes.items.map((item, at) => {
          const ids = anchors.items[at];
          return ids ? <Minute item={item} ids={ids} level={2} /> : null;
        })}
        {minutes.leftovers.length > 0 && (
          <section>
            <h2 id="leftovers">Text that belongs to no item</h2>
            <Prose
              blocks={minutes.leftovers}
              level={3}
              about="Text that belongs to no item"
              anchors={anchors.leftovers.map((id) => ({ id, alias: null }))}
            />
          </section>
        )}
        {minutes.declarations.length > 0 && <Declarations declarations={minutes.declarations} person={paths.person} />}
        {minutes.attendance.length + minutes.substitutions.length > 0 && (
          <section>
            <h2 id="attendance">Attendance</h2>
            <Attendance rows={minutes.attendance} substitutions={minutes.substitutions} personHref={paths.person} />
          </section>
        )}
      </Columns>
    </article>
  );
}

function facts(
  { meeting, state }: MinutesContent,
  version: number,
  publishedOn: string,
  path: string,
): readonly SummaryRow[] {
  const when =
    meeting.start === null ? longDate(meeting.date) : `${longDate(meeting.date)}, ${plainTime(meeting.start)}`;
  return [
    { key: 'Meeting', value: <a href={path}>{when}</a> },
    ...(meeting.place === null ? [] : [{ key: 'Where', value: meeting.place }]),
    {
      key: 'Agreed by the board',
      value: state === 'agreed' ? <Tag tone="green">{stateWords[state]}</Tag> : stateWords[state],
    },
    { key: 'Version', value: `${version}, published on ${plainDate(publishedOn)}` },
  ];
}

/** An item, a kind or a nature that the minutes do not give is said to be missing, never guessed. */
function Declarations({
  declarations,
  person,
}: {
  readonly declarations: readonly Declaration[];
  readonly person: (slug: string) => string;
}) {
  const missing = <span class="soft">not stated</span>;
  return (
    <section>
      <h2 id="declarations">Declarations of interest</h2>
      <Table
        caption="Declarations of interest"
        captionClass="govuk-visually-hidden"
        narrow="stack"
        head={[{ content: 'Name' }, { content: 'Item' }, { content: 'Kind' }, { content: 'What was declared' }]}
        rows={declarations.map(({ name, slug, item, kind, nature }) => [
          { content: slug === null ? name : <a href={person(slug)}>{name}</a> },
          { content: item ?? missing },
          { content: kind ?? missing },
          { content: nature ?? missing },
        ])}
      />
    </section>
  );
}
