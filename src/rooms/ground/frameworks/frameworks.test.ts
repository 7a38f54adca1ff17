import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nobody, type Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { rolledBack } from '#test/house.js';
import type { Who } from '#rooms/ground/people/index.js';
import { publishFramework, recordFramework, recordFrameworkDraft } from './acts.js';
import { publishedFramework } from './published.js';
import { frameworkProblems, promisedThemes, themeNamed } from './rules.js';
import { templates } from './templates/templates.js';

const now = new Date('2026-11-26T10:00:00Z');
const { draft } = templates['inclusion-charter'];

async function keeper(write: Write): Promise<Who> {
  const organisation = newId(now);
  await write
    .insertInto('record.organisation')
    .values({ id: organisation, slug: organisation, name: 'Programme', kind: 'programme' })
    .execute();
  return { organisation, account: newId(now), now };
}

test('the frameworks that ship have nothing that keeps them from being published', () => {
  for (const { kind, draft: shipped } of Object.values(templates))
    assert.deepEqual(frameworkProblems(shipped, kind), []);
  assert.deepEqual(promisedThemes('charter', draft.themes).length, 4);
  assert.deepEqual(
    [
      draft.themes.filter(({ kind }) => kind === 'value').length,
      draft.themes.filter(({ kind }) => kind === 'impact').length,
    ],
    [2, 3],
  );
  assert.equal(promisedThemes('asks', templates['care-leavers-asks'].draft.themes).length, 11);
});

test('two wordings of the same principles lead to the same themes (seed: Annex 1 and Annex 4)', () => {
  const named = (heading: string) => themeNamed(heading, draft.themes, draft.wordings);
  for (const [one, other] of [
    ['Embedding Equity and Diversity', 'Equity & Diversity'],
    ['Students as Active Citizens', 'Active Participation'],
    ['Being Adaptable and Reflective', 'Flexibility and Adaptability'],
    ['Beyond Academic Achievement', 'Achievement'],
  ] as const) {
    assert.ok(named(one));
    assert.equal(named(one), named(other));
  }
  assert.equal(named('Kindness'), null);
  assert.equal(named(''), null);
});

test('what keeps a framework from being published is named', () => {
  const [first, ...rest] = draft.themes;
  assert.ok(first);
  assert.deepEqual(
    frameworkProblems({ ...draft, name: ' ', asks: [] }, 'charter').map(({ code }) => code),
    ['no name', 'no ask'],
  );
  assert.deepEqual(
    frameworkProblems({ ...draft, themes: [first, first, ...rest] }, 'charter').map(({ code }) => code),
    ['theme twice'],
  );
  assert.deepEqual(
    frameworkProblems({ ...draft, themes: rest }, 'charter').map(({ code }) => code),
    ['theme not there', 'theme not there'],
  );
  assert.deepEqual(frameworkProblems({ ...draft, wordings: [{ key: 'w', name: 'W', themes: [] }] }, 'charter'), [
    { code: 'wording incomplete', key: 'w', themes: promisedThemes('charter', draft.themes).map(({ key }) => key) },
  ]);
  assert.deepEqual(
    frameworkProblems({ ...draft, asks: [{ key: 'a', theme: 'nowhere', audience: 'school', text: 'Do' }] }, 'charter'),
    [{ code: 'theme not there', key: 'a', theme: 'nowhere' }],
  );
});

test('a framework is published in versions; the same again publishes nothing', async () => {
  await rolledBack(async (write, { gates }) => {
    const who = await keeper(write);
    const standing = { account: who.account, organisation: who.organisation, boards: '*' } as const;
    const { id, slug } = await gates.work.write(standing, (inside) => recordFramework(inside, who, 'charter', draft));
    const publish = () => gates.work.write(standing, (inside) => publishFramework(inside, who, id));
    assert.deepEqual(await publish(), { ok: true, value: { slug, version: 1 } });
    assert.deepEqual(await publish(), { ok: true, value: { slug, version: null } });
    await gates.work.write(standing, (inside) =>
      recordFrameworkDraft(inside, who, slug, { ...draft, summary: 'Shorter.' }),
    );
    assert.deepEqual(await publish(), { ok: true, value: { slug, version: 2 } });
    const read = await gates.public.read(nobody, (public_) => publishedFramework(public_, slug));
    assert.deepEqual(
      [
        read?.version,
        read?.summary,
        read?.themes.filter(({ promised }) => promised).length,
        read?.asks.length,
        read?.wordings,
      ],
      [
        2,
        'Shorter.',
        4,
        draft.asks.length,
        draft.wordings.map((wording) => ({ ...wording })).sort((a, b) => (a.key < b.key ? -1 : 1)),
      ],
    );
    await gates.work.write(standing, (inside) => recordFrameworkDraft(inside, who, slug, { ...draft, asks: [] }));
    assert.deepEqual(await publish(), { ok: false, problem: { code: 'not ready', problems: [{ code: 'no ask' }] } });
  });
});

test('another organisation neither sees nor publishes a draft', async () => {
  await rolledBack(async (write, { gates }) => {
    const [ours, theirs] = [await keeper(write), await keeper(write)];
    const { id } = await recordFramework(write, ours, 'charter', draft);
    const answer = await gates.work.write(
      { account: theirs.account, organisation: theirs.organisation, boards: '*' },
      (inside) => publishFramework(inside, { ...theirs, organisation: ours.organisation }, id),
    );
    assert.deepEqual(answer, { ok: false, problem: { code: 'not there' } });
  });
});

test('a name that another organisation has in a draft is made different, and nobody is told whose it is', async () => {
  await rolledBack(async (write, { gates }) => {
    const [ours, theirs] = [await keeper(write), await keeper(write)];
    const record = (who: Who) =>
      gates.work.write({ account: who.account, organisation: who.organisation, boards: '*' }, (inside) =>
        recordFramework(inside, who, 'charter', { ...draft, name: 'Hidden away' }),
      );
    assert.equal((await record(ours)).slug, 'hidden-away');
    assert.equal((await record(theirs)).slug, 'hidden-away-2');
    assert.equal((await record(theirs)).slug, 'hidden-away-3');
    assert.equal((await record(ours)).slug, 'hidden-away-4');
  });
});
