import type { ComponentExamples } from '../examples.js';
import { TextButton } from './text-button.js';

export const textButtonExamples: ComponentExamples = {
  component: 'text-button',
  about: 'Sends a form and looks like a link: for small acts beside a text.',
  examples: [
    {
      name: 'with what it is about',
      show: () => (
        <form action="#" method="get">
          <TextButton name="outcome" value="set aside" about="line 57">
            Set aside
          </TextButton>
        </form>
      ),
    },
  ],
};
