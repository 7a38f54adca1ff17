import { contentOf, entries, extraOf, keepsContract, textOf } from '#test/contract.js';
import { Breadcrumbs } from './breadcrumbs.js';

keepsContract({
  component: 'breadcrumbs',
  compared: 12,
  view: (options) => (
    <Breadcrumbs
      {...extraOf(options)}
      label={textOf(options, 'labelText')}
      collapseOnMobile={options['collapseOnMobile'] === true}
      items={entries(options.items).map((item) => ({
        text: contentOf(item),
        href: item.href,
        attributes: item.attributes,
      }))}
    />
  ),
});
