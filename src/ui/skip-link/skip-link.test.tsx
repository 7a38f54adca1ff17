import { contentOf, extraOf, keepsContract } from '#test/contract.js';
import { SkipLink } from './skip-link.js';

keepsContract({
  component: 'skip-link',
  compared: 9,
  view: (options) => (
    <SkipLink {...extraOf(options)} href={options.href}>
      {contentOf(options)}
    </SkipLink>
  ),
});
