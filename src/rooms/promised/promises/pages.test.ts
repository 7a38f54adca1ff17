/** The pages over HTTP, in the demonstration: a promise made by form, kept, asked about and answered; and the clerk's suggestions. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Running, runningKept } from '#test/running.js';
import { type Asker, asker, persona } from '#test/visit.js';

let kept: Running;
let [school, group, clerk, borough, reader]: Asker[] = [];
const now = new Date('2026-11-26T10:00:00Z');

before(async () => {
  kept = await runningKept({ clock: () => now });
  [school, group, clerk, borough] = await Promise.all(
    (['school', 'group', 'clerk', 'borough'] as const).map((role) => persona(kept, role)),
  );
  reader = asker(kept.url, null);
});

after(async () => kept.stop());

function there(who: Asker | undefined): Asker {
  assert.ok(who);
  return who;
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

async function done(who: Asker | undefined, path: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const answer = await there(who).post(path, fields);
  assert.equal(
    answer.status,
    303,
    answer.body.slice(answer.body.indexOf('<main'), answer.body.indexOf('<main') + 1500),
  );
  return answer.to ?? '';
}

const seen = async (who: Asker | undefined, path: string): Promise<string> => {
  const answer = await there(who).get(path);
  assert.equal(answer.status, 200, path);
  return answer.body;
};

const date = (name: string, [day, month, year]: readonly [string, string, string]) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});

test(
  'a school makes a promise by form, keeps it, and its council says so; nothing that was typed is lost on the way',
  { timeout: 60_000 },
  async () => {
    const typed = {
      theme: 'inclusion-charter active-citizens',
      aim: 'We will plant a garden with every class',
      steps: 'digging a bed for each class\nletting each class choose',
      verb: 'can',
      effect: 'eat what you grew',
      owner: '',
      practices: '',
    };
    const again = await refusedWith(
      school,
      '/work/promises/new',
      { ...typed, ...date('due', ['31', '2', '2027']) },
      /Enter a real date by which it is kept/,
    );
    assert.match(again, /plant a garden with every class/);
    assert.match(again, /letting each class choose/);
    await refusedWith(
      school,
      '/work/promises/new',
      { ...typed, practices: 'nothing-of-the-kind' },
      /There is no practice of that name: nothing-of-the-kind/,
    );
    const own = (await done(school, '/work/promises/new', typed)).split('?')[0] ?? '';
    assert.match(own, /^\/work\/promises\/millpond-primary-school-\d+$/);
    const slug = own.split('/').at(-1) ?? '';
    assert.match(await seen(school, own), /A promise without an owner stays a draft/);
    assert.equal((await there(reader).get(`/promises/${slug}`)).status, 404);
    await refusedWith(
      school,
      `${own}/agree`,
      { by: 'Governing body', ...date('on', ['26', '11', '2026']) },
      /A promise without an owner stays a draft/,
    );
    await done(school, `${own}/draft`, { ...typed, owner: 'Site manager', ...date('due', ['1', '6', '2027']) });
    await done(school, `${own}/agree`, { by: 'Governing body', ...date('on', ['26', '11', '2026']) });
    assert.match(await seen(reader, `/promises/${slug}`), /On track/);
    assert.match(await seen(reader, '/promises'), /plant a garden with every class/);

    await done(school, `${own}/date`, { why: 'Frost', ...date('due', ['1', '9', '2027']) });
    assert.match(await seen(reader, `/promises/${slug}`), /1 September 2027 \(was due 1 June 2027, moved once\)/);
    await refusedWith(
      school,
      `${own}/end`,
      { state: 'kept', by: 'Site manager', ...date('on', ['26', '11', '2026']) },
      /kept only with evidence/,
    );
    await refusedWith(
      school,
      `${own}/end`,
      { state: 'withdrawn', by: 'Governing body', ...date('on', ['26', '11', '2026']) },
      /Every end but “kept” has one/,
    );
    await done(school, `${own}/evidence`, {
      kind: 'figure',
      title: '12 of 12 classes have a bed',
      strength: 'said',
      ...date('dated', ['25', '11', '2026']),
    });
    await done(school, `${own}/end`, { state: 'kept', by: 'Site manager', ...date('on', ['26', '11', '2026']) });
    await refusedWith(school, `${own}/ask`, {}, /Choose at least one group/);
    await refusedWith(school, `${own}/ask`, { group: 'eastmere' }, /Choose at least one group/);
    await done(school, `${own}/ask`, { group: 'millpond-school-council' });
    assert.match(await seen(reader, `/promises/${slug}`), /no answer yet/);

    const question =
      /href="(\/work\/confirmations\/[^"]+)"[^>]*>[^<]*plant a garden/.exec(
        await seen(group, '/work/confirmations'),
      )?.[1] ?? '';
    // The school itself, and others, do not get at the question.
    for (const other of [school, borough]) {
      assert.equal((await there(other).get(question)).status, 404);
      assert.equal((await there(other).post(question, { answer: 'yes', people: '30' })).status, 404);
    }
    assert.match(
      await refusedWith(
        group,
        question,
        { answer: 'partly', words: 'Most of us' },
        /Say how many young people took part/,
      ),
      /Most of us/,
    );
    await done(group, question, { answer: 'partly', people: '7', words: 'Most of us' });
    const page = await seen(reader, `/promises/${slug}`);
    assert.match(page, /Fewer than ten young people took part/);
    assert.match(page, /Most of us/);
    assert.doesNotMatch(page, /\b7 young/);
    assert.doesNotMatch(await seen(school, own), />7</);
    // A second answer changes nothing.
    assert.equal(await done(group, question, { answer: 'yes', people: '30' }), question);
    assert.match(await seen(reader, `/promises/${slug}`), /It was partly kept/);
  },
);

test('what is not there in its state leads back, and an end cannot be undone', async () => {
  for (const act of ['draft', 'agree', 'news', 'date', 'end'])
    assert.equal((await there(school).get(`/work/promises/millpond-primary-school-3/${act}`)).status, 303, act);
  await refusedWith(
    school,
    '/work/promises/millpond-primary-school-3/news',
    { body: 'x', standing: 'on track' },
    /This cannot be done any more: the promise is kept/,
  );
  assert.match(
    await seen(school, '/work/promises/millpond-primary-school-3?done=not-now'),
    /cannot be done in its present state/,
  );
});

test(
  'a clerk announces a meeting, and takes up or sets aside what is overdue for the next one',
  { timeout: 60_000 },
  async () => {
    const board = '/work/boards/children-and-young-people-board/meetings';
    assert.match(await seen(clerk, '/work/boards'), /Thursday 17 December 2026/);
    await refusedWith(
      clerk,
      `${board}/new`,
      { mode: 'hybrid', start: '2 o’clock', ...date('date', ['1', '1', '2026']) },
      /Enter the time/,
    );
    await refusedWith(
      clerk,
      `${board}/new`,
      { mode: 'hybrid', ...date('date', ['1', '1', '2026']) },
      /Enter a day from/,
    );
    await refusedWith(
      clerk,
      `${board}/new`,
      { mode: 'hybrid', ...date('date', ['17', '12', '2026']) },
      /known already/,
      /Open the meeting of that day/,
    );
    assert.equal(
      await done(clerk, `${board}/new`, {
        mode: 'remote',
        start: '2pm',
        place: '',
        ...date('date', ['14', 'January', '2027']),
      }),
      `${board}/2027-01-14?done=announced`,
    );
    assert.match(await seen(reader, '/calendar'), /Thursday 14 January 2027, 2pm/);
    assert.match(await seen(reader, '/calendar.ics'), /DTSTART;TZID=Europe\/London:20270114T140000/);

    // Only the next meeting is offered them; the one after says where they are.
    assert.match(await seen(clerk, `${board}/2027-01-14`), /suggested for the next meeting/);
    const next = await seen(clerk, `${board}/2026-12-17`);
    assert.match(next, /bring the school councils of all who signed together/);
    const promise = /name="promise" value="([^"]+)"/.exec(next)?.[1] ?? '';
    assert.match(
      await refusedWith(
        clerk,
        `${board}/2026-12-17`,
        { promise, outcome: 'set aside', reason: ' ' },
        /Say why it is set aside/,
      ),
      /There is a problem/,
    );
    assert.equal((await there(borough).post(`${board}/2026-12-17`, { promise, outcome: 'taken up' })).status, 403);
    await done(clerk, `${board}/2026-12-17`, { promise, outcome: 'taken up' });
    const after = await seen(clerk, `${board}/2026-12-17`);
    assert.match(after, /Taken up/);
    assert.match(after, /1\. Overdue promise of London Inclusion Programme/);
    assert.doesNotMatch(after, /name="outcome"/);
    assert.match(
      await seen(reader, '/promises/inclusion-programme-1'),
      /It is on the agenda of the <a href="\/boards\/children-and-young-people-board\/meetings\/2026-12-17"/,
    );
    assert.match(
      await seen(reader, '/boards/children-and-young-people-board/meetings/2026-12-17'),
      /An overdue promise<\/h2>[^]*bring the school councils/,
    );
    await refusedWith(
      clerk,
      `${board}/2026-12-17`,
      { promise, outcome: 'taken up' },
      /not suggested for this meeting any more/,
    );
  },
);
