import type { ComponentExamples } from '../examples.js';
import { CheckSample } from '../samples/check.js';
import { MeetingSample } from '../samples/meeting.js';
import { PackSample } from '../samples/pack.js';
import { PublishingSample } from '../samples/publishing.js';
import { SignInSample } from '../samples/sign-in.js';
import { Columns, PageHeading } from './page.js';

export const pageExamples: ComponentExamples = {
  component: 'page',
  about: 'The whole document: header, navigation, content, footer; and the parts that lay out its content.',
  examples: [
    { name: 'meeting', page: (assets) => <MeetingSample assets={assets} /> },
    { name: 'pack', page: (assets) => <PackSample assets={assets} /> },
    { name: 'check', page: (assets) => <CheckSample assets={assets} /> },
    { name: 'sign in', page: (assets) => <SignInSample assets={assets} /> },
    { name: 'sign in refused', page: (assets) => <SignInSample assets={assets} refused /> },
    { name: 'publishing', page: (assets) => <PublishingSample assets={assets} /> },
    {
      name: 'heading and columns',
      show: () => (
        <>
          <PageHeading caption="Children and Young People Board" lead="One sentence that says what the page is for.">
            Heading of a page
          </PageHeading>
          <Columns aside={<p>Beside the text on wide screens.</p>}>
            <p>The text itself.</p>
          </Columns>
        </>
      ),
    },
  ],
};
