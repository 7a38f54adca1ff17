/** From the frozen content of a publication to its PDF and the page of every anchor, out of one and the same layout. */
import { fontDirectories } from '#kit/pdf/fonts.js';
import { sourceBeside } from '#kit/pdf/sources.js';
import { typeset } from '#kit/pdf/typst.js';
import type { TypesetJob, TypesetLimits } from '#kit/pdf/typst.js';
import { anchorOrder, packAnchors } from '../anchors.js';
import type { PackAnchors } from '../anchors.js';
import type { PackContent, PackPages } from '../words.js';
import { packSheets } from './sheets.js';
import type { Version } from './sheets.js';

export interface PackPdf {
  readonly pdf: Uint8Array;
  readonly pages: PackPages;
  /** "ua-1": checked against PDF/UA-1 by the compiler; "tagged": tagged, and `warnings` say what stood against more. */
  readonly standard: 'ua-1' | 'tagged';
  readonly warnings: readonly string[];
}

/** Typesets a pack; the same content and version give the same bytes. */
export async function renderPackPdf(
  content: PackContent,
  version: Version,
  limits: TypesetLimits = {},
): Promise<PackPdf> {
  const anchors = packAnchors(content);
  const made = await typeset(packJob(content, anchors, version), limits);
  const pages = packPages(anchors, made.answer, made.pages);
  const warnings = [
    ...(made.refusal === null ? [] : [`The PDF is tagged but was not accepted as PDF/UA-1: ${made.refusal}.`]),
    ...(made.unprintable.length === 0 ? [] : [unprintableWarning(made.unprintable)]),
    ...made.warnings.map((warning) => `Typst: ${warning}`),
  ];
  return { pdf: made.pdf, pages, standard: made.standard, warnings };
}

/** The whole order to the typesetter; also what the benchmark gives to the bare compiler. */
export function packJob(content: PackContent, anchors: PackAnchors, version: Version): TypesetJob {
  const published = Date.parse(`${version.publishedOn.slice(0, 10)}T00:00:00Z`);
  return {
    files: { 'main.typ': sourceBeside(import.meta.url, 'pack.typ') },
    data: JSON.stringify(packSheets(content, anchors, version)),
    fonts: fontDirectories(),
    created: Number.isNaN(published) ? 0 : published / 1000,
  };
}

function packPages(anchors: PackAnchors, answer: unknown, total: number): PackPages {
  const landed: Readonly<Record<string, unknown>> = typeof answer === 'object' && answer !== null ? { ...answer } : {};
  const byAnchor: Record<string, number> = {};
  let last = 1;
  const order = anchorOrder(anchors);
  for (const id of order) {
    const page = landed[id];
    // An alias has no place of its own: it stands right behind the id it belongs to and shares its page.
    if (typeof page === 'number') last = page;
    else if (!id.startsWith('p-')) throw new Error(`The PDF has no place for the anchor ${id}.`);
    byAnchor[id] = last;
  }
  return { total, byAnchor };
}

function unprintableWarning(characters: readonly string[]): string {
  const named = characters
    .slice(0, 12)
    .map(
      (character) => `${character} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`,
    );
  const more = characters.length > named.length ? ` and ${characters.length - named.length} more` : '';
  return (
    `No typeface of the PDF can print ${named.join(', ')}${more}: a box stands in their place, described for ` +
    `screen readers by the characters themselves. The web page shows them.`
  );
}
