import type { ComponentExamples } from '../examples.js';
import { People, Person } from './person.js';

export const personExamples: ComponentExamples = {
  component: 'person',
  about: 'A person on a board, at a meeting, behind a report.',
  examples: [
    {
      name: 'one',
      show: () => (
        <Person title="Cllr" name="Siân Pryce" honours="MBE" from="Ŵydd Valley District Council" href="#pryce" />
      ),
    },
    {
      name: 'a group',
      show: () => (
        <People>
          {[
            <Person title="Cllr" name="Amina Farouk" office="Chair" from="Northmoor Council" href="#farouk" />,
            <Person title="Cllr" name="Desmond Okoro" from="Eastholm Borough Council" href="#okoro" />,
            <Person
              title="Cllr"
              name="Lena Hartley"
              from="Saltby County Council"
              note="Substitute for Cllr Okoro"
              href="#hartley"
            />,
          ]}
        </People>
      ),
    },
  ],
};
