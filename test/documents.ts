/** What every page of the house owes its readers, whatever it says: checked on the HTML as it goes over the wire. */
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { walk } from './views.js';

export interface Read {
  readonly faults: readonly string[];
  readonly title: string;
  readonly ids: ReadonlySet<string>;
  /** Addresses of links and of what the page fetches, as they stand there, each once. */
  readonly links: readonly string[];
  readonly forms: readonly { readonly method: string; readonly action: string }[];
}

function textOf(element: Tree.Element): string {
  return element.childNodes
    .map((node) => ('value' in node ? node.value : 'tagName' in node ? textOf(node) : ''))
    .join('');
}

export interface Owed {
  readonly languages: readonly string[];
  /** Whether it may run scripts from files of ours. */
  readonly scripts: boolean;
}

const byAll: Owed = { languages: ['en-GB'], scripts: false };
/** What a page owes that cannot do without a script of ours. */
export const withScript: Owed = { languages: ['en-GB'], scripts: true };
/** What pages of those who take part owe: they speak several languages and may do without the server for a while. */
export const byIntake: Owed = { languages: ['en-GB', 'cy', 'ar'], scripts: true };

/** Reads a whole page and names what is wrong with it. */
export function readDocument(markup: string, owed: Owed = byAll): Read {
  const faults: string[] = [];
  const elements = [...walk(parse(markup))];
  const named = (name: string): readonly Tree.Element[] => elements.filter((element) => element.tagName === name);
  const attribute = (element: Tree.Element, name: string): string | undefined =>
    element.attrs.find((one) => one.name === name)?.value;
  const exactly = (count: number, what: string, found: readonly unknown[]): void => {
    if (found.length !== count) faults.push(`${found.length} ${what} in place of ${count}`);
  };
  if (!markup.startsWith('<!doctype html>')) faults.push('no doctype');
  exactly(1, 'h1', named('h1'));
  if (named('h1').some((heading) => textOf(heading).trim() === '')) faults.push('an empty h1');
  exactly(
    1,
    'main landmark',
    elements.filter((element) => element.tagName === 'main' || attribute(element, 'role') === 'main'),
  );
  const titles = named('title').filter((element) => element.namespaceURI.endsWith('xhtml'));
  exactly(1, 'title', titles);
  const title = titles.map(textOf).join('');
  if (!/\S.* - Kept$/.test(title) && title !== 'Kept')
    faults.push(`the title «${title}» does not name the page and the product`);
  if (!owed.languages.includes(attribute(named('html')[0] ?? ({ attrs: [] } as unknown as Tree.Element), 'lang') ?? ''))
    faults.push('the page does not say its language');
  const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
  for (const id of new Set(ids.filter((one, index) => ids.indexOf(one) !== index)))
    faults.push(`the id ${id} stands there more than once`);
  for (const id of ids.filter((one) => one === '' || /\s/.test(one))) faults.push(`the id «${id}» cannot be linked to`);
  for (const element of elements) {
    if (
      element.tagName === 'script' &&
      !(
        owed.scripts &&
        /^\/assets\/[\w.-]+\.js$/.test(attribute(element, 'src') ?? '') &&
        textOf(element).trim() === ''
      )
    )
      faults.push('a script');
    if (element.tagName === 'style') faults.push('a style element');
    for (const { name, value } of element.attrs) {
      if (name === 'style') faults.push(`a style attribute on ${element.tagName}`);
      if (name.startsWith('on')) faults.push(`an event handler: ${name} on ${element.tagName}`);
      if (
        ['href', 'src', 'action', 'formaction'].includes(name) &&
        /^\s*(javascript|data|vbscript):/i.test(value) &&
        !value.startsWith('data:image/')
      )
        faults.push(`an address that runs: ${value.slice(0, 40)}`);
      if (['aria-labelledby', 'aria-describedby', 'for', 'headers', 'aria-controls'].includes(name))
        for (const id of value.split(/\s+/))
          if (!ids.includes(id)) faults.push(`${name} of ${element.tagName} names ${id}, which is not there`);
    }
  }
  const links = elements.flatMap((element) =>
    [
      ...(['a', 'area', 'link'].includes(element.tagName) ? [attribute(element, 'href')] : []),
      ...(['img', 'source', 'iframe'].includes(element.tagName) ? [attribute(element, 'src')] : []),
    ].filter((href) => href !== undefined),
  );
  const forms = named('form').map((form) => ({
    method: (attribute(form, 'method') ?? 'get').toLowerCase(),
    action: attribute(form, 'action') ?? '',
  }));
  return { faults, title, ids: new Set(ids), links: [...new Set(links)], forms };
}
