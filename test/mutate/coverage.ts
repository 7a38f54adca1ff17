/** Which characters of which compiled file a run has reached, from what V8 wrote down (NODE_V8_COVERAGE). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

/** Whether the run came by this character of this file. */
export type Reached = (file: string, at: number) => boolean;

/** `root` is the folder that `dist` stands in. Several processes may have written: one that came by is enough. */
export function coverageOf(folder: string, root: string): Reached {
  const runs = new Map<string, (readonly Range[])[]>();
  for (const name of readdirSync(folder)) {
    const told: {
      readonly result: readonly {
        readonly url: string;
        readonly functions: readonly { readonly ranges: readonly Range[] }[];
      }[];
    } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    for (const { url, functions } of told.result) {
      if (!url.includes('/dist/src/rooms/')) continue;
      const known = runs.get(url) ?? [];
      known.push(functions.flatMap(({ ranges }) => ranges));
      runs.set(url, known);
    }
  }
  return (file, at) => {
    const told = runs.get(pathToFileURL(join(root, file)).href) ?? [];
    return told.some((ranges) => {
      // The narrowest range around a place counts.
      let narrowest: Range | null = null;
      for (const range of ranges) {
        const around = range.startOffset <= at && at < range.endOffset;
        if (
          around &&
          (narrowest === null || range.endOffset - range.startOffset <= narrowest.endOffset - narrowest.startOffset)
        )
          narrowest = range;
      }
      return narrowest !== null && narrowest.count > 0;
    });
  };
}
