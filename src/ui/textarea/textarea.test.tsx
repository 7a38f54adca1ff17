import { fieldOf, keepsContract } from '#test/contract.js';
import { Textarea, type TextareaProps } from './textarea.js';

keepsContract({
  component: 'textarea',
  compared: 18,
  view: (options) => {
    const { rows, autocomplete, spellcheck } = options as Partial<TextareaProps>;
    return (
      <Textarea
        {...fieldOf(options)}
        {...{ rows: Number(rows) || undefined, autocomplete, spellcheck }}
        value={options.value}
        disabled={options.disabled}
      />
    );
  },
});
