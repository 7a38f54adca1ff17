import { contentOf, extraOf, keepsContract } from '#test/contract.js';
import { Button } from './button.js';

keepsContract({
  component: 'button',
  compared: 38,
  view: (options) => (
    <Button
      {...extraOf(options)}
      href={options.href}
      type={options['type'] === 'button' ? 'button' : undefined}
      name={options.name}
      value={options.value}
      id={options.id}
      disabled={options.disabled}
      start={options['isStartButton'] === true}
      preventDoubleClick={
        typeof options['preventDoubleClick'] === 'boolean' ? options['preventDoubleClick'] : undefined
      }
    >
      {contentOf(options)}
    </Button>
  ),
});
