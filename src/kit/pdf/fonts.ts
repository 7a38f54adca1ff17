/** Where the typefaces of our documents lie: in the packages that bring them, so that every machine has the same. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

function faces(name: string, weights: readonly string[]): readonly string[] {
  const home = dirname(require.resolve(`${name}/package.json`));
  return weights.map((weight) => join(home, weight));
}

/** Directories of TTF files for the styles that our documents use. */
export function fontDirectories(): readonly string[] {
  return [
    ...faces('@expo-google-fonts/atkinson-hyperlegible-next', [
      '400Regular',
      '400Regular_Italic',
      '600SemiBold',
      '700Bold',
      '700Bold_Italic',
    ]),
    ...faces('@expo-google-fonts/noto-sans', [
      '400Regular',
      '400Regular_Italic',
      '600SemiBold',
      '700Bold',
      '700Bold_Italic',
    ]),
  ];
}
