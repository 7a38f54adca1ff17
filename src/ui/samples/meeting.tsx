import { AgendaList } from '../agenda-list/agenda-list.js';
import { Breadcrumbs } from '../breadcrumbs/breadcrumbs.js';
import { DateTile } from '../date-tile/date-tile.js';
import { DocumentLink } from '../document-link/document-link.js';
import { Columns, PageHeading, type PageAssets } from '../page/page.js';
import { Pagination } from '../pagination/pagination.js';
import { People, Person } from '../person/person.js';
import { SummaryList } from '../summary-list/summary-list.js';
import { Tag } from '../tag/tag.js';
import { Timeline } from '../timeline/timeline.js';
import { SamplePage } from './frame.js';

export function MeetingSample({ assets }: { readonly assets: PageAssets }) {
  return (
    <SamplePage
      assets={assets}
      part="meetings"
      title="Children and Young People Board, 4 June 2025"
      description="Agenda, papers, decisions and attendance of the meeting of 4 June 2025."
      before={
        <Breadcrumbs
          items={[
            { text: 'Home', href: '#home' },
            { text: 'Boards', href: '#boards' },
            { text: 'Children and Young People Board', href: '#board' },
            { text: '4 June 2025' },
          ]}
        />
      }
    >
      <PageHeading
        caption="Children and Young People Board"
        lead="Late buses, the youth forum’s questions, and a place to meet in Saltby."
      >
        Meeting of 4 June 2025
      </PageHeading>
      <Columns
        asideLast
        aside={
          <>
            <h2 class="govuk-heading-m">The whole pack</h2>
            <DocumentLink href="#pack" title="Read the pack here" type="HTML" />
            <DocumentLink href="#pdf" title="Agenda pack" type="PDF" pages={50} bytes={1_412_000} />
            <DocumentLink href="#ics" title="Put it in my calendar" type="ICS" bytes={1_900} />
            <h2 class="govuk-heading-m">History</h2>
            <Timeline
              entries={[
                { what: 'Minutes published', when: '20 June 2025' },
                { what: 'Version 2 of the pack', when: '2 June 2025', detail: <p>One paper added under item 3.</p> },
                { what: 'Pack published', when: '28 May 2025' },
              ]}
            />
          </>
        }
      >
        <SummaryList
          rows={[
            {
              key: 'When',
              value: (
                <div class="when">
                  <DateTile date="2025-06-04" /> <div>Wednesday, 11.00 am</div>
                </div>
              ),
            },
            { key: 'Where', value: 'Council Chamber, Northmoor, and online' },
            { key: 'State', value: <Tag tone="green">Minutes published</Tag> },
            {
              key: 'Contact',
              value: (
                <>
                  Priya Raman, <a href="mailto:clerk@northmoor.example">clerk@northmoor.example</a>
                </>
              ),
            },
          ]}
        />
        <h2>Agenda</h2>
        <AgendaList
          items={[
            { number: '1', title: 'Welcome, apologies and declarations of interest' },
            { number: '2', title: 'Note of the meeting of 12 March 2025', href: '#item-2', pages: 'pages 3 to 8' },
            {
              number: '3',
              title: 'Late buses for after-school clubs',
              href: '#item-3',
              purpose: <Tag tone="blue">For decision</Tag>,
              pages: 'pages 9 to 14',
              children: (
                <>
                  <DocumentLink
                    href="#annex"
                    title="Annex A: timetable of the trial"
                    type="PDF"
                    pages={2}
                    bytes={184_000}
                  />
                  <p>
                    <strong>Decided:</strong> the trial on the 14 route goes on until Easter.
                  </p>
                </>
              ),
            },
            {
              number: '4',
              title: 'What the youth forum asked for',
              purpose: <Tag tone="grey">For discussion</Tag>,
              pages: 'verbal report',
            },
            {
              number: '5',
              title: 'A place to meet in Saltby',
              href: '#item-5',
              purpose: <Tag tone="grey">For information</Tag>,
              pages: 'pages 15 to 22',
            },
          ]}
        />
        <h2>Who was there</h2>
        <People>
          {[
            <Person title="Cllr" name="Amina Farouk" office="Chair" from="Northmoor Council" href="#farouk" />,
            <Person title="Cllr" name="Tom Whitby" office="Vice-Chair" from="Saltby County Council" href="#whitby" />,
            <Person title="Cllr" name="Siân Pryce" honours="MBE" from="Ŵydd Valley District Council" href="#pryce" />,
            <Person title="Cllr" name="Lena Hartley" from="Saltby County Council" note="Substitute" href="#hartley" />,
          ]}
        </People>
        <Pagination
          label="Meetings before and after"
          previous={{ href: '#a', text: 'Meeting before', label: '12 March 2025' }}
          next={{ href: '#b', text: 'Meeting after', label: '17 September 2025' }}
        />
      </Columns>
    </SamplePage>
  );
}
