import { z } from 'zod';
import { isUuid } from '#base/id.js';
import { londonDate, londonTime } from '#base/london.js';
import { queryField } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { jobProgress } from '#kit/jobs/jobs.js';
import { megabytes } from '#kit/fields.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { whoOf } from '#rooms/ground/people/index.js';
import {
  directoryFile,
  directoryFiles,
  publishDirectoryFile,
  submitDirectoryFile,
  withdrawDirectoryFile,
} from '../../register-files.js';
import { directoryPaths } from '../../paths.js';
import { directoryRegisters } from '../../words.js';
import { DirectoryFileView, DirectoryFilesView, type DirectoryFilesProps } from './files.view.js';

const crumbs = [{ text: 'Workspace', href: '/work' }];
const shownAtMost = 25;

async function listed(
  db: Read,
  visitor: Visitor,
  kind: string,
  problems: DirectoryFilesProps['problems'],
): Promise<View> {
  const files = await directoryFiles(db, visitor.organisation, shownAtMost);
  return {
    title: 'Directory: the registers',
    crumbs: [...crumbs, { text: 'Directory' }],
    main: (
      <DirectoryFilesView
        action={directoryPaths.work()}
        kind={kind}
        problems={problems}
        files={files.map((file) => ({
          ...file,
          href: directoryPaths.file(file.id),
          day: londonDate(file.sent_at),
          time: londonTime(file.sent_at),
        }))}
      />
    ),
  };
}

/** Sending a file of the registers of authorities and schools. */
export const directoryFilesPage = workPage({
  path: '/work/directory',
  params: z.object({}),
  needs: 'administer',
  async get({ db, visitor }) {
    return view(await listed(db, visitor, '', []));
  },
  fields: { kind: 'choice' },
  files: { names: { atMost: 64 * megabytes }, file: { atMost: 64 * megabytes } },
  async post({ db, visitor, fields, files, now }): Promise<Outcome> {
    const kind = directoryRegisters.find((one) => one === fields.get('kind'));
    const file = files['file'];
    const problems = [
      ...(kind ? [] : [{ field: 'kind', message: 'Choose which register it is' }]),
      ...(file ? [] : [{ field: 'file', message: 'Choose a file' }]),
    ];
    if (!kind || !file) return invalid(await listed(db, visitor, kind ?? '', problems));
    const names = kind === 'authorities' ? (files['names']?.bytes ?? null) : null;
    const id = await submitDirectoryFile(db, whoOf(visitor, now), {
      kind,
      name: file.name === '' ? 'file' : file.name,
      bytes: file.bytes,
      names,
    });
    return redirect(directoryPaths.file(id));
  },
});

const one = z.object({ file: z.string().refine(isUuid) });

/** What a file changes, and after it was brought in, what it changed. */
export const directoryFilePage = workPage({
  path: '/work/directory/:file',
  params: one,
  needs: 'administer',
  async get({ db, visitor, params, query }) {
    const file = await directoryFile(db, visitor.organisation, params.file);
    if (!file) return halt('not-found');
    const isUnderWay = file.state === 'checking' || file.state === 'bringing in';
    const job = isUnderWay && file.job !== null ? await jobProgress(db, visitor.organisation, file.job) : undefined;
    // Nobody is moved on against their will: the page can be asked to stand still (WCAG 2.2.1).
    const isStill = 'still' in query;
    return view({
      title: `${file.name}: ${file.state}`,
      ...(isUnderWay && !isStill ? { refresh: 1 } : {}),
      crumbs: [...crumbs, { text: 'Directory', href: directoryPaths.work() }, { text: file.name }],
      main: (
        <DirectoryFileView
          name={file.name}
          kind={file.kind}
          state={file.state}
          step={job ? { text: job.step, done: Math.round(job.progress * 100) } : null}
          still={isStill ? null : `${directoryPaths.file(file.id)}?still`}
          again={directoryPaths.file(file.id)}
          notNow={queryField(query, 'done', 10) === 'not-now'}
          problem={file.problem}
          report={file.report}
          bringIn={directoryPaths.bringIn(file.id)}
          setAside={directoryPaths.setAside(file.id)}
          back={directoryPaths.work()}
          linkOf={
            file.kind === 'schools'
              ? (key) => directoryPaths.school(Number(key))
              : file.kind === 'authorities'
                ? (key) => directoryPaths.authority(key)
                : (key) => directoryPaths.school(Number(key.split(' ')[0]))
          }
        />
      ),
    });
  },
});

function actPage(path: string, act: typeof publishDirectoryFile) {
  return workPage({
    path: `/work/directory/:file/${path}`,
    params: one,
    needs: 'administer',
    fields: {},
    async post({ db, visitor, params, now }): Promise<Outcome> {
      if (!(await directoryFile(db, visitor.organisation, params.file))) return halt('not-found');
      const answer = await act(db, whoOf(visitor, now), params.file);
      return redirect(
        answer.ok ? directoryPaths.file(params.file) : `${directoryPaths.file(params.file)}?done=not-now`,
      );
    },
  });
}

export const bringInPage = actPage('bring-in', publishDirectoryFile);
export const setAsidePage = actPage('set-aside', withdrawDirectoryFile);
