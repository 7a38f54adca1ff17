/** A whole pack on one page: what it says, in the order of the PDF, with the PDF's page numbers beside the text. */
import { Fragment } from 'preact';
import { longDate, plainDate, plainTime } from '#base/london.js';
import { blockText, plainText, type Block, type Heading } from '#base/prose.js';
import { addedMeaning, hasAdded } from '#ui/added/added.js';
import { AgendaList } from '#ui/agenda-list/agenda-list.js';
import { Attendance } from '#ui/attendance/attendance.js';
import { Contents, type ContentsItem } from '#ui/contents/contents.js';
import { DocumentLink } from '#ui/document-link/document-link.js';
import { Minute } from '#ui/minute/minute.js';
import { Columns, PageHeading } from '#ui/page/page.js';
import type { Content } from '#ui/parts.js';
import { People, Person } from '#ui/person/person.js';
import { PageMark, Prose, Runs } from '#ui/prose/prose.js';
import { SummaryList, type SummaryRow } from '#ui/summary-list/summary-list.js';
import { Tag } from '#ui/tag/tag.js';
import {
  anchorOrder,
  type AnnexAnchors,
  type BlockAnchor,
  type ItemAnchors,
  type MinutesAnchors,
  type PackAnchors,
  type PaperAnchors,
  type ReportAnchors,
  type SectionAnchors,
} from '../../anchors.js';
import { itemRanges, type PageRange } from '../../page-ranges.js';
import { isSameTitle, purposeWords, rangeWords } from '../../view-words.js';
import type { GroupMembership, Member } from '#rooms/decided/boards/index.js';
import type {
  AnnexPaper,
  Delivery,
  MeetingMode,
  MinutesPaper,
  PackContent,
  PackItem,
  PackPages,
  Paper,
  ReportPaper,
} from '../../words.js';

export interface PackViewProps {
  readonly content: PackContent;
  readonly anchors: PackAnchors;
  /** Null where the pack has no PDF. */
  readonly pages: PackPages | null;
  readonly version: number;
  /** ISO date. */
  readonly publishedOn: string;
  readonly paths: PackViewPaths;
}

export interface PackViewPaths {
  /** Null where the pack has no PDF. */
  readonly pdf: string | null;
  readonly person: (slug: string) => string;
}

const deliveryWords: Readonly<Record<Delivery, string | null>> = {
  attached: null,
  'to follow': 'Paper to follow',
  tabled: 'Paper given out at the meeting',
  verbal: 'Verbal report, no paper',
  presentation: 'Presentation',
  none: null,
};
const modeWords: Readonly<Record<MeetingMode, string>> = {
  'in person': 'In person',
  remote: 'Online',
  hybrid: 'In person and online',
};

/** What every part of the page must know: where a page of the PDF begins, and where links lead. */
interface Setting {
  /** Page that begins at an anchor; undefined where none does. */
  readonly turnAt: (anchor: string) => number | undefined;
  readonly pdf: string | undefined;
  readonly person: (slug: string) => string;
}

export function PackView({ content, anchors, pages, version, publishedOn, paths }: PackViewProps) {
  const { board, meeting } = content;
  const turns = pageTurns(anchors, pages);
  const setting: Setting = { turnAt: (anchor) => turns.get(anchor), pdf: paths.pdf ?? undefined, person: paths.person };
  const ranges = pages === null ? content.items.map(() => null) : itemRanges(content, pages);
  return (
    <article class="pack">
      <PageHeading caption={board.organisation === null ? board.name : `${board.organisation}, ${board.name}`}>
        Agenda pack, {plainDate(meeting.date)}
      </PageHeading>
      <Columns sticky aside={<Contents items={contentsOf(content, anchors, pages, ranges)} />}>
        <section class="pack__part" id={anchors.cover}>
          <Mark at={anchors.cover} setting={setting} />
          <SummaryList rows={coverRows(content, version, publishedOn)} />
          {paths.pdf !== null && pages !== null && (
            <DocumentLink
              href={paths.pdf}
              title="The same as a PDF"
              type="PDF"
              pages={pages.total}
              note="The page numbers beside the text are those of this PDF."
            />
          )}
          {hasRecovered(content) && (
            <p class="soft">
              A paragraph number in square brackets, like [4], is missing in the source. It was worked out from the
              numbers before and after it.
            </p>
          )}
          {content.items.some(({ papers }) => papers.some((paper) => paper.kind === 'minutes' && hasAdded(paper))) && (
            <p class="soft">{addedMeaning}</p>
          )}
        </section>
        <BlockSection title="Notices" blocks={content.notices} anchors={anchors.notices} setting={setting} />
        {anchors.membership !== null && <Membership id={anchors.membership} content={content} setting={setting} />}
        <section class="pack__part">
          <Mark at={anchors.agenda} setting={setting} />
          <h2 id={anchors.agenda}>Agenda</h2>
          <AgendaList
            items={content.items.map((item, at) => agendaEntry(item, anchors.items[at], ranges[at] ?? null, setting))}
          />
          {content.nextMeeting && (
            <p>
              <strong>Next meeting:</strong>{' '}
              {[
                longDate(content.nextMeeting.date),
                ...(content.nextMeeting.start === null ? [] : [plainTime(content.nextMeeting.start)]),
                ...(content.nextMeeting.place === null ? [] : [content.nextMeeting.place]),
              ].join(', ')}
            </p>
          )}
        </section>
        {content.items.map((item, at) => {
          const own = anchors.items[at];
          return own && item.papers.length > 0 ? (
            <ItemView item={item} anchors={own} range={ranges[at] ?? null} setting={setting} />
          ) : null;
        })}
        <BlockSection
          title="Text that belongs to no item"
          lead="This stands in the source after the last item. It is kept here as it was."
          blocks={content.leftovers}
          anchors={anchors.leftovers}
          setting={setting}
        />
      </Columns>
    </article>
  );
}

/** The anchors at which a page of the PDF begins, each page once, in reading order. */
function pageTurns(anchors: PackAnchors, pages: PackPages | null): ReadonlyMap<string, number> {
  const turns = new Map<string, number>();
  if (pages === null) return turns;
  // Items without papers have their anchor in the agenda, which was passed before: a page number never goes back.
  let last = 0;
  for (const anchor of anchorOrder(anchors)) {
    const page = pages.byAnchor[anchor];
    if (page !== undefined && page > last) {
      turns.set(anchor, page);
      last = page;
    }
  }
  return turns;
}

function Mark({ at, setting }: { readonly at: string; readonly setting: Setting }) {
  const page = setting.turnAt(at);
  return page === undefined ? null : <PageMark page={page} pdf={setting.pdf} />;
}

function coverRows({ meeting, cycle }: PackContent, version: number, publishedOn: string): readonly SummaryRow[] {
  const { contact } = meeting;
  return [
    {
      key: 'When',
      value: meeting.start === null ? longDate(meeting.date) : `${longDate(meeting.date)}, ${plainTime(meeting.start)}`,
    },
    ...(meeting.place === null ? [] : [{ key: 'Where', value: meeting.place }]),
    ...(meeting.mode === null ? [] : [{ key: 'How people meet', value: modeWords[meeting.mode] }]),
    ...(contact === null ? [] : [{ key: 'Contact', value: <Contact {...contact} /> }]),
    ...(cycle === null ? [] : [{ key: 'Cycle', value: cycle }]),
    { key: 'Version', value: `${version}, published on ${plainDate(publishedOn)}` },
  ];
}

function Contact({
  name,
  position,
  phone,
  email,
}: {
  readonly name: string | null;
  readonly position?: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}) {
  const parts: readonly Content[] = [
    name,
    position,
    phone,
    email !== null && isAddress(email) ? <a href={`mailto:${email}`}>{email}</a> : email,
  ].filter((part) => part !== null && part !== undefined && part !== '');
  return (
    <>
      {parts.map((part, at) => (
        <Fragment key={at}>
          {at > 0 && ', '}
          {part}
        </Fragment>
      ))}
    </>
  );
}

function isAddress(email: string): boolean {
  return /^[^\s@:/?#]+@[^\s@:/?#]+$/.test(email);
}

function hasRecovered(content: PackContent): boolean {
  const lost = (blocks: readonly Block[]) =>
    blocks.some((block) => block.kind === 'paragraph' && block.numbering === 'recovered');
  const papers = content.items.flatMap((item) => item.papers);
  return (
    lost(content.notices) ||
    lost(content.leftovers) ||
    papers.some((paper) =>
      paper.kind === 'minutes'
        ? lost(paper.leftovers)
        : lost(paper.body) || (paper.kind === 'report' && lost(paper.summary)),
    )
  );
}

function BlockSection({
  title,
  lead,
  blocks,
  anchors,
  setting,
}: {
  readonly title: string;
  readonly lead?: string;
  readonly blocks: readonly Block[];
  readonly anchors: SectionAnchors | null;
  readonly setting: Setting;
}) {
  if (anchors === null) return null;
  return (
    <section class="pack__part">
      <Mark at={anchors.id} setting={setting} />
      <h2 id={anchors.id}>{title}</h2>
      {lead && <p class="soft">{lead}</p>}
      <Blocks blocks={blocks} anchors={anchors.blocks} level={3} setting={setting} about={title} />
    </section>
  );
}

function Blocks({
  blocks,
  anchors,
  level,
  setting,
  about,
}: {
  readonly blocks: readonly Block[];
  readonly anchors: readonly BlockAnchor[];
  readonly level: 3 | 4 | 5;
  readonly setting: Setting;
  readonly about: string;
}) {
  return blocks.length === 0 ? null : (
    <Prose blocks={blocks} level={level} anchors={anchors} turnAt={setting.turnAt} pdf={setting.pdf} about={about} />
  );
}

function Membership({
  id,
  content,
  setting,
}: {
  readonly id: string;
  readonly content: PackContent;
  readonly setting: Setting;
}) {
  return (
    <section class="pack__part">
      <Mark at={id} setting={setting} />
      <h2 id={id}>Membership{content.cycle !== null && ` ${content.cycle}`}</h2>
      {content.groups.map((group) => (
        <GroupView group={group} person={setting.person} />
      ))}
    </section>
  );
}

function GroupView({ group, person }: { readonly group: GroupMembership; readonly person: (slug: string) => string }) {
  return (
    <>
      <h3>
        {group.name ?? 'Members'}
        {group.seats !== null && <span class="pack__count"> {seatWords(group.seats)}</span>}
      </h3>
      {group.office && (
        <p class="soft">
          Group office: <Contact name={null} {...group.office} />
        </p>
      )}
      {group.members.length > 0 && <MemberList members={group.members} person={person} />}
      {group.substitutes.length > 0 && (
        <>
          <h4>Substitutes</h4>
          <MemberList members={group.substitutes} person={person} />
        </>
      )}
    </>
  );
}

export function seatWords(seats: number): string {
  return seats === 1 ? '1 seat' : `${seats} seats`;
}

function MemberList({
  members,
  person,
}: {
  readonly members: readonly Member[];
  readonly person: (slug: string) => string;
}) {
  return (
    <People>
      {members.map((member) => (
        <Person
          name={member.name}
          href={person(member.slug)}
          honours={member.honours ?? undefined}
          office={member.office ?? undefined}
          from={member.authority ?? undefined}
        />
      ))}
    </People>
  );
}

function agendaEntry(item: PackItem, anchors: ItemAnchors | undefined, range: PageRange | null, setting: Setting) {
  const { pdf } = setting;
  const hasPapers = item.papers.length > 0;
  return {
    number: item.number,
    title: item.title,
    ...(hasPapers ? { href: `#${anchors?.id ?? ''}` } : { id: anchors?.id }),
    purpose: item.purpose && (
      <Tag tone={item.purpose === 'decision' ? 'blue' : 'grey'}>{purposeWords[item.purpose]}</Tag>
    ),
    pages: range ? (
      pdf ? (
        <a href={`${pdf}#page=${range.from}`}>{rangeWords(range)}</a>
      ) : (
        rangeWords(range)
      )
    ) : hasPapers ? null : (
      deliveryWords[item.delivery]
    ),
    ...(item.text.length > 0
      ? {
          children: (
            <Blocks
              blocks={item.text}
              anchors={anchors?.text ?? []}
              level={4}
              setting={setting}
              about={`${item.title}, item ${item.number} of the agenda`}
            />
          ),
        }
      : {}),
  };
}

function ItemView({
  item,
  anchors,
  range,
  setting,
}: {
  readonly item: PackItem;
  readonly anchors: ItemAnchors;
  readonly range: PageRange | null;
  readonly setting: Setting;
}) {
  return (
    <section class="pack__part pack__item">
      <Mark at={anchors.id} setting={setting} />
      <h2 id={anchors.id}>
        <span class="pack__kind">Item {item.number}</span>
        <span class="govuk-visually-hidden">: </span>
        {item.title}
      </h2>
      {(item.purpose !== null || range !== null) && (
        <p class="pack__facts">
          {item.purpose !== null && (
            <Tag tone={item.purpose === 'decision' ? 'blue' : 'grey'}>{purposeWords[item.purpose]}</Tag>
          )}
          {range !== null && <span class="soft">PDF {rangeWords(range)}</span>}
        </p>
      )}
      {item.papers.map((paper, at) => (
        <PaperView paper={paper} anchors={anchors.papers[at]} about={aboutOf(item, paper)} setting={setting} />
      ))}
    </section>
  );
}

/** Names a paper apart from all others on the page. */
function aboutOf(item: PackItem, paper: Paper): string {
  const annex = paper.kind === 'annex' ? `Annex${paper.number === null ? '' : ` ${paper.number}`}: ` : '';
  return `${annex}${paper.title}, item ${item.number}`;
}

function PaperView({
  paper,
  anchors,
  about,
  setting,
}: {
  readonly paper: Paper;
  readonly anchors: PaperAnchors | undefined;
  readonly about: string;
  readonly setting: Setting;
}) {
  if (paper.kind === 'report' && anchors?.kind === 'report')
    return <ReportView paper={paper} anchors={anchors} about={about} setting={setting} />;
  if (paper.kind === 'annex' && anchors?.kind === 'annex')
    return <AnnexView paper={paper} anchors={anchors} about={about} setting={setting} />;
  if (paper.kind === 'minutes' && anchors?.kind === 'minutes')
    return <MinutesPaperView paper={paper} anchors={anchors} about={about} setting={setting} />;
  throw new Error(
    `The anchors do not belong to this pack: a ${paper.kind} has those of ${anchors?.kind ?? 'nothing'}.`,
  );
}

function PaperHeading({
  id,
  kind,
  title,
  setting,
}: {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly setting: Setting;
}) {
  return (
    <>
      <Mark at={id} setting={setting} />
      <h3 class="pack__paper" id={id}>
        <span class="pack__kind">{kind}</span>
        <span class="govuk-visually-hidden">: </span>
        {title}
      </h3>
    </>
  );
}

function ReportView({
  paper,
  anchors,
  about,
  setting,
}: {
  readonly paper: ReportPaper;
  readonly anchors: ReportAnchors;
  readonly about: string;
  readonly setting: Setting;
}) {
  const rows: readonly SummaryRow[] = [
    ...(paper.purpose === null ? [] : [{ key: 'Purpose', value: paper.purpose }]),
    ...(paper.theme === null ? [] : [{ key: 'Theme', value: paper.theme }]),
    ...(paper.contact === null ? [] : [{ key: 'Contact', value: <Contact {...paper.contact} /> }]),
  ];
  return (
    <>
      <PaperHeading id={anchors.id} kind="Report" title={paper.title} setting={setting} />
      {rows.length > 0 && <SummaryList class="govuk-summary-list--no-border" rows={rows} />}
      {paper.summary.length > 0 && (
        <>
          <h4>Summary</h4>
          <Blocks blocks={paper.summary} anchors={anchors.summary} level={5} setting={setting} about={about} />
        </>
      )}
      {paper.recommendations.length > 0 && (
        <div class="pack__recommendations">
          <h4>{paper.recommendations.length === 1 ? 'Recommendation' : 'Recommendations'}</h4>
          {paper.recommendations.map((recommendation, at) => {
            const id = anchors.recommendations[at] ?? '';
            return (
              <>
                <Mark at={id} setting={setting} />
                <p id={id}>
                  <Runs prose={recommendation} />
                </p>
              </>
            );
          })}
        </div>
      )}
      <Blocks blocks={paper.body} anchors={anchors.body} level={4} setting={setting} about={about} />
    </>
  );
}

function AnnexView({
  paper,
  anchors,
  about,
  setting,
}: {
  readonly paper: AnnexPaper;
  readonly anchors: AnnexAnchors;
  readonly about: string;
  readonly setting: Setting;
}) {
  return (
    <>
      <PaperHeading
        id={anchors.id}
        kind={paper.number === null ? 'Annex' : `Annex ${paper.number}`}
        title={paper.title}
        setting={setting}
      />
      <Blocks blocks={paper.body} anchors={anchors.body} level={4} setting={setting} about={about} />
    </>
  );
}

function MinutesPaperView({
  paper,
  anchors,
  about,
  setting,
}: {
  readonly paper: MinutesPaper;
  readonly anchors: MinutesAnchors;
  readonly about: string;
  readonly setting: Setting;
}) {
  return (
    <>
      <PaperHeading
        id={anchors.id}
        kind={paper.date === null ? 'Minutes' : `Minutes of the meeting of ${longDate(paper.date)}`}
        title={paper.title}
        setting={setting}
      />
      {paper.items.map((item, at) => {
        const ids = anchors.items[at];
        return ids ? (
          <Minute item={item} ids={ids} level={4} mark={(id) => <Mark at={id} setting={setting} />} />
        ) : null;
      })}
      <Blocks blocks={paper.leftovers} anchors={anchors.leftovers} level={4} setting={setting} about={about} />
      {(anchors.attendance !== null || paper.substitutions.length > 0) && (
        <>
          {anchors.attendance !== null && <Mark at={anchors.attendance} setting={setting} />}
          <h4 id={anchors.attendance ?? undefined}>Attendance</h4>
          <Attendance rows={paper.attendance} substitutions={paper.substitutions} personHref={setting.person} />
        </>
      )}
      {anchors.declarations !== null && (
        <>
          <Mark at={anchors.declarations} setting={setting} />
          <h4 id={anchors.declarations}>Declarations of interest</h4>
          <ul>
            {paper.declarations.map((declaration) => (
              <li>{declarationWords(declaration)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** "Cllr A, item 3, non-pecuniary: trustee of …": only what the minutes give. */
export function declarationWords({ name, item, kind, nature }: MinutesPaper['declarations'][number]): string {
  const about = [name, ...(item === null ? [] : [`item ${item}`]), ...(kind === null ? [] : [kind])].join(', ');
  return nature === null ? about : `${about}: ${nature}`;
}

function contentsOf(
  content: PackContent,
  anchors: PackAnchors,
  pages: PackPages | null,
  ranges: readonly (PageRange | null)[],
): readonly ContentsItem[] {
  const note = (anchor: string) => (pages?.byAnchor[anchor] === undefined ? undefined : `p. ${pages.byAnchor[anchor]}`);
  const part = (anchor: string | null | undefined, text: string) =>
    anchor === null || anchor === undefined ? [] : [{ text, href: `#${anchor}`, note: note(anchor) }];
  return [
    ...part(anchors.notices?.id, 'Notices'),
    ...part(anchors.membership, 'Membership'),
    ...part(anchors.agenda, 'Agenda'),
    ...content.items.map((item, at): ContentsItem => {
      const own = anchors.items[at];
      const range = ranges[at] ?? null;
      return {
        number: item.number,
        text: item.title,
        href: `#${own?.id ?? ''}`,
        note:
          range !== null
            ? `p. ${range.from}`
            : item.papers.length === 0 && item.delivery === 'verbal'
              ? 'verbal'
              : undefined,
        items: item.papers.flatMap((paper, index) => paperContents(paper, own?.papers[index], item.title, note)),
      };
    }),
    ...part(anchors.leftovers?.id, 'Other text'),
  ];
}

/** A paper's own line, or its headings in its place where its title only repeats the item's. */
function paperContents(
  paper: Paper,
  anchors: PaperAnchors | undefined,
  itemTitle: string,
  note: (anchor: string) => string | undefined,
): readonly ContentsItem[] {
  if (anchors === undefined) return [];
  const headings =
    paper.kind === 'report' && anchors.kind === 'report' ? headingContents(paper.body, anchors.body) : [];
  if (isSameTitle(paper.title, itemTitle)) return headings;
  const name =
    paper.kind === 'annex' ? `Annex${paper.number === null ? '' : ` ${paper.number}`}: ${paper.title}` : paper.title;
  return [{ text: name, href: `#${anchors.id}`, note: note(anchors.id), items: headings }];
}

function headingContents(body: readonly Block[], anchors: readonly BlockAnchor[]): readonly ContentsItem[] {
  return body.flatMap((block, at) =>
    isTopHeading(block) ? [{ text: plainText(block.prose), href: `#${anchors[at]?.id ?? ''}` }] : [],
  );
}

function isTopHeading(block: Block): block is Heading {
  return block.kind === 'heading' && block.level === 1 && blockText(block).trim() !== '';
}
