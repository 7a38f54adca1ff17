import type { ComponentExamples } from '../examples.js';
import { Panel } from './panel.js';

export const panelExamples: ComponentExamples = {
  component: 'panel',
  about: 'The end of a journey.',
  examples: [
    {
      name: 'usual',
      show: () => (
        <Panel title="Published" level={3}>
          Children and Young People Board, 4 June 2025, version 1
        </Panel>
      ),
    },
  ],
};
