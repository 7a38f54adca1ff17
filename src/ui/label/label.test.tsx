import { contentOf, extraOf, keepsContract } from '#test/contract.js';
import { Label } from './label.js';

keepsContract({
  component: 'label',
  compared: 17,
  view: (options) => (
    <Label
      {...extraOf(options)}
      for={typeof options['for'] === 'string' ? options['for'] : undefined}
      heading={options.isPageHeading}
    >
      {contentOf(options)}
    </Label>
  ),
});
