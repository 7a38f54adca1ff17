import type { ComponentExamples } from '../examples.js';
import { DocumentLink } from './document-link.js';

export const documentLinkExamples: ComponentExamples = {
  component: 'document-link',
  about: 'A file to fetch: its kind and size before one follows the link.',
  examples: [
    {
      name: 'PDF',
      show: () => (
        <DocumentLink
          href="#pdf"
          title="Agenda pack, 4 June 2025"
          type="PDF"
          pages={50}
          bytes={1_412_000}
          note="Tagged for screen readers"
        />
      ),
    },
    {
      name: 'calendar',
      show: () => <DocumentLink href="#ics" title="All dates of the board" type="ICS" bytes={3_100} />,
    },
  ],
};
