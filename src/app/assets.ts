/** The files that build.ts made for browsers, read once. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AssetManifest, pageAssets } from '#ui/assets.js';
import type { PageAssets } from '#ui/page/page.js';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'assets');

export interface Assets {
  readonly page: PageAssets;
  readonly files: ReadonlyMap<
    string,
    { readonly body: Buffer; readonly br: Buffer | null; readonly gzip: Buffer | null; readonly type: string }
  >;
}

export function readAssets(): Assets {
  const manifest: AssetManifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const twin = (file: string, ending: string): Buffer | null =>
    existsSync(join(folder, file + ending)) ? readFileSync(join(folder, file + ending)) : null;
  return {
    page: pageAssets(manifest),
    files: new Map(
      Object.values(manifest).map((asset) => [
        asset.file,
        {
          body: readFileSync(join(folder, asset.file)),
          br: twin(asset.file, '.br'),
          gzip: twin(asset.file, '.gz'),
          type: asset.type,
        },
      ]),
    ),
  };
}
