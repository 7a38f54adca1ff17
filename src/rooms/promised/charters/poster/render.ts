/** The poster of a charter: one page, A3 upright, tagged, out of its frozen content. */
import { fontDirectories } from '#kit/pdf/fonts.js';
import { sourceBeside } from '#kit/pdf/sources.js';
import { typeset } from '#kit/pdf/typst.js';
import { headPrinted, type HeadSeen } from '#kit/proof/heads.js';
import { plainDate } from '#base/london.js';
import type { CharterContent } from '../words.js';

/** Bytes of the PDF; the same content, day and signed head give the same bytes. */
export async function renderPoster(
  content: CharterContent,
  publishedOn: string,
  head: HeadSeen | null = null,
): Promise<Uint8Array> {
  const headings = [...Map.groupBy(content.clauses, ({ heading }) => heading)];
  const data = {
    title: content.charter.title,
    organisation: content.organisation.name,
    intro: content.intro,
    parts: headings.map(([heading, clauses]) => ({
      heading,
      clauses: clauses.map(({ aim, steps, effectVerb, effect }) => ({ aim, steps, verb: effectVerb, effect })),
    })),
    agreed: `Agreed by ${content.agreed.group} and ${content.agreed.body} on ${plainDate(content.agreed.on)}`,
    published: `Published on ${plainDate(publishedOn)}`,
    head: head ? headPrinted(head) : null,
  };
  const made = await typeset({
    files: { 'main.typ': sourceBeside(import.meta.url, 'poster.typ') },
    data: JSON.stringify(data),
    fonts: fontDirectories(),
    created: Date.parse(`${publishedOn}T00:00:00Z`) / 1000,
  });
  return made.pdf;
}
