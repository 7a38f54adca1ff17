import { BackLink } from '../back-link/back-link.js';
import { Contents } from '../contents/contents.js';
import { Details } from '../details/details.js';
import { DocumentLink } from '../document-link/document-link.js';
import { InsetText } from '../inset-text/inset-text.js';
import { Columns, PageHeading, type PageAssets } from '../page/page.js';
import { Prose } from '../prose/prose.js';
import { SummaryList } from '../summary-list/summary-list.js';
import { Tag } from '../tag/tag.js';
import { sampleBlocks } from './blocks.js';
import { SamplePage } from './frame.js';

export function PackSample({ assets }: { readonly assets: PageAssets }) {
  return (
    <SamplePage
      assets={assets}
      part="meetings"
      title="Agenda pack, 4 June 2025"
      before={<BackLink href="#meeting">Meeting of 4 June 2025</BackLink>}
    >
      <PageHeading
        caption="Children and Young People Board"
        lead="Everything the board had before it, with the page numbers of the PDF."
      >
        Agenda pack, 4 June 2025
      </PageHeading>
      <Columns
        sticky
        aside={
          <Contents
            items={[
              { text: 'Membership', href: '#content' },
              { number: '1', text: 'Welcome and apologies', href: '#content' },
              { number: '2', text: 'Note of the last meeting', href: '#content', note: 'p. 3' },
              {
                number: '3',
                text: 'Late buses for after-school clubs',
                href: '#item-3',
                note: 'p. 9',
                items: [
                  { text: 'Background', href: '#p-1' },
                  { text: 'What was found', href: '#p-3' },
                  { text: 'Next steps', href: '#p-14.10' },
                ],
              },
              { number: '4', text: 'What the youth forum asked for', href: '#content', note: 'verbal' },
            ]}
          />
        }
      >
        <DocumentLink href="#pdf" title="The same as a PDF" type="PDF" pages={50} bytes={1_412_000} />
        <Details summary="How to check that this is the pack as published">
          <p>
            Its fingerprint (SHA-256) is <code>9f2c7ab0e41d5a6c83b7f00d6ee19b54d8a8c2f97b1e0c3d44a19f6b7e5d2c10</code>.
          </p>
        </Details>
        <section aria-labelledby="item-3">
          <h2 id="item-3">3. Late buses for after-school clubs</h2>
          <p>
            <Tag tone="blue">For decision</Tag>
          </p>
          <SummaryList
            class="govuk-summary-list--no-border"
            rows={[
              { key: 'Purpose', value: 'To decide whether the trial goes on.' },
              { key: 'Contact officer', value: 'Ravi Menon, Head of Transport' },
            ]}
          />
          <InsetText>
            <p>
              <strong>Recommendation.</strong> That the board continues the trial on the 14 route until Easter.
            </p>
          </InsetText>
          <Prose
            level={3}
            blocks={sampleBlocks}
            pageOf={(anchor) => (['p-1', 'p-2', 'p-2.1'].includes(anchor) ? 9 : 10)}
            pdf="#pdf"
          />
        </section>
      </Columns>
    </SamplePage>
  );
}
