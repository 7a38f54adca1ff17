import type { ComponentExamples } from '../examples.js';
import { sampleBlocks } from '../samples/blocks.js';
import { Prose } from './prose.js';

export const proseExamples: ComponentExamples = {
  component: 'prose',
  about:
    'Text of the record: headings, numbered paragraphs, lists, tables and quotes, with the page of the PDF beside it.',
  examples: [
    {
      name: 'everything it can hold',
      show: () => (
        <Prose
          level={3}
          blocks={sampleBlocks}
          pageOf={(anchor) => (['p-1', 'p-2', 'p-2.1'].includes(anchor) ? 9 : 10)}
          pdf="#pdf"
        />
      ),
    },
    {
      name: 'one paragraph without number',
      show: () => (
        <Prose
          blocks={[
            {
              kind: 'paragraph',
              number: null,
              numbering: null,
              prose: [{ text: 'There were no declarations of interest.' }],
              lines: null,
            },
          ]}
        />
      ),
    },
  ],
};
