import { contentOf, extraOf, keepsContract } from '#test/contract.js';
import { BackLink } from './back-link.js';

keepsContract({
  component: 'back-link',
  compared: 7,
  view: (options) => (
    <BackLink {...extraOf(options)} href={options.href ?? '#'}>
      {contentOf(options)}
    </BackLink>
  ),
});
