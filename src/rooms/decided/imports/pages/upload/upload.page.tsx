import { z } from 'zod';
import { megabytes } from '#kit/fields.js';
import { invalid, type Outcome, redirect, type Sent, view, workPage } from '#kit/page.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { recordImport } from '../../acts.js';
import { importPaths } from '../../paths.js';
import { type ReadAside, readAside } from '#rooms/decided/pack-reading/index.js';
import { Upload, type UploadProps } from './upload.view.js';

const crumbs = [
  { text: 'Workspace', href: importPaths.workspace() },
  { text: 'Imports', href: importPaths.list() },
  { text: 'Import a pack' },
];

function shown(text: string, problems: UploadProps['problems']) {
  return { title: 'Import a published pack', main: <Upload text={text} problems={problems} />, crumbs };
}

async function read(sent: Sent): Promise<ReadAside> {
  const file = sent.files['pack'];
  const text = sent.fields.get('text');
  if (file) return readAside(file.bytes, file.name === '' ? 'file' : file.name);
  if (text.trim() !== '') return readAside(new TextEncoder().encode(text), 'pasted text');
  return { ok: false, problem: { message: 'Choose a file, or paste the text' } };
}

export const uploadPage = workPage<object, ReadAside>({
  path: '/work/imports/new',
  params: z.object({}),
  needs: 'import',
  async get() {
    return view(shown('', []));
  },
  prepare: read,
  fields: { text: 'document' },
  files: { pack: { atMost: 64 * megabytes } },
  async post({ db, visitor, prepared, fields, files, now }): Promise<Outcome> {
    if (!prepared.ok) {
      const text = fields.get('text');
      // The file goes before the text where both are sent.
      const field = !files['pack'] && text.trim() !== '' ? 'text' : 'pack';
      return invalid(shown(text, [{ field, message: prepared.problem.message }]));
    }
    const { id, isNew } = await recordImport(db, whoOf(visitor, now), prepared.value.reading, prepared.value.lines);
    return redirect(`${importPaths.check({ import: id })}${isNew ? '' : '?done=known'}`);
  },
});
