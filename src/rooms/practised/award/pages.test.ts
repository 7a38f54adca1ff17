/** The pages over HTTP: what was typed is kept where it is refused, and what is said stands in the page and the table. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Running, runningKept } from '#test/running.js';
import { type Asker, asker, persona } from '#test/visit.js';

let kept: Running;
let programme: Asker;
let school: Asker;

before(async () => {
  kept = await runningKept();
  [programme, school] = [await persona(kept, 'programme'), await persona(kept, 'school')];
});
after(async () => kept.stop());

const reader = () => asker(kept.url, null);

test('a stage is refused with what was typed, saved, shown and given out as a table', async () => {
  const typed = {
    urn: '999003',
    stage: 'gold',
    'since-day': '1',
    'since-month': '1',
    'since-year': '2090',
    source: '',
  };
  const refused = await programme.post('/work/award', typed);
  assert.equal(refused.status, 422);
  for (const words of [
    'value="999003"',
    'value="2090"',
    'Enter a day from 1 January 2004 to',
    'Say where this is known from',
  ])
    assert.ok(refused.body.includes(words), words);
  const borough = await persona(kept, 'borough');
  const foreign = await borough.post('/work/award', { ...typed, 'since-year': '2026', source: 'A list' });
  assert.equal(foreign.status, 422);
  assert.match(foreign.body, /is not in your area/);
  assert.equal(
    (await programme.post('/work/award', { ...typed, 'since-year': '2026', source: '=A "list"' })).to,
    '/work/award?done=1',
  );
  const table = (await reader().get('/award/E09000007/award.csv')).body;
  assert.ok(
    table.includes('999003,Millpond Primary School (invented),gold,gold,2026-01-01,2029-01-01,"\'=A ""list"""'),
    table,
  );
  assert.match((await reader().get('/award/E09000007')).body, /Gold, until 1 January 2029/);
  assert.match((await school.get('/work/award')).body, /This is said by others/);
});
