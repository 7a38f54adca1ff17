import { contentOf, extraOf, fieldOf, keepsContract, type Options } from '#test/contract.js';
import { Input, type InputProps } from './input.js';

const affix = (options: unknown) => {
  const known = options as Options | undefined;
  return known && (known.text || known.html) ? { ...extraOf(known), content: contentOf(known) } : undefined;
};

keepsContract({
  component: 'input',
  compared: 45,
  view: (options) => {
    // The fixtures name the same attributes that we do.
    const { type, inputmode, autocomplete, pattern, spellcheck, autocapitalize } = options as Partial<InputProps>;
    return (
      <Input
        {...fieldOf(options)}
        {...{ type, inputmode, autocomplete, pattern, spellcheck, autocapitalize }}
        value={options.value}
        disabled={options.disabled}
        prefix={affix(options['prefix'])}
        suffix={affix(options['suffix'])}
        wrapper={extraOf(options['inputWrapper'] as Options | undefined)}
      />
    );
  },
});
