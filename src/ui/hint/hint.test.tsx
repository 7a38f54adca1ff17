import { contentOf, extraOf, keepsContract } from '#test/contract.js';
import { Hint } from './hint.js';

keepsContract({
  component: 'hint',
  compared: 6,
  view: (options) => (
    <Hint {...extraOf(options)} id={options.id}>
      {contentOf(options)}
    </Hint>
  ),
});
