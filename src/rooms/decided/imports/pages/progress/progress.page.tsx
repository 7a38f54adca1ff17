import { z } from 'zod';
import { jobProgress } from '#kit/jobs/jobs.js';
import { halt, redirect, view, workPage } from '#kit/page.js';
import { PageHeading } from '#ui/page/page.js';
import { Progress } from '#ui/progress/progress.js';
import { importPaths } from '../../paths.js';

/** Long work under way. The page loads itself again every second, without script, and leads on when the work is done. */
export const progressPage = workPage({
  path: '/work/progress/:job',
  params: z.object({ job: z.uuid() }),
  needs: 'see workspace',
  async get({ db, visitor, params, query }) {
    const job = await jobProgress(db, visitor.organisation, params.job);
    if (!job) return halt('not-found');
    if (job.state === 'done') return redirect(job.outcome ?? importPaths.list());
    const crumbs = [{ text: 'Workspace', href: importPaths.workspace() }, { text: 'Publishing' }];
    if (job.state === 'failed') {
      return view({
        title: 'Publishing failed',
        crumbs,
        main: (
          <>
            <PageHeading lead="Nothing was published.">Publishing failed</PageHeading>
            <p>{job.outcome}</p>
            <p>
              <a href={importPaths.list()}>Back to the imports</a>
            </p>
          </>
        ),
      });
    }
    // Nobody is moved on against their will: the page can be asked to stand still (WCAG 2.2.1).
    const isStill = 'still' in query;
    return view({
      title: 'Publishing',
      ...(isStill ? {} : { refresh: 1 }),
      crumbs,
      main: (
        <>
          <PageHeading lead="You can leave this page: the work goes on, and the import says when it is done.">
            Publishing
          </PageHeading>
          <Progress
            id="progress"
            label={job.step}
            value={Math.round(job.progress * 100)}
            words={`${Math.round(job.progress * 100)} of 100`}
            stop={isStill ? undefined : `${importPaths.progress(params)}?still`}
          />
          {isStill && (
            <p>
              <a href={importPaths.progress(params)}>Look again</a>
            </p>
          )}
        </>
      ),
    });
  },
});
