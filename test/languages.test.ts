/** Words by language (decision 0032), over the whole house. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { sayIn as surveySays } from '#rooms/heard/surveys/said.js';
import { sayIn as takingPartSays } from '#rooms/heard/taking-part/said.js';

test('whoever reads a notice in their language goes on in it', () => {
  // The start page marks a notice as English where taking part does not speak the language.
  assert.deepEqual(surveySays.tags, takingPartSays.tags);
});

test('only tests add a language while Kept runs', () => {
  const sources = globSync('src/**/*.{ts,tsx}').filter(
    (file) => !file.includes('.test.') && !file.startsWith('src/base/'),
  );
  assert.ok(sources.length > 500);
  assert.deepEqual(
    sources.filter((file) => readFileSync(file, 'utf8').includes('addLanguage')),
    [],
  );
});
