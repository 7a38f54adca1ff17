import { z } from 'zod';
import { londonDate, londonTime, plainDate, plainTime } from '#base/london.js';
import { backupsSeen, type RunSeen, troubleOf } from '#kit/backup/timetable.js';
import { view, workPage } from '#kit/page.js';
import { BackupsView, type RunShown } from './backups.view.js';

function when(at: Date | null): string | null {
  return at === null ? null : `${plainDate(londonDate(at))}, ${plainTime(londonTime(at))}`;
}

function shown(run: RunSeen, trouble: RunShown['trouble']): RunShown {
  const number = (name: string): number | null => (typeof run.facts[name] === 'number' ? run.facts[name] : null);
  return {
    done: when(run.doneAt),
    failed: when(run.failedAt),
    trouble,
    problem: run.problem,
    rows: number('rows'),
    bytes: number('bytes'),
    publications: number('publications'),
  };
}

/** Whether this Kept could be lost, for those who look after it. */
export const backupsPage = workPage({
  path: '/work/backups',
  params: z.object({}),
  needs: 'administer',
  async get({ db, now }) {
    const seen = await backupsSeen(db);
    const trouble = troubleOf(seen, now);
    return view({
      title: 'Backups',
      crumbs: [{ text: 'Workspace', href: '/work' }, { text: 'Backups' }],
      main: (
        <BackupsView
          plan={seen.plan && { time: plainTime(seen.plan.dailyAt), keep: seen.plan.keep, mark: seen.plan.mark }}
          backup={shown(seen.backup, trouble.backup)}
          drill={shown(seen.drill, trouble.drill)}
          privateKey={shown(seen.key, trouble.key)}
        />
      ),
    });
  },
});
