import { DocumentLink } from '../document-link/document-link.js';
import type { ComponentExamples } from '../examples.js';
import { Tag } from '../tag/tag.js';
import { AgendaList } from './agenda-list.js';

export const agendaListExamples: ComponentExamples = {
  component: 'agenda-list',
  about: 'The items of a meeting in their order, with their papers.',
  examples: [
    {
      name: 'usual',
      show: () => (
        <AgendaList
          items={[
            { number: '1', title: 'Welcome, apologies and declarations of interest' },
            { number: '2', title: 'Note of the meeting of 12 March 2025', href: '#item-2', pages: 'pages 3 to 8' },
            {
              number: '3',
              title: 'Late buses for after-school clubs',
              href: '#item-3',
              purpose: <Tag tone="blue">For decision</Tag>,
              pages: 'pages 9 to 14',
              children: (
                <DocumentLink
                  href="#annex"
                  title="Annex A: timetable of the trial"
                  type="PDF"
                  pages={2}
                  bytes={184_000}
                />
              ),
            },
            {
              number: '4',
              title: 'What the youth forum asked for',
              purpose: <Tag tone="grey">For discussion</Tag>,
              pages: 'verbal report',
            },
          ]}
        />
      ),
    },
  ],
};
