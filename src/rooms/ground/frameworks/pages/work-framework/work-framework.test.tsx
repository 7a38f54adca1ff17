import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nobody, type Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import type { Who } from '#rooms/ground/people/index.js';
import { rolledBack } from '#test/house.js';
import { editFramework, publishFramework, recordFramework } from '../../acts.js';
import { frameworkChanges } from '../../changes.js';
import { editedDraft } from '../../draft-edits.js';
import { frameworkSheet } from '../../lookups.js';
import { changesIn, publishedFramework } from '../../published.js';
import { draftKeys, frameworkProblems } from '../../rules.js';
import { templates } from '../../templates/templates.js';
import type { FrameworkEdit } from '../../words.js';
import { aboutForm, askForm, placeField, themeForm, titleField, wordingForm } from './work-framework.form.js';
import { problemWords } from './problem-words.js';

const now = new Date('2026-11-26T10:00:00Z');
const { draft } = templates['inclusion-charter'];
const from = (fields: Readonly<Record<string, string>>) => (name: string) => fields[name] ?? '';

test('each form gives one edit, or says beside which field it cannot', () => {
  assert.deepEqual(aboutForm(from({ name: '  A  charter ', summary: 'For all.', sources: 'One\r\n\r\nTwo ' })).edit, {
    code: 'about',
    name: 'A charter',
    summary: 'For all.',
    sources: ['One', 'Two'],
  });
  assert.deepEqual(aboutForm(from({})).problems, [{ field: 'name', message: 'Enter a name' }]);
  assert.deepEqual(
    themeForm(from({ title: 'Kindness', kind: 'kind of ask' }), 'charter', null).problems.map(({ field }) => field),
    ['kind'],
  );
  assert.equal(themeForm(from({ title: 'Kindness' }), 'asks', null).edit?.code, 'theme');
  assert.deepEqual(
    askForm(from({ text: '', audience: 'everybody', theme: 'nowhere' }), draft.themes, null).problems.map(
      ({ field }) => field,
    ),
    ['text', 'audience', 'theme'],
  );
  const [one, two] = draft.themes;
  assert.ok(one && two);
  const wording = wordingForm(
    from({
      name: 'Ours',
      [titleField(one.key)]: 'First',
      [placeField(one.key)]: '2',
      [titleField(two.key)]: 'Second',
      [placeField(two.key)]: '1',
    }),
    [one, two],
    null,
  );
  assert.deepEqual(wording.edit, {
    code: 'wording',
    key: null,
    wording: {
      name: 'Ours',
      themes: [
        { theme: two.key, title: 'Second' },
        { theme: one.key, title: 'First' },
      ],
    },
  });
  assert.deepEqual(
    wordingForm(
      from({ name: 'Ours', [titleField(one.key)]: 'First', [placeField(one.key)]: 'x' }),
      [one, two],
      null,
    ).problems.map(({ field }) => field),
    [titleField(two.key), placeField(one.key)],
  );
});

const anyEdit: fc.Arbitrary<FrameworkEdit> = fc.oneof(
  fc.record({
    code: fc.constant('theme' as const),
    key: fc.constantFrom(null, ...draft.themes.map(({ key }) => key)),
    theme: fc.record({
      kind: fc.constantFrom('principle' as const, 'value' as const),
      title: fc.string({ maxLength: 60 }),
      meaning: fc.string(),
      examples: fc.array(fc.string()),
    }),
  }),
  fc.record({
    code: fc.constant('ask' as const),
    key: fc.constantFrom(null, ...draft.asks.map(({ key }) => key)),
    ask: fc.record({
      theme: fc.constantFrom(null, ...draft.themes.map(({ key }) => key)),
      audience: fc.constantFrom('school' as const, 'authority' as const),
      text: fc.string({ maxLength: 60 }),
    }),
  }),
  fc.record({
    code: fc.constantFrom('remove theme' as const, 'remove ask' as const, 'remove wording' as const),
    key: fc.constantFrom(...draftKeys(draft)),
  }),
  fc.record({
    code: fc.constantFrom('move theme' as const, 'move ask' as const),
    key: fc.constantFrom(...draftKeys(draft)),
    way: fc.constantFrom('up' as const, 'down' as const),
  }),
);

test('whatever is edited in whatever order: no key stands twice, none that was taken comes again, and what keeps it from being published has words', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 12 }), (edits) => {
      let now_ = draft;
      const ever = new Set(draftKeys(draft));
      for (const edit of edits) {
        const before = new Set(draftKeys(now_));
        const made = editedDraft(now_, edit, ever);
        if (made === null) continue;
        const after = draftKeys(made.draft);
        assert.equal(new Set(after).size, after.length, 'each key once');
        for (const key of after) if (!before.has(key)) assert.ok(!ever.has(key), `${key} is new`);
        for (const key of after) ever.add(key);
        now_ = made.draft;
        for (const problem of frameworkProblems(now_, 'charter')) assert.ok(problemWords(problem, now_).length > 10);
      }
      assert.deepEqual(frameworkChanges(now_, now_), []);
    }),
    { numRuns: 300 },
  );
});

async function keeper(write: Write): Promise<Who> {
  const organisation = newId(now);
  await write
    .insertInto('record.organisation')
    .values({ id: organisation, slug: organisation, name: 'Programme', kind: 'programme' })
    .execute();
  return { organisation, account: newId(now), now };
}

test('a published key that was removed never comes back, and a published theme keeps its kind', async () => {
  await rolledBack(async (write, { gates }) => {
    const who = await keeper(write);
    const standing = { account: who.account, organisation: who.organisation, boards: '*' } as const;
    const { id, slug } = await gates.work.write(standing, (inside) => recordFramework(inside, who, 'charter', draft));
    const edit = (one: FrameworkEdit) => gates.work.write(standing, (inside) => editFramework(inside, who, slug, one));
    await gates.work.write(standing, (inside) => publishFramework(inside, who, id));
    assert.ok((await edit({ code: 'remove theme', key: 'belonging' })).ok);
    const again = await edit({
      code: 'theme',
      key: null,
      theme: { kind: 'impact', title: 'Belonging', meaning: 'Another.', examples: [] },
    });
    assert.deepEqual(again, { ok: true, value: { key: 'belonging-2' } });
    await edit({
      code: 'theme',
      key: 'safety',
      theme: { kind: 'principle', title: 'Safety first', meaning: '', examples: [] },
    });
    const sheet = await gates.work.read(standing, (read) => frameworkSheet(read, who.organisation, slug));
    assert.deepEqual(
      [sheet?.retired, sheet?.draft.themes.find(({ key }) => key === 'safety')?.kind],
      [['belonging'], 'impact'],
    );
    assert.deepEqual(await gates.work.write(standing, (inside) => publishFramework(inside, who, id)), {
      ok: true,
      value: { slug, version: 2 },
    });
    const changed = await gates.public.read(nobody, async (read) => {
      const newest = await read
        .selectFrom('published.publication')
        .select('id')
        .where('subject', '=', slug)
        .orderBy('version', 'desc')
        .executeTakeFirstOrThrow();
      return (await changesIn(read, newest.id)).map(({ code }) => code);
    });
    assert.deepEqual(changed, ['theme added', 'theme removed', 'theme renamed', 'theme meaning']);
    assert.ok(
      (await gates.public.read(nobody, (read) => publishedFramework(read, slug)))?.themes.some(
        ({ key }) => key === 'belonging-2',
      ),
    );
    assert.deepEqual(await edit({ code: 'remove ask', key: 'nowhere' }), { ok: false, problem: 'not there' });
  });
});

test('another organisation edits nothing', async () => {
  await rolledBack(async (write, { gates }) => {
    const [ours, theirs] = [await keeper(write), await keeper(write)];
    const { slug } = await recordFramework(write, ours, 'charter', draft);
    const answer = await gates.work.write(
      { account: theirs.account, organisation: theirs.organisation, boards: '*' },
      (inside) =>
        editFramework(inside, { ...theirs, organisation: ours.organisation }, slug, {
          code: 'remove ask',
          key: 'school-adopt',
        }),
    );
    assert.deepEqual(answer, { ok: false, problem: 'not there' });
  });
});
