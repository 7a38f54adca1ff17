import { contentOf, entries, extraOf, keepsContract, type Options, textOf } from '#test/contract.js';
import { SummaryList, type SummaryAction, type SummaryCard } from './summary-list.js';

const actionsOf = (options: unknown): readonly SummaryAction[] | undefined => {
  const items = (options as Options | undefined)?.items;
  return (
    items &&
    entries(items).map((item) => ({
      text: contentOf(item),
      href: item.href ?? '',
      about: textOf(item, 'visuallyHiddenText'),
      ...extraOf(item),
    }))
  );
};

const cardOf = (options: Options | undefined): SummaryCard | undefined => {
  const title = options?.['title'] as Options | undefined;
  return (
    options && {
      ...extraOf(options),
      title: contentOf(title),
      level: title?.['headingLevel'] as SummaryCard['level'],
      actions: actionsOf(options['actions']),
    }
  );
};

keepsContract({
  component: 'summary-list',
  compared: 30,
  view: (options) => (
    <SummaryList
      {...extraOf(options)}
      card={cardOf(options['card'] as Options | undefined)}
      rows={entries(options['rows'] as Options['items']).map((row) => ({
        key: contentOf(row['key'] as Options),
        value: contentOf(row['value'] as unknown as Options),
        class: row.classes,
        keyClass: (row['key'] as Options).classes,
        valueClass: (row['value'] as unknown as Options | undefined)?.classes,
        actions: actionsOf(row['actions']),
        actionsClass: (row['actions'] as Options | undefined)?.classes,
      }))}
    />
  ),
});
