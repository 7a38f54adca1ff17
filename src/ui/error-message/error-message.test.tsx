import { contentOf, extraOf, keepsContract } from '#test/contract.js';
import { ErrorMessage } from './error-message.js';

keepsContract({
  component: 'error-message',
  compared: 9,
  view: (options) => (
    <ErrorMessage
      {...extraOf(options)}
      id={options.id}
      prefix={options['visuallyHiddenText'] === false ? '' : (options['visuallyHiddenText'] as string | undefined)}
    >
      {contentOf(options)}
    </ErrorMessage>
  ),
});
