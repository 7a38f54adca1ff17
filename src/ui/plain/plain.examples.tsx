import type { ComponentExamples } from '../examples.js';
import { CodeCard, EasyLines, HelpBox, Plain } from './plain.js';

export const plainExamples: ComponentExamples = {
  component: 'plain',
  about: 'Large type for young readers, easy read, and the card with a code.',
  examples: [
    {
      name: 'A page for young people',
      show: () => (
        <Plain>
          <p>Say what should be in the charter.</p>
          <HelpBox>
            <p>
              <strong>Need help now?</strong> Talk to the safeguarding lead.
            </p>
          </HelpBox>
        </Plain>
      ),
    },
    {
      name: 'Easy read',
      show: () => (
        <Plain easyRead>
          <EasyLines lines={['Sometimes things go wrong.', 'We ask you what happened.']} />
        </Plain>
      ),
    },
    {
      name: 'A code for a class',
      show: () => (
        <CodeCard address="kept.example/together" code="BCD FGH JKL">
          <p>Nobody asks your name.</p>
        </CodeCard>
      ),
    },
  ],
};
