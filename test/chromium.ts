/**
 * Where a Chromium for the tests comes from, with nothing but npm: the one in @sparticuz/chromium, unpacked once into
 * .cache/ together with the system libraries it ships. Elsewhere (no Linux on x64) the machine's own browser.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
export const cacheFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '.cache');

export interface Chromium {
  readonly path: string;
  readonly environment: Readonly<Record<string, string>>;
}

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Folder of the npm package, or null where it is not there or not for this machine. */
function packageFolder(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  try {
    // The package exports no package.json; its entry lies in build/.
    return join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..');
  } catch {
    return null;
  }
}

/** Whether any Chromium can be had here; cheap, unpacks nothing. */
export function isChromiumThere(): boolean {
  return (
    process.env['KEPT_BROWSER'] !== undefined || packageFolder() !== null || installed.some((path) => existsSync(path))
  );
}

/** A Chromium to launch: KEPT_BROWSER, the npm one, or the machine's own. */
export function findChromium(): Chromium | null {
  const own = process.env['KEPT_BROWSER'];
  if (own !== undefined) return { path: own, environment: {} };
  const folder = packageFolder();
  if (folder !== null) return unpacked(folder);
  const path = installed.find((candidate) => existsSync(candidate));
  return path === undefined ? null : { path, environment: {} };
}

function unpacked(folder: string): Chromium {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly version: string };
  const home = join(cacheFolder, `chromium-${version}`);
  if (!existsSync(home)) {
    mkdirSync(cacheFolder, { recursive: true });
    // Test processes may start together: each unpacks for itself, the first to rename wins.
    const fresh = mkdtempSync(join(cacheFolder, 'unpacking-'));
    writeFileSync(join(fresh, 'chromium'), brotliDecompressSync(readFileSync(join(folder, 'bin', 'chromium.br'))), {
      mode: 0o755,
    });
    untar(brotliDecompressSync(readFileSync(join(folder, 'bin', 'al2023.tar.br'))), fresh);
    mkdirSync(join(fresh, 'fontconfig'));
    writeFileSync(join(fresh, 'fonts.conf'), fontsConfiguration(join(home, 'fontconfig')));
    try {
      renameSync(fresh, home);
    } catch (problem) {
      rmSync(fresh, { recursive: true, force: true });
      if (!existsSync(home)) throw problem;
    }
  }
  const libraries = [join(home, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return {
    path: join(home, 'chromium'),
    environment: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(home, 'fonts.conf') },
  };
}

/** A page crashes where Chromium finds no font at all, so it is shown those that came with the packages. */
function fontsConfiguration(cache: string): string {
  const folders = ['@expo-google-fonts/atkinson-hyperlegible-next', '@expo-google-fonts/noto-sans'].map((name) =>
    dirname(require.resolve(`${name}/package.json`)),
  );
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    ...[...folders, '/usr/share/fonts'].map((folder) => `<dir>${folder}</dir>`),
    `<cachedir>${cache}</cachedir>`,
    ...['sans-serif', 'monospace'].map(
      (family) => `<alias><family>${family}</family><prefer><family>Noto Sans</family></prefer></alias>`,
    ),
    '</fontconfig>',
  ].join('\n');
}

/** Starts one; whoever starts it closes it. */
export async function launchChromium(): Promise<Browser> {
  const found = findChromium();
  if (!found)
    throw new Error(`no Chromium for ${process.platform}-${process.arch}: set KEPT_BROWSER to the path of one`);
  const own = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return chromium.launch({
    executablePath: found.path,
    headless: true,
    env: { ...(Object.fromEntries(own) as Record<string, string>), ...found.environment },
    args: [
      // Tests may run as root, where Chromium's sandbox refuses; they show only our own pages.
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  });
}

/** Reads the plain tar archives of the package: files, folders and links. */
function untar(archive: Buffer, target: string): void {
  for (let offset = 0; offset + 512 <= archive.length;) {
    const field = (from: number, length: number) =>
      archive.toString('utf8', offset + from, offset + from + length).replace(/\0.*$/s, '');
    const name = field(0, 100);
    if (name === '') return;
    const size = parseInt(field(124, 12), 8) || 0;
    const path = join(target, field(345, 155), name);
    const kind = field(156, 1);
    if (kind === '5') mkdirSync(path, { recursive: true });
    else {
      mkdirSync(dirname(path), { recursive: true });
      if (kind === '2') symlinkSync(field(157, 100), path);
      else if (kind === '0' || kind === '')
        writeFileSync(path, archive.subarray(offset + 512, offset + 512 + size), { mode: 0o755 });
    }
    offset += 512 + Math.ceil(size / 512) * 512;
  }
}
