import { contentOf, entries, fieldsetOf, keepsContract } from '#test/contract.js';
import { Checkboxes } from './checkboxes.js';

keepsContract({
  component: 'checkboxes',
  compared: 41,
  without: {
    'fixture=with falsy items': 'a typed list has no holes',
    'fixture=with falsy values': 'a typed list has no holes',
  },
  view: (options) => (
    <Checkboxes
      {...fieldsetOf(options)}
      name={options.name ?? ''}
      idPrefix={typeof options['idPrefix'] === 'string' ? options['idPrefix'] : undefined}
      values={options['values'] as readonly string[] | undefined}
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
              name: item.name,
              checked: item.checked,
              disabled: item.disabled,
              behaviour: item['behaviour'] === 'exclusive' ? 'exclusive' : undefined,
              conditional: contentOf(item.conditional),
              attributes: item.attributes,
            },
      )}
    />
  ),
});
