import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeTypesetter } from '#kit/pdf/typst.js';
import { headsNamed } from '#kit/proof/heads.js';
import { openPdf, squeezed } from '#test/pdf.js';
import type { CharterContent } from '../words.js';
import { renderPoster } from './render.js';

after(closeTypesetter);

const clause: CharterContent['clauses'][number] = {
  id: 'a',
  heading: '',
  theme: null,
  aim: 'listen',
  steps: ['asking'],
  effectVerb: 'can',
  effect: 'be heard',
  owner: null,
  due: null,
  easy: [],
};
const content: CharterContent = {
  format: 'kept-charter/1',
  charter: { slug: 'c', title: 'Our charter' },
  organisation: { slug: 'o', name: 'Hazel Hill School', kind: 'school' },
  framework: { slug: 'f', name: 'F' },
  intro: '',
  agreed: { body: 'Governing body', role: 'head', group: 'School council', on: '2026-01-01' },
  clauses: [clause],
};

test('a poster prints the signed head, and a program finds it in the file', async () => {
  const head = { number: 7, sha256: 'b2'.repeat(32), signed_at: new Date('2026-03-02T15:42:00Z') };
  const pdf = await renderPoster(content, '2026-03-03', head);
  assert.deepEqual(headsNamed(pdf), [{ number: 7, sha256: head.sha256 }]);
  assert.ok(
    squeezed(await (await openPdf(pdf)).text(1)).includes(squeezed(`Signed head 7, 2 March 2026: ${head.sha256}`)),
  );
  assert.deepEqual(headsNamed(await renderPoster(content, '2026-03-03')), []);
});
