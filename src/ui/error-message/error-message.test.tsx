import { contentOf, extraOf, keepsContract, textOf } from '#test/contract.js';
import { ErrorMessage } from './error-message.js';

keepsContract({
  component: 'error-message',
  compared: 9,
  view: (options) => (
    <ErrorMessage
      {...extraOf(options)}
      id={options.id}
      prefix={options['visuallyHiddenText'] === false ? '' : textOf(options, 'visuallyHiddenText')}
    >
      {contentOf(options)}
    </ErrorMessage>
  ),
});
