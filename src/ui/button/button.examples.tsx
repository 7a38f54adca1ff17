import type { ComponentExamples } from '../examples.js';
import { Button, ButtonGroup } from './button.js';

export const buttonExamples: ComponentExamples = {
  component: 'button',
  about: 'Sends a form or starts something. One main button on a page.',
  examples: [
    { name: 'main', show: () => <Button>Save and go on</Button> },
    { name: 'secondary', show: () => <Button kind="secondary">Set aside</Button> },
    { name: 'warning', show: () => <Button kind="warning">Withdraw the pack</Button> },
    { name: 'disabled', show: () => <Button disabled>Publish</Button> },
    {
      name: 'start',
      show: () => (
        <Button href="#start" start>
          Bring in a pack
        </Button>
      ),
    },
    {
      name: 'group',
      show: () => (
        <ButtonGroup>
          <Button>Publish</Button>
          <Button kind="secondary">Keep as draft</Button>
          <a href="#cancel">Go back to the meeting</a>
        </ButtonGroup>
      ),
    },
  ],
};
