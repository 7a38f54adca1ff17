import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { parse } from 'acorn';
import type { AssetManifest } from '#ui/assets.js';
import { clientScripts, minified } from './build.js';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'assets');
const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as AssetManifest;
const read = (name: string) => readFileSync(join(folder, name));

test('every built file is named by its content, and its twins unpack to it', () => {
  for (const asset of Object.values(manifest)) {
    const content = read(asset.file);
    assert.equal(content.length, asset.bytes);
    assert.ok(asset.file.includes(createHash('sha256').update(content).digest('hex').slice(0, 12)));
    assert.equal(asset.integrity, `sha384-${createHash('sha384').update(content).digest('base64')}`);
    if (asset.brotli !== null) assert.deepEqual(brotliDecompressSync(read(`${asset.file}.br`)), content);
    if (asset.gzip !== null) assert.deepEqual(gunzipSync(read(`${asset.file}.gz`)), content);
  }
});

test('the stylesheet is at most 12 kB compressed, the typeface at most 35 kB', () => {
  assert.ok((manifest['kept.css'].brotli ?? Infinity) <= 12_000);
  assert.ok(manifest['sans.woff2'].bytes <= 35_000);
});

test('the stylesheet fetches nothing but our own typeface', () => {
  const css = read(manifest['kept.css'].file).toString();
  assert.deepEqual(
    [...css.matchAll(/url\(([^)]*)\)/g)].map((match) => match[1]),
    [manifest['sans.woff2'].file, manifest['sans-ext.woff2'].file],
  );
  assert.doesNotMatch(css, /@import|asset:/);
});

test('minifying keeps strings, and addresses of assets as they are written', () => {
  assert.equal(
    minified('a  >  b ,\n c { /* x */ content : "a  {b} ;"; width: calc(1px + 2em); src: url("asset:sans.woff2") }\n'),
    'a>b,c{content:"a  {b} ;";width:calc(1px + 2em);src:url(asset:sans.woff2)}',
  );
});

test('scripts for browsers are ordinary scripts in the language of 2020, each whole', () => {
  const scripts = clientScripts();
  assert.deepEqual([...scripts.keys()].map((file) => basename(file)).sort(), [
    'offline.client.js',
    'passkey.client.js',
    'take.client.js',
    'worker.client.js',
  ]);
  for (const [file, text] of scripts) {
    // Throws at import, export, and whatever came later.
    parse(text, { ecmaVersion: 2020, sourceType: 'script' });
    assert.doesNotMatch(text, /\brequire\(|\bimport\(/, file);
  }
  // What the server decides with travels along, instead of being written a second time.
  assert.match(scripts.get('rooms/heard/taking-part/script/offline.client.js') ?? '', /too many[^]*out of bounds/);
});
