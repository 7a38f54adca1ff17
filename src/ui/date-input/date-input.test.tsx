import { entries, fieldsetOf, keepsContract } from '#test/contract.js';
import { DateInput, type DatePart } from './date-input.js';

const ownParts = 'a part of its own is given among the items';

keepsContract({
  component: 'date-input',
  compared: 33,
  without: { day: ownParts, month: ownParts, year: ownParts },
  view: (options) => (
    <DateInput
      {...fieldsetOf(options)}
      id={options.id ?? ''}
      namePrefix={typeof options['namePrefix'] === 'string' ? options['namePrefix'] : undefined}
      values={options['values'] as Readonly<Record<string, string>> | undefined}
      items={entries(options.items).map((item) => ({
        name: item.name ?? '',
        value: item.value === undefined ? undefined : String(item.value),
        id: item.id,
        class: item.classes,
        error: typeof item['error'] === 'boolean' ? item['error'] : undefined,
        ...(item as Pick<DatePart, 'inputmode' | 'autocomplete' | 'pattern' | 'attributes'>),
        label: typeof item.label === 'string' ? item.label : undefined,
      }))}
    />
  ),
});
