import { entries, extraOf, keepsContract, type Options, textOf } from '#test/contract.js';
import { Pagination, type PageLink } from './pagination.js';

const linkOf = (options: unknown): PageLink | undefined => {
  const link = options as Options | undefined;
  return (
    link && {
      href: link.href ?? '',
      text: link.text,
      label: textOf(link, 'labelText'),
      attributes: link.attributes,
    }
  );
};

keepsContract({
  component: 'pagination',
  compared: 15,
  view: (options) => (
    <Pagination
      {...extraOf(options)}
      label={textOf(options, 'landmarkLabel')}
      previous={linkOf(options['previous'])}
      next={linkOf(options['next'])}
      items={
        options.items &&
        entries(options.items).map((item) =>
          item['ellipsis'] === true
            ? 'gap'
            : {
                number: item['number'] as string,
                href: item.href ?? '',
                current: item['current'] === true,
                label: textOf(item, 'visuallyHiddenText'),
                attributes: item.attributes,
              },
        )
      }
    />
  ),
});
