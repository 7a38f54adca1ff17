/**
 * Builds what browsers fetch besides pages: one stylesheet, a few scripts, the typeface, the icon. Run by kept.mjs after the compiler.
 * Each file is named by its content, lies compressed beside itself and stands in dist/assets/manifest.json.
 */
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { buildSync, transformSync } from 'esbuild';
import type { Asset, AssetManifest, AssetName } from '#ui/assets.js';
import { iconFile } from '#ui/brand/mark.js';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const target = join(home, 'dist', 'assets');
const clients = join(home, 'dist', 'client');

/** The stylesheets of the kit in one: the face first, then the components by name. */
export function stylesheet(): string {
  const ui = join(home, 'src', 'ui');
  const components = globSync('*/*.css', { cwd: ui }).sort();
  return ['kept.css', ...components].map((name) => readFileSync(join(ui, name), 'utf8')).join('\n');
}

/** As small as it gets; addresses of assets stay as they are written. */
export function minified(css: string): string {
  return transformSync(css, { loader: 'css', minify: true, legalComments: 'none' }).code.trim();
}

/**
 * Scripts for browsers, by the name of their file, each with all that it imports: ordinary scripts, not modules, in the
 * language of browsers some years old. The compiler has checked them against what such browsers have (tsconfig.client.json).
 */
export function clientScripts(): ReadonlyMap<string, string> {
  const { outputFiles } = buildSync({
    absWorkingDir: home,
    entryPoints: globSync('src/rooms/*/*/script/*.client.ts', { cwd: home }).sort(),
    outdir: clients,
    outbase: 'src',
    write: false,
    bundle: true,
    format: 'iife',
    target: 'es2020',
    platform: 'browser',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    tsconfigRaw: {},
    logLevel: 'error',
  });
  return new Map(outputFiles.map(({ path, text }) => [relative(clients, path), text]));
}

function keep(name: AssetName, type: string, content: Buffer): Asset {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const dot = name.lastIndexOf('.');
  const file = `${name.slice(0, dot)}.${hash}${name.slice(dot)}`;
  const base = {
    file,
    type,
    bytes: content.length,
    integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
  };
  writeFileSync(join(target, file), content);
  // WOFF2 is Brotli inside.
  if (type === 'font/woff2') return { ...base, brotli: null, gzip: null };
  const brotli = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  const gzip = gzipSync(content, { level: 9 });
  writeFileSync(join(target, `${file}.br`), brotli);
  writeFileSync(join(target, `${file}.gz`), gzip);
  return { ...base, brotli: brotli.length, gzip: gzip.length };
}

function build(): void {
  for (const old of [target, clients]) rmSync(old, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const fonts = join(
    dirname(createRequire(import.meta.url).resolve('@fontsource-variable/atkinson-hyperlegible-next/package.json')),
    'files',
  );
  const font = (subset: string) => readFileSync(join(fonts, `atkinson-hyperlegible-next-${subset}-wght-normal.woff2`));
  const scripts = clientScripts();
  for (const [file, text] of scripts) {
    mkdirSync(dirname(join(clients, file)), { recursive: true });
    writeFileSync(join(clients, file), text);
  }
  const script = (room: string, name: 'take' | 'offline' | 'passkey') =>
    keep(
      `${name}.js`,
      'text/javascript; charset=utf-8',
      Buffer.from(scripts.get(join('rooms', room, 'script', `${name}.client.js`)) ?? ''),
    );
  const files = {
    'take.js': script('heard/taking-part', 'take'),
    'offline.js': script('heard/taking-part', 'offline'),
    'passkey.js': script('ground/passkeys', 'passkey'),
    'sans.woff2': keep('sans.woff2', 'font/woff2', font('latin')),
    'sans-ext.woff2': keep('sans-ext.woff2', 'font/woff2', font('latin-ext')),
    'icon.svg': keep('icon.svg', 'image/svg+xml', Buffer.from(iconFile)),
  };
  const css = minified(stylesheet()).replace(
    /asset:(sans(?:-ext)?\.woff2)/g,
    (_, name: 'sans.woff2' | 'sans-ext.woff2') => files[name].file,
  );
  const manifest: AssetManifest = {
    'kept.css': keep('kept.css', 'text/css; charset=utf-8', Buffer.from(css)),
    ...files,
  };
  writeFileSync(join(target, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build();
