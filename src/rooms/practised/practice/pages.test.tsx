/** The pages over HTTP, in the demonstration: written, saved unfinished, submitted, edited, cleared, found; and what is refused keeps what was typed. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { html } from '#test/views.js';
import { type Running, runningKept } from '#test/running.js';
import { type Asker, asker, persona } from '#test/visit.js';
import { ToldText } from './pages/told.view.js';
import { PracticeMain } from './pages/practice/practice.view.js';
import { areasShown, readSpotlight } from './pages/draft/draft.form.js';
import { contentOf, emptyDraft } from './rules.js';

let kept: Running;
let [school, programme, borough, reader]: Asker[] = [];

before(async () => {
  kept = await runningKept({ clock: () => new Date('2026-11-26T10:00:00Z') });
  [school, programme, borough] = await Promise.all(
    (['school', 'programme', 'borough'] as const).map((role) => persona(kept, role)),
  );
  reader = asker(kept.url, null);
});

after(async () => kept.stop());

function there(who: Asker | undefined): Asker {
  assert.ok(who);
  return who;
}

async function seen(who: Asker | undefined, path: string): Promise<string> {
  const answer = await there(who).get(path);
  assert.equal(answer.status, 200, `${path}: ${answer.to}`);
  return answer.body;
}

async function done(
  who: Asker | undefined,
  path: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<string> {
  const answer = await there(who).post(path, fields);
  assert.equal(
    answer.status,
    303,
    answer.body.slice(answer.body.indexOf('<main'), answer.body.indexOf('<main') + 1500),
  );
  return answer.to ?? '';
}

async function refusedWith(
  who: Asker | undefined,
  path: string,
  fields: Readonly<Record<string, string>>,
  ...messages: readonly RegExp[]
): Promise<string> {
  const answer = await there(who).post(path, fields);
  assert.equal(answer.status, 422, `${path}: ${answer.to}`);
  for (const message of messages) assert.match(answer.body, message);
  return answer.body;
}

const hostile = '<script>alert("x")</script> & "quotes" </textarea><img src=x onerror=alert(1)>';

const typed = {
  title: 'Whittling at break',
  summary: 'A shed with tools and an adult.',
  about: `We are a school. ${hostile}`,
  need: 'Some had nothing to do with their hands.\n\n- long breaks\n- short tempers',
  needs: 'behaviour',
  ownNeeds: 'Boredom\nCold hands',
  'heading-1': 'The shed',
  'text-1': 'It was cleared.',
  'heading-2': `Tools ${hostile}`,
  'text-2': 'Knives that do not close.',
  changed: 'Fewer quarrels.',
  evidence: 'said',
  known: 'Those on duty say so.',
  cost: 'A box of tools.',
  amount: '£310',
  time: 'Every break',
  role: 'Caretaker',
  address: 'https://millpond.example/shed',
  framework: 'inclusion-charter',
  themes: 'inclusion-charter beyond-achievement',
  phase: 'Primary',
  authority: 'camden',
  urn: '999003',
  agreed: 'yes',
  noChild: 'yes',
};

test(
  'a school saves an unfinished spotlight, is told what it lacks only when it submits, and loses nothing',
  { timeout: 60_000 },
  async () => {
    const own =
      (await done(school, '/work/practice/new', { title: 'Half a thought', need: 'Something', act: 'save' })).split(
        '?',
      )[0] ?? '';
    assert.match(await seen(school, own), /Half a thought/);
    const lacking = await refusedWith(
      school,
      `${own}/draft`,
      { ...typed, changed: '', address: 'shed@millpond.example', authority: 'Atlantis', act: 'submit' },
      /Say what changed/,
      /e-mail address in it/,
      /There is no authority called “Atlantis”/,
      /What you typed is saved/,
    );
    assert.match(lacking, /href="#changed"/);
    assert.match(lacking, /value="shed@millpond\.example"/);
    assert.match(lacking, /Knives that do not close/);
    assert.match(lacking, /&lt;script(?:>|&gt;)alert/, 'what was typed is text');
    assert.doesNotMatch(lacking, /<script|<img src=x/);
    assert.match(await seen(school, `${own}/draft`), /value="Atlantis"/, 'it was saved although it was refused');
    await refusedWith(
      school,
      `${own}/draft`,
      { ...typed, title: 'x'.repeat(141), 'text-2': 'y'.repeat(6001) },
      /The title can be 140 characters long at most/,
      /The text of area 2 can be 6,000 characters long at most/,
      /y{6001}/,
    );
    const more = await done(school, `${own}/draft`, { ...typed, act: 'more' });
    assert.match(more, /\/draft\?areas=3#heading-3$/);
    assert.match(await seen(school, more.split('#')[0] ?? ''), /id="heading-3"/);
    assert.equal((await there(reader).get('/practice/whittling-at-break')).status, 404);

    // Submitted: the school can only take it back, the programme has it, and nobody else.
    assert.match(await done(school, `${own}/submit`), /done=submitted/);
    assert.match(await done(school, `${own}/draft`.replace('/draft', '/discard')), /done=not-now/);
    assert.equal((await there(school).get(`${own}/draft`)).status, 303);
    const queue = await seen(programme, '/work/practice');
    const submission = /href="(\/work\/practice\/submissions\/[^"]+)"[^>]*>Whittling at break/.exec(queue)?.[1] ?? '';
    assert.notEqual(submission, '');
    for (const who of [school, borough]) {
      assert.equal((await there(who).get(submission)).status, 404);
      for (const act of ['clear', 'ask-back', 'draft'])
        assert.equal((await there(who).post(`${submission}/${act}`, { reason: 'x' })).status, 404);
    }
    assert.equal((await there(borough).get(own)).status, 404);
    assert.doesNotMatch(await seen(programme, submission), /<script|<img src=x/);

    // The programme changes a word, asks back without a reason (refused), clears.
    await refusedWith(programme, `${submission}/ask-back`, { reason: ' ' }, /Say why/);
    await refusedWith(
      programme,
      `${submission}/ask-back`,
      { reason: 'Write to ada@programme.example' },
      /has an e-mail address in it/,
      /Write to ada@programme\.example/,
    );
    await done(programme, `${submission}/draft`, { ...typed, known: '' });
    await refusedWith(programme, `${submission}/clear`, {}, /Say how you know/);
    await done(programme, `${submission}/draft`, { ...typed, known: 'Those on duty say so. We did not count.' });
    assert.match(await seen(programme, submission), /What you changed[^]*<ins>/);
    assert.match(await done(programme, `${submission}/clear`), /done=cleared/);
    assert.match(await done(programme, `${submission}/clear`), /done=not-now/);

    const page = await seen(reader, '/practice/whittling-at-break');
    assert.match(page, /We did not count/);
    assert.match(page, /<li>long breaks<\/li>/);
    assert.match(page, /href="\/authorities\/E09000007"[^>]*>Camden/);
    assert.match(page, /href="https:\/\/millpond\.example\/shed"/);
    assert.doesNotMatch(page, /<script|<img src=x/);
    assert.match(await seen(school, own), /What London Inclusion Programme \(invented\) changed[^]*<ins>/);
    const json: { readonly format: string; readonly cost: unknown } = JSON.parse(
      await seen(reader, '/practice/whittling-at-break/practice.json'),
    );
    assert.deepEqual(
      [json.format, json.cost],
      ['kept-practice/1', { text: 'A box of tools.', amount: 310, time: 'Every break' }],
    );
    assert.match(
      await seen(reader, '/practice?q=whitling'),
      /Showing results for <strong>whittling<\/strong>, not whitling[^]*<mark>Whittling<\/mark>/,
    );
    assert.match(await seen(reader, '/search?q=whittling&kind=practice'), /href="\/practice\/whittling-at-break/);

    // The next version is laid beside the first.
    await done(school, `${own}/draft`, { ...typed, known: 'We counted.', evidence: 'measured', act: 'submit' });
    const next =
      /href="(\/work\/practice\/submissions\/[^"]+)"[^>]*>Whittling at break/.exec(
        await seen(programme, '/work/practice'),
      )?.[1] ?? '';
    assert.match(await seen(programme, next), /What changed since version 1[^]*<del>[^]*<ins>/);
    await done(programme, `${next}/ask-back`, { reason: 'What did you count?' });
    assert.match(await seen(school, own), /What did you count\?/);
    assert.match(
      await seen(reader, '/practice/whittling-at-break'),
      /We did not count/,
      'readers keep the first version',
    );
  },
);

test('review, withdrawal and the library as readers see them', { timeout: 60_000 }, async () => {
  const overdue = await seen(reader, '/practice/no-exclusion-without-a-second-look');
  assert.match(overdue, /Its review is overdue/);
  assert.match(await seen(reader, '/practice'), /Review overdue/);
  const own =
    /href="(\/work\/practice\/[0-9a-f-]{36})"[^>]*>No exclusion without a second look/.exec(
      await seen(borough, '/work/practice'),
    )?.[1] ?? '';
  for (const who of [school, reader]) assert.notEqual((await there(who).post(`${own}/review`)).status, 303);
  assert.match(await done(borough, `${own}/review`), /done=reviewed/);
  assert.doesNotMatch(await seen(reader, '/practice/no-exclusion-without-a-second-look'), /Its review is overdue/);
  await refusedWith(borough, `${own}/withdraw`, { reason: '' }, /Say why/);
  await done(borough, `${own}/withdraw`, { reason: hostile });
  const gone = await seen(reader, '/practice/no-exclusion-without-a-second-look');
  assert.match(gone, /Withdrawn on 26 November 2026 by London Borough of Eastmere \(invented\)/);
  assert.doesNotMatch(gone, /<script|<img src=x/);
  assert.doesNotMatch(await seen(reader, '/practice'), /No exclusion without a second look/);
  assert.equal((await there(borough).get(`${own}/withdraw`)).to, `${own}?done=not-now`);
});

test('a reader narrows the library without script, and nonsense gives an answer too', async () => {
  assert.match(await seen(reader, '/practice'), /<form class="search"[^>]*action="\/practice"[^>]*method="get"/);
  assert.match(
    await seen(reader, '/practice?need=attendance&phase=Primary&authority=E09000007'),
    /1 spotlight<[^]*A calm start to the day/,
  );
  assert.match(
    await seen(reader, '/practice?organisation=lantern-schools-trust'),
    /Only those of Lantern Schools Trust/,
  );
  assert.match(
    await seen(reader, '/practice/one-team-for-attendance-behaviour-and-special-needs'),
    /Used by[^]*href="\/promises\/millpond-primary-school-2"/,
  );
  assert.match(await seen(reader, '/practice'), /Used by 2 promises/);
  for (const query of [
    'q=%3Cscript%3E',
    'q=%22',
    'q=((%26',
    'theme=nowhere',
    'theme=%00',
    'need=%27',
    'page=9999',
    'q=a&q=b',
    'phase=%F0%9F%9A%8C',
    `q=${'x'.repeat(5000)}`,
  ])
    assert.doesNotMatch(await seen(reader, `/practice?${query}`), /<script/, query);
});

test('whatever stands in a text, a page shows it as text', () => {
  assert.doesNotMatch(html(<ToldText text={hostile} />), /<script|<img/);
  const draft = readSpotlight({
    get: (name) =>
      name === 'address' ? 'javascript:alert(1)' : name === 'evidence' || name === 'agreed' ? '' : hostile,
    all: () => [hostile],
  });
  const content = contentOf(
    draft,
    { frameworks: [], ended: new Set(), themes: [], phases: [], authority: null, school: null },
    { slug: 's', organisation: { slug: 'o', name: hostile, kind: 'school' } },
  );
  const shown = html(
    <PracticeMain
      content={content}
      links={{ theme: () => '#', need: () => '#', authority: () => '#', school: () => '#' }}
    />,
  );
  assert.doesNotMatch(shown, /<script|<img|href="javascript/);
  assert.match(shown, /javascript:alert\(1\)/);
});

test('the form keeps what was typed, with ends of lines as they are kept, and shows room for one more', () => {
  const fields: Readonly<Record<string, string>> = {
    title: ' A  calm\tstart ',
    need: 'One\r\ntwo\u0000\ud800',
    'heading-3': 'Third',
    'text-3': ' ',
    ownNeeds: 'a\r\n\r\n b ',
    evidence: 'proved',
  };
  const draft = readSpotlight({ get: (name) => fields[name] ?? '', all: () => ['attendance', 'nonsense'] });
  assert.deepEqual(
    [draft.title, draft.need, draft.done, draft.ownNeeds, draft.needs, draft.evidence],
    ['A calm start', 'One\ntwo \ufffd', [{ heading: 'Third', text: ' ' }], ['a', 'b'], ['attendance'], ''],
  );
  assert.deepEqual(
    [areasShown(emptyDraft, ''), areasShown(draft, '5'), areasShown(draft, '99'), areasShown(draft, 'x')],
    [2, 5, 12, 2],
  );
});
