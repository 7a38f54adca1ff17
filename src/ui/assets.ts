/** The manifest that build.ts writes beside the built files, and what a page needs from it. */
import type { PageAssets } from './page/page.js';

export type AssetName =
  | 'kept.css'
  | 'sans.woff2'
  | 'sans-ext.woff2'
  | 'icon.svg'
  | 'take.js'
  | 'offline.js'
  | 'passkey.js';

export interface Asset {
  /** Name with the hash of its content: may be kept by browsers for ever. */
  readonly file: string;
  readonly type: string;
  readonly bytes: number;
  /** Sizes of the compressed twins (file + ".br", file + ".gz"); null where compressing gains nothing. */
  readonly brotli: number | null;
  readonly gzip: number | null;
  /** For the integrity attribute: "sha384-…". */
  readonly integrity: string;
}

export type AssetManifest = Readonly<Record<AssetName, Asset>>;

/** Addresses for Page, below the folder under which the built files are served. */
export function pageAssets(manifest: AssetManifest, folder = '/assets/'): PageAssets {
  return {
    css: folder + manifest['kept.css'].file,
    font: folder + manifest['sans.woff2'].file,
    icon: folder + manifest['icon.svg'].file,
    take: folder + manifest['take.js'].file,
    offline: folder + manifest['offline.js'].file,
    passkey: folder + manifest['passkey.js'].file,
  };
}
