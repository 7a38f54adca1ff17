import { contentOf, extraOf, keepsContract } from '#test/contract.js';
import { InsetText } from './inset-text.js';

keepsContract({
  component: 'inset-text',
  compared: 6,
  view: (options) => (
    <InsetText {...extraOf(options)} id={options.id}>
      {contentOf(options)}
    </InsetText>
  ),
});
