/** The pack that is imported for measuring: the seed where it lies beside the repository, else one of the same size, made by rule. */
import { readFileSync } from 'node:fs';
import { longPack } from '#rooms/decided/packs/examples.js';
import { plainText } from '#base/prose.js';
import { sharedFile } from '#test/shared.js';

export interface Sample {
  readonly name: string;
  readonly text: string;
}

export function samplePack(): Sample {
  const seed = sharedFile('packs/lga-cyp-board-2024-03-12.md');
  return seed === null
    ? { name: 'made-by-rule.md', text: madeByRule() }
    : { name: 'lga-cyp-board-2024-03-12.md', text: readFileSync(seed, 'utf8') };
}

/** About 97 kB, the size of the seed's page. */
function madeByRule(): string {
  const { items } = longPack(5);
  const papers = items.flatMap(({ papers: [paper] }) => (paper?.kind === 'report' ? [paper] : []));
  return [
    '# Harbour Youth Board\n\nAgenda\n\nTuesday, 12 March 2024\n11.00 am\n',
    '| Item | Page |\n|---|---|',
    ...papers.map(({ title }, index) => `| ${index + 1}. ${title} | ${index * 9 + 1} - ${index * 9 + 9} |`),
    ...papers.flatMap(({ title, body }) => [
      `\n${title}\n\nPurpose of Report\n\nFor discussion.\n\nBackground\n`,
      ...body.flatMap((block) =>
        block.kind === 'paragraph' ? [`${block.number ?? ''}. ${plainText(block.prose)}\n`] : [],
      ),
    ]),
  ].join('\n');
}
