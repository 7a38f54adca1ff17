import { Button } from '../button/button.js';
import type { ComponentExamples } from '../examples.js';
import { EmptyState } from './empty-state.js';

export const emptyStateExamples: ComponentExamples = {
  component: 'empty-state',
  about: 'Where nothing is yet: why, and what to do.',
  examples: [
    {
      name: 'with something to do',
      show: () => (
        <EmptyState title="No meetings yet" level={3} action={<Button href="#bring-in">Bring in a pack</Button>}>
          <p>Meetings appear here when a pack is brought in or a date is set.</p>
        </EmptyState>
      ),
    },
    {
      name: 'nothing to do',
      show: () => (
        <EmptyState title="Nothing found for “late busses”" level={3}>
          <p>Try fewer words, or another spelling.</p>
        </EmptyState>
      ),
    },
  ],
};
