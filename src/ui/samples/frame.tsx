/** What every sample page has in common: an invented council's Kept. */
import { Page, type PageAssets, type PageProps } from '../page/page.js';
import { PhaseBanner } from '../phase-banner/phase-banner.js';

type Frame = Omit<PageProps, 'assets'> & {
  readonly assets: PageAssets;
  readonly part?: 'boards' | 'meetings' | 'actions' | undefined;
};

export function SamplePage({ part, ...page }: Frame) {
  return (
    <Page
      organisation="Northmoor Council"
      navigation={[
        { text: 'Boards', href: '#boards', current: part === 'boards' },
        { text: 'Meetings', href: '#meetings', current: part === 'meetings' },
        { text: 'Actions', href: '#actions', current: part === 'actions' },
        { text: 'Calendar', href: '#calendar' },
        { text: 'Search', href: '#search-page' },
      ]}
      account={<a href="#sign-in">Sign in</a>}
      phase={<PhaseBanner tag="Demonstration">All people here are invented.</PhaseBanner>}
      footer={{
        links: [
          { text: 'About Kept', href: '#about' },
          { text: 'Accessibility', href: '#accessibility' },
          { text: 'Privacy', href: '#privacy' },
        ],
      }}
      {...page}
    />
  );
}
