import { children } from '#test/views.js';
import { contentOf, extraOf, keepsContract } from '#test/contract.js';
import { Fieldset } from './fieldset.js';

keepsContract({
  component: 'fieldset',
  compared: 18,
  view: (options) => (
    <Fieldset
      {...extraOf(options)}
      legend={contentOf(options.legend)}
      legendClass={options.legend?.classes}
      heading={options.legend?.isPageHeading}
      describedBy={options.describedBy}
      role={options['role'] === 'group' ? 'group' : undefined}
    >
      {options.html && children(options.html)}
    </Fieldset>
  ),
});
