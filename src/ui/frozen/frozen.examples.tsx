import type { ComponentExamples } from '../examples.js';
import { Frozen } from './frozen.js';
import { VersionList } from './version-list.js';

export const frozenExamples: ComponentExamples = {
  component: 'frozen',
  about: 'A publication as it was frozen, inside today’s frame.',
  examples: [
    {
      name: 'Two sentences',
      show: () => (
        <Frozen html="<p>The trial on the 14 route goes on until Easter.</p><p>Published on 4 June 2025.</p>" />
      ),
    },
    {
      name: 'its versions',
      show: () => (
        <VersionList
          versions={[
            { version: 2, href: '#two', publishedOn: '2025-06-04' },
            { version: 1, href: '#one', publishedOn: '2025-05-28' },
          ]}
        />
      ),
    },
  ],
};
