/** Reading a PDF the way a reader's software does: pages, tags, outline, links, and what it says about itself. */
import { inflateSync } from 'node:zlib';
import { getDocumentProxy } from 'unpdf';

export interface Tag {
  readonly role: string;
  readonly alt: string | null;
  readonly children: readonly Tag[];
}

export interface OpenPdf {
  readonly pages: number;
  readonly title: string | null;
  readonly language: string | null;
  readonly tagged: boolean;
  /** "1" for a document that claims PDF/UA-1. */
  readonly ua: string | null;
  /** Text of a page without any white space: how a line breaks is none of a test's business. */
  readonly text: (page: number) => Promise<string>;
  readonly tags: (page: number) => Promise<readonly Tag[]>;
  readonly links: (page: number) => Promise<readonly { readonly url: string | null; readonly page: number | null }[]>;
  /** Titles of the bookmarks with their depth, in order. */
  readonly bookmarks: () => Promise<readonly { readonly depth: number; readonly title: string }[]>;
}

export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { info, metadata } = await pdf.getMetadata();
  const said = (key: string) => {
    const found: unknown = Reflect.get(info, key);
    return typeof found === 'string' ? found : null;
  };
  const raw = metadata === null ? '' : String(metadata.getRaw());
  const pageOf = async (dest: unknown): Promise<number | null> => {
    const place = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
    return Array.isArray(place) ? (await pdf.getPageIndex(place[0])) + 1 : null;
  };
  return {
    pages: pdf.numPages,
    title: said('Title'),
    language: said('Language'),
    tagged: (await pdf.getMarkInfo())?.Marked === true,
    ua: /<pdfuaid:part>(\d)</.exec(raw)?.[1] ?? null,
    text: async (number) =>
      squeezed(
        (await (await pdf.getPage(number)).getTextContent()).items
          .map((item) => ('str' in item ? item.str : ''))
          .join(''),
      ),
    tags: async (number) => {
      const tree: unknown = await (await pdf.getPage(number)).getStructTree();
      return tagsIn(tree);
    },
    links: async (number) => {
      const found: unknown[] = await (await pdf.getPage(number)).getAnnotations();
      return Promise.all(
        found.map(async (one) => {
          const { url, dest } =
            typeof one === 'object' && one !== null
              ? { url: undefined, dest: undefined, ...one }
              : { url: undefined, dest: undefined };
          return { url: typeof url === 'string' ? url : null, page: await pageOf(dest) };
        }),
      );
    },
    bookmarks: async () => {
      const found: { depth: number; title: string }[] = [];
      const walk = (
        list: readonly { readonly title: string; readonly items: readonly unknown[] }[],
        depth: number,
      ): void => {
        for (const one of list) {
          found.push({ depth, title: one.title });
          walk(
            one.items.filter((item) => isBookmark(item)),
            depth + 1,
          );
        }
      };
      walk((await pdf.getOutline()) ?? [], 1);
      return found;
    },
  };
}

function isBookmark(item: unknown): item is { readonly title: string; readonly items: readonly unknown[] } {
  return typeof item === 'object' && item !== null && 'title' in item && 'items' in item;
}

function tagsIn(node: unknown): readonly Tag[] {
  if (typeof node !== 'object' || node === null) return [];
  const children: unknown = Reflect.get(node, 'children');
  const below = Array.isArray(children) ? children.flatMap(tagsIn) : [];
  const role: unknown = Reflect.get(node, 'role');
  const alt: unknown = Reflect.get(node, 'alt');
  if (typeof role !== 'string' || role === 'Root') return below;
  return [{ role, alt: typeof alt === 'string' ? alt : null, children: below }];
}

/** All tags below these, themselves included, in reading order. */
export function allTags(tags: readonly Tag[]): readonly Tag[] {
  return tags.flatMap((tag) => [tag, ...allTags(tag.children)]);
}

/** Text without white space and without the invisible break points of long words. */
export function squeezed(text: string): string {
  return text.replace(/[\s\u200b]+/gu, '');
}

/** Everything a PDF says outside its pages, with compressed streams opened: to look for entries that readers do not show. */
export function rawPdf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n([^]*?)\r?\nendstream/g)].map(([, body]) => {
    try {
      return inflateSync(Buffer.from(body ?? '', 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return [text, ...streams].join('\n');
}
