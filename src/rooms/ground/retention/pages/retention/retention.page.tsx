import { z } from 'zod';
import { queryField } from '#kit/address.js';
import { view, workPage } from '#kit/page.js';
import { dateSeen, marksSeen } from '../../lookups.js';
import { retentionPaths } from '../../paths.js';
import { KeptView } from './retention.view.js';

/** What this Kept keeps and for how long, and what will be deleted. */
export const keptPage = workPage({
  path: '/work/retention',
  params: z.object({}),
  needs: 'administer',
  async get({ db, query, keeping }) {
    const { deleted, kept } = keeping;
    const rules = new Map(deleted.map((one) => [one.name, one]));
    const counted = (entry: string, many: number): string => {
      const rule = rules.get(entry);
      const [one, several] = rule && 'counts' in rule ? rule.counts : ['', ''];
      return `${many} ${many === 1 ? one : several}`.trim();
    };
    return view({
      title: 'How long data is kept',
      crumbs: [{ text: 'Workspace', href: '/work' }, { text: 'How long data is kept' }],
      main: (
        <KeptView
          date={await dateSeen(db)}
          confirm={retentionPaths.date()}
          marks={(await marksSeen(db)).map((mark) => ({
            ...mark,
            what: rules.get(mark.entry)?.what ?? mark.entry,
            counted: counted(mark.entry, mark.many),
          }))}
          deleted={deleted}
          kept={kept}
          done={
            queryField(query, 'done') === 'confirmed'
              ? 'Date confirmed. Kept goes on deleting within five minutes.'
              : null
          }
        />
      ),
    });
  },
});
