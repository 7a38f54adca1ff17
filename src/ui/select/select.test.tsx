import { entries, fieldOf, keepsContract } from '#test/contract.js';
import { Select } from './select.js';

keepsContract({
  component: 'select',
  compared: 18,
  without: { 'fixture=with falsy values': 'values are texts or numbers' },
  view: (options) => (
    <Select
      {...fieldOf(options)}
      value={options.value}
      disabled={options.disabled}
      items={entries(options.items).map((item) => ({
        text: item.text ?? '',
        value: item.value,
        selected: typeof item['selected'] === 'boolean' ? item['selected'] : undefined,
        disabled: item.disabled,
        attributes: item.attributes,
      }))}
    />
  ),
});
