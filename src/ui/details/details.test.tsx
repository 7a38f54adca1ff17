import { children } from '#test/views.js';
import { contentOf, extraOf, keepsContract, textOf } from '#test/contract.js';
import { Details } from './details.js';

keepsContract({
  component: 'details',
  compared: 10,
  view: (options) => (
    <Details
      {...extraOf(options)}
      id={options.id}
      open={options['open'] === true}
      summary={
        typeof options['summaryHtml'] === 'string' ? children(options['summaryHtml']) : textOf(options, 'summaryText')
      }
    >
      {contentOf(options)}
    </Details>
  ),
});
