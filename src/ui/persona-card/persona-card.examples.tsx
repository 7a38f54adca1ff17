import type { ComponentExamples } from '../examples.js';
import { Cards } from '../page/page.js';
import { PersonaCard } from './persona-card.js';

export const personaCardExamples: ComponentExamples = {
  component: 'persona-card',
  about: 'Goes in as an invented person, in demonstration mode only.',
  examples: [
    {
      name: 'two',
      show: () => (
        <Cards>
          {[
            <PersonaCard
              level={3}
              name="Priya Raman"
              role="Committee clerk, Northmoor Council"
              about="Brings in packs, checks and publishes them."
              action="#sign-in"
              fields={{ persona: 'priya-raman' }}
            />,
            <PersonaCard
              level={3}
              name="Amina Farouk"
              role="Councillor, chair of the board"
              action="#sign-in"
              fields={{ persona: 'amina-farouk' }}
            />,
          ]}
        </Cards>
      ),
    },
  ],
};
