/** A form of a page as somebody might fill it in. */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { walk } from '../views.js';

/** Where a form asks for days: of what comes, or of what was. */
export const days = [
  ['14', '12', '2026'],
  ['2', '11', '2026'],
] as const;

export const attributeOf = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;
/** What somebody might type there; the same word in both tabs. */
function plausible(name: string, type: string, word: string, [day, month, year]: (typeof days)[number]): string {
  if (/day$/.test(name)) return day;
  if (/month$/.test(name)) return month;
  if (/year$/.test(name)) return year;
  if (/months|age|rank/.test(name)) return '19';
  if (/urn/.test(name)) return '100001';
  if (/until|ends/.test(name)) return '11:30';
  if (type === 'email' || /email|address/i.test(name)) return `${word.replace(' ', '-').toLowerCase()}@races.example`;
  if (type === 'url' || /url|link|source/i.test(name)) return `https://races.example/${word.replace(' ', '-')}`;
  if (type === 'time' || /start|time/i.test(name)) return '10:00';
  if (type === 'number' || /places|seats|present|eligible|people|minutes|yes|no$/i.test(name)) return '12';
  return word;
}

export function textOf(element: Tree.Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}

export function filledIn(
  form: Tree.Element,
  word: string,
  when: (typeof days)[number],
): { readonly fields: Record<string, string>; readonly typed: readonly string[]; readonly takesFile: boolean } {
  const fields: Record<string, string> = {};
  const typed: string[] = [];
  let takesFile = false;
  for (const element of walk(form)) {
    const name = attributeOf(element, 'name');
    if (name === undefined) continue;
    const [type, value] = [attributeOf(element, 'type') ?? 'text', attributeOf(element, 'value') ?? ''];
    if (element.tagName === 'input' && type === 'file') takesFile = true;
    else if (element.tagName === 'input' && (type === 'hidden' || type === 'radio' || type === 'checkbox'))
      fields[name] ??= value;
    else if (element.tagName === 'button') fields[name] ??= value;
    else if (element.tagName === 'select') {
      const options = [...walk(element)]
        .filter(({ tagName }) => tagName === 'option')
        .map((option) => attributeOf(option, 'value') ?? '');
      fields[name] ??= options.find((one) => one !== '') ?? '';
    } else if (element.tagName === 'input' || element.tagName === 'textarea') {
      const before = element.tagName === 'textarea' ? textOf(element) : value;
      const said = plausible(name, type, word, when);
      if (said === word) typed.push(name);
      fields[name] ??= said !== word && before !== '' ? before : said;
    }
  }
  return { fields, typed, takesFile };
}
