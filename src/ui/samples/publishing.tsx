import { BackLink } from '../back-link/back-link.js';
import { NotificationBanner } from '../notification-banner/notification-banner.js';
import { PageHeading, type PageAssets } from '../page/page.js';
import { Progress } from '../progress/progress.js';
import { SamplePage } from './frame.js';

export function PublishingSample({ assets }: { readonly assets: PageAssets }) {
  return (
    <SamplePage
      assets={assets}
      width="text"
      unlisted
      title="Publishing the pack"
      refresh={{ seconds: 30 }}
      before={<BackLink href="#meeting">Meeting of 4 June 2025</BackLink>}
    >
      <NotificationBanner kind="success" title="Saved" text="Everything on the check page is answered." />
      <PageHeading caption="Children and Young People Board, 4 June 2025">Publishing the pack</PageHeading>
      <Progress
        id="publishing"
        label="Version 1"
        value={60}
        words="You may close this page: the work goes on."
        stop="#still"
        steps={[
          { text: 'Content frozen', state: 'done' },
          { text: 'Page written', state: 'done' },
          { text: 'PDF set', state: 'doing', note: '31 of 50 pages' },
          { text: 'Everything checked and shown', state: 'waiting' },
        ]}
      />
    </SamplePage>
  );
}
