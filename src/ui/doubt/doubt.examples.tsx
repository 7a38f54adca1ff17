import { Button, ButtonGroup } from '../button/button.js';
import type { ComponentExamples } from '../examples.js';
import { Input } from '../input/input.js';
import { Radios } from '../radios/radios.js';
import { Source } from '../source/source.js';
import { Doubt, doubtMessageId } from './doubt.js';

const source = () => (
  <Source
    title="northmoor-june.md"
    from={212}
    lines={[
      'Apologies: Cllr D Okoro, Cllr S Price',
      'Substitutes: Cllr L Hartley',
      '',
      'Cllr Whitby declared an interest.',
    ]}
  />
);

export const doubtExamples: ComponentExamples = {
  component: 'doubt',
  about: 'Something in a source that does not add up, with the lines that show it. The clerk decides; Kept never does.',
  examples: [
    {
      name: 'wrong, to be answered',
      show: () => (
        <>
          <Doubt
            id="doubt-spelling"
            weight="wrong"
            message="“S Price” among the apologies and “Siân Pryce” in the membership seem to be one person."
            evidence={[
              { lines: { from: 41, to: 41 }, words: 'Cllr Siân Pryce MBE (Ŵydd Valley)' },
              { lines: { from: 212, to: 212 }, words: 'Apologies: Cllr D Okoro, Cllr S Price' },
            ]}
          >
            <Radios
              name="spelling"
              legend="Which spelling is right?"
              small
              items={[
                { value: 'Siân Pryce', label: 'Siân Pryce' },
                { value: 'S Price', label: 'S Price' },
                { value: 'other', label: 'Another', conditional: <Input name="spelling-other" label="Name" /> },
              ]}
            />
            <ButtonGroup>
              <Button attributes={{ 'aria-describedby': doubtMessageId('doubt-spelling') }}>Save my correction</Button>
              <Button
                kind="secondary"
                name="ignore"
                value="1"
                attributes={{ 'aria-describedby': doubtMessageId('doubt-spelling') }}
              >
                Ignore
              </Button>
            </ButtonGroup>
          </Doubt>
          {source()}
        </>
      ),
    },
    {
      name: 'missing',
      show: () => (
        <Doubt
          id="doubt-missing"
          weight="missing"
          message="Two members sent apologies and one substitute came: the text does not say for whom."
          evidence={[]}
        />
      ),
    },
    {
      name: 'answered',
      show: () => (
        <Doubt
          id="doubt-answered"
          weight="check"
          message="12 seats are announced and the groups add up to 12."
          answer="Left as printed"
          evidence={[]}
        />
      ),
    },
  ],
};
