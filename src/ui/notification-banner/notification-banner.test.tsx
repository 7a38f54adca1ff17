import { children } from '#test/views.js';
import { extraOf, keepsContract, textOf } from '#test/contract.js';
import { NotificationBanner, type NotificationBannerProps } from './notification-banner.js';

const ownRole = 'we allow region, alert and status only';

keepsContract({
  component: 'notification-banner',
  compared: 18,
  without: { 'role=banner': ownRole, titleHeadingLevel: 'never needed', 'type=some-type': 'there is no such kind' },
  view: (options) => (
    <NotificationBanner
      {...extraOf(options)}
      title={typeof options['titleHtml'] === 'string' ? children(options['titleHtml']) : textOf(options, 'titleText')}
      text={options.text}
      kind={options['type'] === 'success' ? 'success' : undefined}
      role={options['role'] as NotificationBannerProps['role']}
      titleId={textOf(options, 'titleId')}
      disableAutoFocus={options['disableAutoFocus'] as boolean | undefined}
    >
      {options.html && children(options.html)}
    </NotificationBanner>
  ),
});
