import type { ComponentExamples } from '../examples.js';
import { NotificationBanner } from './notification-banner.js';

export const notificationBannerExamples: ComponentExamples = {
  component: 'notification-banner',
  about: 'Tells once, above the page’s heading, what happened or what has changed.',
  examples: [
    {
      name: 'done',
      show: () => (
        <NotificationBanner
          kind="success"
          title="Done"
          titleId="banner-done"
          text="The pack is published as version 1."
        />
      ),
    },
    {
      name: 'to know',
      show: () => (
        <NotificationBanner titleId="banner-know" title="A newer version">
          <p>
            Version 2 of this pack was published on 2 June 2025. <a href="#version-2">Read version 2</a>
          </p>
        </NotificationBanner>
      ),
    },
  ],
};
