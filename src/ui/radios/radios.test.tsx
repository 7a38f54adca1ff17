import { contentOf, entries, fieldsetOf, keepsContract } from '#test/contract.js';
import { Radios } from './radios.js';

keepsContract({
  component: 'radios',
  compared: 42,
  without: {
    'fixture=with falsy items': 'a typed list has no holes',
    'fixture=with falsy values': 'a typed list has no holes',
  },
  view: (options) => (
    <Radios
      {...fieldsetOf(options)}
      name={options.name ?? ''}
      idPrefix={typeof options['idPrefix'] === 'string' ? options['idPrefix'] : undefined}
      value={options.value}
      items={entries(options.items).map((item) =>
        typeof item['divider'] === 'string'
          ? { divider: item['divider'] }
          : {
              value: item.value ?? '',
              label: contentOf(item),
              labelClass: item.label?.classes,
              labelAttributes: item.label?.attributes,
              hint: contentOf(item.hint),
              id: item.id,
              checked: item.checked,
              disabled: item.disabled,
              conditional: contentOf(item.conditional),
              attributes: item.attributes,
            },
      )}
    />
  ),
});
