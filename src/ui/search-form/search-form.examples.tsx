import type { ComponentExamples } from '../examples.js';
import { SearchForm } from './search-form.js';

export const searchFormExamples: ComponentExamples = {
  component: 'search-form',
  about: 'Finds words in everything that is published.',
  examples: [
    {
      name: 'usual',
      show: () => (
        <SearchForm
          action="#results"
          label="Search meetings, papers and decisions"
          hint="A word, a name or a number. Small typing errors are forgiven."
          value="late buses"
        />
      ),
    },
    {
      name: 'compact',
      show: () => <SearchForm action="#results" id="search-compact" compact label="Search this board" />,
    },
  ],
};
