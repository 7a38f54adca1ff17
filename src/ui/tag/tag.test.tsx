import { contentOf, extraOf, keepsContract } from '#test/contract.js';
import { Tag } from './tag.js';

keepsContract({
  component: 'tag',
  compared: 12,
  view: (options) => <Tag {...extraOf(options)}>{contentOf(options)}</Tag>,
});
