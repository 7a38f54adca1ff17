import { children } from '#test/views.js';
import { contentOf, entries, extraOf, keepsContract, type Options, textOf } from '#test/contract.js';
import { ErrorSummary } from './error-summary.js';

const either = (options: Options, name: string) =>
  typeof options[`${name}Html`] === 'string'
    ? children(options[`${name}Html`] as string)
    : textOf(options, `${name}Text`);

keepsContract({
  component: 'error-summary',
  compared: 19,
  view: (options) => (
    <ErrorSummary
      {...extraOf(options)}
      title={either(options, 'title')}
      description={either(options, 'description')}
      disableAutoFocus={options['disableAutoFocus'] as boolean | undefined}
      errors={entries(options['errorList'] as Options['items']).map((error) => ({
        text: contentOf(error),
        href: error.href,
        attributes: error.attributes,
      }))}
    />
  ),
});
