import { longDate, plainTime } from '#base/london.js';
import { type Lines, plainText } from '#base/prose.js';
import { Details } from '#ui/details/details.js';
import { lineWords } from '#ui/doubt/doubt.js';
import { lineAnchor } from '#ui/source/source.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { Table } from '#ui/table/table.js';
import type { ReadAnnex, Reading, ReadMinutes, ReadPerson, ReadReport } from '#rooms/decided/pack-reading/index.js';
import { blockWords } from './block-words.js';

/** Everything that was understood, each with the line it came from. */
export function WhatWasRead({ reading }: { readonly reading: Reading }) {
  return (
    <>
      {reading.meeting && <MeetingPart reading={reading} />}
      {reading.membership && <MembershipPart reading={reading} />}
      {reading.agenda.length > 0 && <AgendaPart reading={reading} />}
      {reading.minutes.map((minutes) => (
        <MinutesPart minutes={minutes} />
      ))}
      {reading.reports.map((report) => (
        <ReportPart report={report} />
      ))}
      {reading.annexes.map((annex) => (
        <AnnexPart annex={annex} />
      ))}
    </>
  );
}

function At({ lines }: { readonly lines: Lines }) {
  return (
    <a class="soft" href={`#${lineAnchor(lines.from)}`}>
      {lineWords(lines)}
    </a>
  );
}

function MeetingPart({ reading }: { readonly reading: Reading }) {
  const { meeting, board, nextMeeting } = reading;
  if (!meeting) return null;
  return (
    <Details summary="Meeting">
      <SummaryList
        rows={[
          { key: 'Board', value: board ? [board.name, ' ', <At lines={board.lines} />] : 'not given' },
          {
            key: 'Date',
            value: meeting.date ? [longDate(meeting.date), ' ', <At lines={meeting.lines} />] : 'not given',
          },
          { key: 'Start', value: meeting.start ? plainTime(meeting.start) : 'not given' },
          { key: 'Place', value: meeting.place ?? 'not given' },
          { key: 'How people meet', value: meeting.mode ?? 'not given' },
          {
            key: 'Contact',
            value:
              [meeting.contact?.name, meeting.contact?.email, meeting.contact?.phone].filter(Boolean).join(', ') ||
              'not given',
          },
          {
            key: 'Next meeting',
            value: nextMeeting
              ? [
                  longDate(nextMeeting.date),
                  nextMeeting.start ? `, ${plainTime(nextMeeting.start)} ` : ' ',
                  <At lines={nextMeeting.lines} />,
                ]
              : 'not given',
          },
        ]}
      />
    </Details>
  );
}

function personRow(person: ReadPerson) {
  return [
    {
      content: [person.title ? `${person.title} ` : '', person.name, person.honours ? ` ${person.honours}` : ''].join(
        '',
      ),
    },
    { content: person.office ?? '' },
    { content: person.authority ?? '' },
    { content: <At lines={person.lines} /> },
  ];
}

function MembershipPart({ reading }: { readonly reading: Reading }) {
  const groups = reading.membership?.groups ?? [];
  const head = [{ content: 'Name' }, { content: 'Office' }, { content: 'Authority' }, { content: 'Source' }];
  const members = groups.reduce((sum, group) => sum + group.members.length, 0);
  const substitutes = groups.reduce((sum, group) => sum + group.substitutes.length, 0);
  return (
    <Details summary={`Membership: ${members} members, ${substitutes} substitutes`}>
      {groups.map((group) => (
        <>
          <Table
            narrow="stack"
            caption={`${group.name ?? 'Members'}${group.seats === null ? '' : `: ${group.seats} seats`}`}
            head={head}
            rows={group.members.map(personRow)}
          />
          {group.substitutes.length > 0 && (
            <Table
              narrow="stack"
              caption={`${group.name ?? ''} substitutes`}
              head={head}
              rows={group.substitutes.map(personRow)}
            />
          )}
        </>
      ))}
    </Details>
  );
}

function AgendaPart({ reading }: { readonly reading: Reading }) {
  return (
    <Details summary={`Agenda: ${reading.agenda.length} items`}>
      <Table
        narrow="stack"
        caption="Agenda"
        head={[
          { content: 'Item' },
          { content: 'Title' },
          { content: 'Pages in the source' },
          { content: 'Paper' },
          { content: 'Source' },
        ]}
        rows={reading.agenda.map((item) => [
          { content: item.number },
          { content: [item.title, item.text.map((block) => <p class="soft">{blockWords(block, 140)}</p>)] },
          { content: item.pages ? `${item.pages.from} to ${item.pages.to}` : 'none' },
          { content: item.delivery === 'none' ? 'not said' : item.delivery },
          { content: <At lines={item.lines} /> },
        ])}
      />
    </Details>
  );
}

function MinutesPart({ minutes }: { readonly minutes: ReadMinutes }) {
  const count = (pick: (item: ReadMinutes['items'][number]) => readonly unknown[]): number =>
    minutes.items.reduce((sum, item) => sum + pick(item).length, 0);
  return (
    <Details
      summary={
        `Minutes${minutes.date ? ` of ${longDate(minutes.date)}` : ''}: ${minutes.items.length} items, ` +
        `${count((item) => item.decisions)} decisions, ${count((item) => item.actions)} actions, ` +
        `${minutes.attendance.length} people`
      }
    >
      {minutes.items.map((item) => (
        <>
          <h3>
            {item.number} {item.title} <At lines={item.lines} />
          </h3>
          <ul>
            {item.entries.map((entry) => (
              <li>
                <strong>{entry.kind}</strong>
                {entry.speaker && ` (${entry.speaker})`}: {plainText(entry.prose)} <At lines={entry.lines} />
              </li>
            ))}
            {item.decisions.map((decision) => (
              <li>
                <strong>decision</strong>: {plainText(decision.prose)} <At lines={decision.lines} />
              </li>
            ))}
            {item.actions.map((action) => (
              <li>
                <strong>action</strong>: {plainText(action.prose)} (owner: {action.owner ?? 'not stated'}; date:{' '}
                {action.due ? longDate(action.due) : 'not stated'}) <At lines={action.lines} />
              </li>
            ))}
          </ul>
        </>
      ))}
      {minutes.attendance.length > 0 && (
        <Table
          narrow="stack"
          caption="Attendance"
          head={[
            { content: 'Role' },
            { content: 'Name' },
            { content: 'Attendance' },
            { content: 'From' },
            { content: 'Source' },
          ]}
          rows={minutes.attendance.map((row) => [
            { content: row.role },
            { content: row.person.printed },
            { content: row.status },
            { content: row.organisation ?? '' },
            { content: <At lines={row.lines} /> },
          ])}
        />
      )}
      <SummaryList
        rows={[
          {
            key: 'Declarations',
            value:
              minutes.declarations.length === 0
                ? 'none read'
                : minutes.declarations.map((row) => (
                    <p>{`${row.person.printed}${row.item ? `, item ${row.item}` : ''}: ${row.nature ?? row.kind ?? 'nature not given'}`}</p>
                  )),
          },
          {
            key: 'Substitutions',
            value:
              minutes.substitutions.length === 0
                ? 'none read'
                : minutes.substitutions.map((row) => (
                    <p>{`${row.substitute?.printed ?? 'not said who'} for ${row.absent?.printed ?? 'not said whom'}`}</p>
                  )),
          },
          {
            key: 'Outside bodies',
            value:
              minutes.appointments.length === 0
                ? 'none read'
                : minutes.appointments.map((row) => (
                    <p>{`${row.body}: ${row.people.map((person) => person.printed).join(', ')}`}</p>
                  )),
          },
        ]}
      />
    </Details>
  );
}

function ReportPart({ report }: { readonly report: ReadReport }) {
  return (
    <Details summary={`Report${report.item ? ` for item ${report.item}` : ''}: ${report.title}`}>
      <SummaryList
        rows={[
          { key: 'Purpose', value: report.printedPurpose ?? 'not given' },
          {
            key: 'Summary',
            value:
              report.summary.length === 0 ? 'not given' : report.summary.map((block) => <p>{blockWords(block)}</p>),
          },
          {
            key: 'Recommendations',
            value:
              report.recommendations.length === 0
                ? 'not given'
                : report.recommendations.map((one) => <p>{plainText(one.prose)}</p>),
          },
          {
            key: 'Contact officer',
            value:
              [report.contact?.name, report.contact?.position, report.contact?.phone, report.contact?.email]
                .filter(Boolean)
                .join(', ') || 'not given',
          },
          { key: 'Source', value: <At lines={report.lines} /> },
        ]}
      />
      <ul>
        {report.body.map((block) => (
          <li>
            {block.kind === 'paragraph' && block.number !== null
              ? `${block.numbering === 'recovered' ? `[${block.number}]` : block.number} `
              : block.kind === 'heading'
                ? 'Heading: '
                : block.kind === 'table'
                  ? `Table of ${block.rows.length} rows: `
                  : ''}
            {blockWords(block, 140)} {block.lines && <At lines={block.lines} />}
          </li>
        ))}
      </ul>
    </Details>
  );
}

function AnnexPart({ annex }: { readonly annex: ReadAnnex }) {
  return (
    <Details summary={`Annex ${annex.number ?? ''}${annex.item ? ` to item ${annex.item}` : ''}: ${annex.title}`}>
      <p>
        {annex.body.length} paragraphs, headings, lists and tables, <At lines={annex.lines} />
      </p>
    </Details>
  );
}
