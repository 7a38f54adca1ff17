import { z } from 'zod';
import { typedDate } from '#base/date-fields.js';
import { londonDate } from '#base/london.js';
import { queryField, queryPage } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { megabytes } from '#kit/fields.js';
import { invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import { readTableAside } from '#rooms/ground/directory/index.js';
import { type Organisation, ownOrganisation, whoOf } from '#rooms/ground/people/index.js';
import { pageLinks } from '#ui/pagination/page-links.js';
import { recordAward } from '../../acts.js';
import { awardColumns, awardHead, awardsAtMost, awardTable, readAwards } from '../../award-csv.js';
import { knownSchools, ownSchools } from '../../lookups.js';
import { awardPaths } from '../../paths.js';
import { schoolAwards, takeUp, takeUps } from '../../published.js';
import { awardCount, awardProblems } from '../../rules.js';
import { awardDraftProblemWords, awardProblemWords } from '../../view-words.js';
import { awardStages } from '../../words.js';
import { NoAward, OwnAward, UploadAward, type OwnAwardProps, type UploadAwardProps } from './work-award.view.js';

const onAPage = 50;
const crumbs = [{ text: 'Workspace', href: '/work' }];

/** Who says how schools stand: the authority in whose area they are, and a programme. */
function maySay(own: Organisation): boolean {
  return own.kind === 'programme' || (own.kind === 'authority' && own.authority !== null);
}

const notForYou: View = {
  title: 'Rights Respecting Schools Award',
  crumbs: [...crumbs, { text: 'Award' }],
  main: <NoAward all={awardPaths.all()} />,
};

type Typed = Pick<OwnAwardProps, 'urn' | 'stage' | 'since' | 'source'>;
const nothing: Typed = {
  urn: '',
  stage: '',
  since: { 'since-day': '', 'since-month': '', 'since-year': '' },
  source: '',
};

async function shown(
  db: Read,
  own: Organisation,
  today: string,
  page: number,
  typed: Typed,
  problems: OwnAwardProps['problems'],
  done: string | null,
): Promise<View> {
  const scope = own.kind === 'authority' && own.authority !== null ? { authority: own.authority } : {};
  const schools = await schoolAwards(db, { ...scope, from: (page - 1) * onAPage, count: onAPage });
  const rows =
    own.kind === 'authority' && own.authority !== null
      ? [await takeUp(db, today, own.authority)]
      : await takeUps(db, today);
  const known = rows.reduce(
    (sum, row) => sum + (row ? row.registered + row.bronze + row.silver + row.gold + row.ranOut : 0),
    0,
  );
  return {
    title: 'Award: how your schools stand',
    crumbs: [...crumbs, { text: 'Award' }],
    main: (
      <OwnAward
        action={awardPaths.work()}
        organisation={own.name}
        done={done}
        upload={awardPaths.upload()}
        shown={scope.authority === undefined ? awardPaths.all() : awardPaths.authority(scope.authority)}
        known={known}
        schools={schools.map((school) => ({ ...school, counted: awardCount(school, today) }))}
        pages={known > onAPage || page > 1 ? pageLinks(page, Math.ceil(known / onAPage), awardPaths.work) : null}
        {...typed}
        problems={problems}
      />
    ),
  };
}

export const workAwardPage = workPage({
  path: '/work/award',
  params: z.object({}),
  needs: 'lead',
  async get({ db, visitor, query, now }) {
    const own = await ownOrganisation(db, visitor.organisation);
    if (!maySay(own)) return view(notForYou);
    const done = /^\d{1,5}$/.exec(queryField(query, 'done', 6))?.[0];
    return view(
      await shown(
        db,
        own,
        londonDate(now),
        queryPage(query),
        nothing,
        [],
        done === undefined
          ? null
          : done === '1'
            ? 'It is saved. Readers see it.'
            : `${done} schools are saved. Readers see them.`,
      ),
    );
  },
  fields: { urn: 'line', stage: 'choice', 'since-*': 'line', source: 'line' },
  async post({ db, visitor, fields, now }): Promise<Outcome> {
    const own = await ownOrganisation(db, visitor.organisation);
    if (!maySay(own)) return invalid(notForYou);
    const today = londonDate(now);
    const get = (name: string) => fields.get(name).replaceAll('\0', ' ').trim();
    const typed: Typed = {
      urn: get('urn'),
      stage: get('stage'),
      since: { 'since-day': get('since-day'), 'since-month': get('since-month'), 'since-year': get('since-year') },
      source: get('source'),
    };
    const since = typedDate(get, 'since', 'award held since', today);
    const stage = typed.stage === 'not known' ? null : awardStages.find((one) => one === typed.stage);
    const urn = /^[1-9]\d{4,6}$/.test(typed.urn) ? Number(typed.urn) : null;
    const draft = {
      urn: urn ?? 0,
      stage: stage ?? null,
      since: since.kind === 'date' ? since.date : '',
      source: typed.source,
    };
    const isKnown = urn !== null && (await knownSchools(db, [urn])).size > 0;
    const problems = [
      ...(urn === null
        ? [{ field: 'urn', message: 'Enter the URN of the school, a number of five to seven digits' }]
        : !isKnown
          ? [{ field: 'urn', message: 'No school of this number is in the register' }]
          : (await ownSchools(db, [urn])).has(urn)
            ? []
            : [{ field: 'urn', message: awardProblemWords({ code: 'not your school', urn }) }]),
      ...(stage === undefined ? [{ field: 'stage', message: 'Choose the stage' }] : []),
      ...awardProblems(draft, today).map((problem) =>
        problem.part === 'since'
          ? { field: 'since-day', message: since.why ?? awardDraftProblemWords(problem) }
          : { field: problem.part, message: awardDraftProblemWords(problem) },
      ),
    ];
    if (problems.length > 0) return invalid(await shown(db, own, today, 1, typed, problems, null));
    const answer = await recordAward(db, whoOf(visitor, now), [draft]);
    if (!answer.ok)
      return invalid(
        await shown(db, own, today, 1, typed, [{ field: 'urn', message: awardProblemWords(answer.problem) }], null),
      );
    return redirect(`${awardPaths.work()}?done=1`);
  },
});

function uploadForm(more: Pick<UploadAwardProps, 'message' | 'rows' | 'broken'>): View {
  return {
    title: 'Bring in a file of stages',
    crumbs: [...crumbs, { text: 'Award', href: awardPaths.work() }, { text: 'Bring in a file' }],
    main: (
      <UploadAward
        action={awardPaths.upload()}
        template={awardPaths.columns()}
        columns={awardColumns}
        most={awardsAtMost}
        {...more}
      />
    ),
  };
}

export const awardUploadPage = workPage({
  path: '/work/award/upload',
  params: z.object({}),
  needs: 'lead',
  async get({ db, visitor }) {
    return view(
      maySay(await ownOrganisation(db, visitor.organisation))
        ? uploadForm({ message: null, rows: [], broken: 0 })
        : notForYou,
    );
  },
  prepare: async ({ files: { stages } }) => stages && readTableAside(stages.bytes, awardTable),
  fields: {},
  files: { stages: { atMost: 8 * megabytes } },
  async post({ db, visitor, prepared: table, now }): Promise<Outcome> {
    if (!maySay(await ownOrganisation(db, visitor.organisation))) return invalid(notForYou);
    if (!table) return invalid(uploadForm({ message: 'Choose a file', rows: [], broken: 0 }));
    const read = table.ok ? await readAwards(table.value, londonDate(now), (urns) => ownSchools(db, urns)) : table;
    if (!read.ok) return invalid(uploadForm(read.problem));
    const answer = await recordAward(db, whoOf(visitor, now), read.value);
    if (!answer.ok)
      return invalid(
        uploadForm({
          message: `${awardProblemWords(answer.problem)}. Nothing of the file was saved.`,
          rows: [],
          broken: 0,
        }),
      );
    return redirect(`${awardPaths.work()}?done=${answer.value}`);
  },
});

/** The names of the columns, as a file to fill in. */
export const awardColumnsPage = workPage({
  path: '/work/award/upload/columns.csv',
  params: z.object({}),
  needs: 'lead',
  get: async () => ({ kind: 'file', body: `${awardHead}\r\n`, type: 'text/csv; charset=utf-8', download: 'award.csv' }),
});
