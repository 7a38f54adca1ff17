/** Turns the pages of a list as a reader does: by the links "next" and "previous". */
import assert from 'node:assert/strict';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { walk } from './views.js';

export interface TurnedPage {
  readonly at: string;
  readonly status: number;
  /** Every address that the page leads to, once, in its order; but for the ways round the list. */
  readonly links: readonly string[];
  /** All that it says, but for the same ways. */
  readonly text: string;
  readonly next: string | undefined;
  readonly previous: string | undefined;
}

function isAround(node: Tree.Node | null): boolean {
  if (node === null) return false;
  return ('tagName' in node && node.tagName === 'nav') || ('parentNode' in node && isAround(node.parentNode));
}

/** A page may have several lists: the ways of one have a name of their own (kit/address.ts). */
const listOf = (way: string): string =>
  [...new URL(way, 'http://kept.test').searchParams.keys()]
    .findLast((name) => /(after|before|page)$/.test(name))
    ?.replace(/(after|before|page)$/, '') ?? '';

/** `list`: which of its lists is turned; the first where it is left out. */
function readPage(at: string, status: number, body: string, list?: string): TurnedPage {
  const links = new Set<string>();
  const ways = new Map<string, string>();
  let text = '';
  const main = [...walk(parse(body))].find(({ tagName }) => tagName === 'main');
  assert.ok(main, `${at} has no main part`);
  for (const element of walk(main)) {
    if (!isAround(element)) for (const child of element.childNodes) if ('value' in child) text += `${child.value} `;
    const attribute = (name: string) => element.attrs.find((own) => own.name === name)?.value;
    const href = attribute('href');
    if (element.tagName !== 'a' || href === undefined) continue;
    const rel = attribute('rel');
    if (rel === 'next' || rel === 'prev') {
      if (!ways.has(rel) && (list === undefined || listOf(href) === list)) ways.set(rel, href);
    } else if (!isAround(element)) links.add(href);
  }
  return { at, status, links: [...links], text, next: ways.get('next'), previous: ways.get('prev') };
}

type Get = (path: string) => Promise<{ readonly status: number; readonly body: string }>;

/** More than any list of a test has. */
const pagesAtMost = 60;

async function turned(
  get: Get,
  from: string,
  way: (page: TurnedPage) => string | undefined,
): Promise<readonly TurnedPage[]> {
  const pages: TurnedPage[] = [];
  let list: string | undefined;
  for (let next: string | undefined = from; next !== undefined && pages.length < pagesAtMost;) {
    const { status, body } = await get(next);
    const page = readPage(next, status, body, list);
    pages.push(page);
    next = way(page);
    if (next !== undefined) list ??= listOf(next);
  }
  return pages;
}

/** All pages of the list that begins there, and what is wrong with them whatever stands in it. */
export async function turnPages(
  get: Get,
  at: string,
): Promise<{ readonly pages: readonly TurnedPage[]; readonly faults: readonly string[] }> {
  const pages = await turned(get, at, ({ next }) => next);
  const faults = pages.flatMap((page) => (page.status === 200 ? [] : [`${page.at} answered ${page.status}`]));
  const back = await turned(get, pages.at(-1)?.at ?? at, ({ previous }) => previous);
  const all = (some: readonly TurnedPage[]): string => some.map(({ links }) => links.join(' ')).join('\n');
  if (all(back.toReversed()) !== all(pages)) faults.push(`${at}: other rows on the way back`);
  // What stands on every page is no row: the head of the page, what narrows the list.
  const rows = pages.map(({ links }) => links.filter((link) => !pages.every((one) => one.links.includes(link))));
  if (new Set(pages.map(({ text, links }) => [text, ...links].join('\n'))).size < pages.length)
    faults.push(`${at}: two pages show the same`);
  if (new Set(rows.flat()).size < rows.flat().length) faults.push(`${at}: a row stands on two pages`);
  return { pages, faults };
}

/** The rows of all pages in their order: what leads to such an address. */
export function rowsOf(pages: readonly TurnedPage[], row: RegExp): readonly string[] {
  return pages.flatMap(({ links }) => links.filter((link) => row.test(link)));
}

/** The first place at which the rows are not those that are wanted. */
export function firstWrong(at: string, rows: readonly string[], wanted: readonly string[]): readonly string[] {
  const wrong = wanted.findIndex((path, index) => rows[index] !== path);
  return rows.length !== wanted.length
    ? [`${at}: ${rows.length} rows of ${wanted.length}`]
    : wrong >= 0
      ? [`${at}: row ${wrong + 1} is ${rows[wrong]}, not ${wanted[wrong]}`]
      : [];
}
