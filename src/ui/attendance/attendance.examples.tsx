import type { ComponentExamples } from '../examples.js';
import { Attendance } from './attendance.js';

export const attendanceExamples: ComponentExamples = {
  component: 'attendance',
  about: 'Who was at a meeting and who was not.',
  examples: [
    {
      name: 'Members and a guest',
      show: () => (
        <Attendance
          personHref={(slug) => `#${slug}`}
          substitutions={[
            { absent: 'Cllr Tom Whitby', substitute: 'Cllr Jo Marsh' },
            { absent: null, substitute: 'Cllr Ned Oakes' },
          ]}
          rows={[
            {
              role: 'Chair',
              status: 'present',
              name: 'Cllr Amina Farouk',
              slug: 'amina-farouk',
              organisation: 'Northmoor Council',
              origin: 'source',
            },
            {
              role: 'Member',
              status: 'present',
              name: 'Cllr Siân Pryce MBE',
              slug: 'sian-pryce',
              organisation: null,
              origin: 'source',
            },
            {
              role: 'Member',
              status: 'apologies',
              name: 'Cllr Tom Whitby',
              slug: 'tom-whitby',
              organisation: 'Saltby County Council',
              origin: 'clerk',
            },
            {
              role: 'Guest',
              status: 'in attendance',
              name: 'Ravi Menon',
              slug: null,
              organisation: 'Head of Transport',
              origin: 'source',
            },
          ]}
        />
      ),
    },
  ],
};
