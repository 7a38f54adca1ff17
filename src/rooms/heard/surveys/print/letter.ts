/** The letter for parents and carers, on paper. */
import { fontDirectories } from '#kit/pdf/fonts.js';
import { sourceBeside } from '#kit/pdf/sources.js';
import { typeset } from '#kit/pdf/typst.js';
import type { Letter } from '../letter.js';

export async function renderLetter(letter: Letter, today: string): Promise<Uint8Array> {
  const made = await typeset({
    files: { 'main.typ': sourceBeside(import.meta.url, 'letter.typ') },
    data: JSON.stringify(letter),
    fonts: fontDirectories(),
    created: Date.parse(`${today}T00:00:00Z`) / 1000,
  });
  return made.pdf;
}
