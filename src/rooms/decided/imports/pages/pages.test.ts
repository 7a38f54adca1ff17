/** The workspace's pages of imports over HTTP, with the demonstration. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { nobody, type Read } from '#kit/db/gate.js';
import { noBrowser, openPage } from '#test/browser.js';
import { type Running, runningKept } from '#test/running.js';
import { type Asker, persona } from '#test/visit.js';
import { importSheet, type ImportSheet } from '../lookups.js';

let kept: Running;
let clerk: Asker;
const pack = readFileSync(
  join(
    resolve(fileURLToPath(import.meta.url), '..', '..', '..', '..', '..', '..', '..'),
    'seeds',
    'cyp-board-2024-03-12.md',
  ),
  'utf8',
);

before(async () => {
  kept = await runningKept();
  clerk = await persona(kept, 'clerk');
});

after(() => kept?.stop());

/** Reads a text through the page; gives the address of its check page. */
async function bring(text: string): Promise<string> {
  const sent = await clerk.post('/work/imports/new', { text });
  assert.equal(sent.status, 303, sent.body.slice(0, 400));
  return sent.to ?? '';
}

/** What the clerk may see. */
async function seen<T>(look: (read: Read, organisation: string) => Promise<T>): Promise<T> {
  const { work } = kept.house.gates;
  const { id, organisation } = await work.read(nobody, (read) =>
    read
      .selectFrom('record.account as account')
      .innerJoin('record.account_role as role', 'role.account', 'account.id')
      .select(['account.id', 'role.organisation'])
      .where('email', '=', 'clerk@demonstration.invalid')
      .executeTakeFirstOrThrow(),
  );
  return work.read({ account: id, organisation, boards: '*' }, (read) => look(read, organisation));
}

async function sheetAt(address: string): Promise<ImportSheet> {
  const sheet = await seen((read, organisation) => importSheet(read, organisation, address.split('/').at(-1) ?? ''));
  assert.ok(sheet);
  return sheet;
}

test('a changed file is offered the answers of the file before it, once and only for what is open', async () => {
  const first = await bring(pack.replaceAll('Beecham Room', 'Westminster Room'));
  const sheet = await sheetAt(first);
  const owner = sheet.reading.doubts.find(
    ({ kind, weight }) => kind === 'action without owner' && weight === 'missing',
  );
  const date = sheet.reading.doubts.find(({ kind }) => kind === 'action without date');
  assert.ok(owner && date);
  await clerk.post(`${first}/doubts/${owner.id}`, { outcome: 'corrected', value: 'Megan Edwards' });
  await clerk.post(`${first}/doubts/${date.id}`, { outcome: 'set aside' });

  // Another file, with a line more: every doubt stands on another line.
  const second = await bring(`\n${pack.replaceAll('Beecham Room', 'Smith Square Room')}`);
  const offer = await clerk.get(second);
  assert.match(
    offer.body.replace(/<[^>]*>/g, ''),
    /2 of these doubts were answered before, in pasted text, with exactly the same words/,
  );
  const from = /name="from" value="([^"]+)"/.exec(offer.body)?.[1] ?? '';
  assert.equal(from, first.split('/').at(-1));
  const refused = await clerk.post(`${second}/earlier-answers`, { from: second.split('/').at(-1) ?? '' });
  assert.equal(refused.status, 422);
  assert.equal((await sheetAt(second)).settlements.length, 0);

  const used = await clerk.post(`${second}/earlier-answers`, { from });
  assert.deepEqual([used.status, used.to], [303, `${second}?done=used`]);
  const after = await sheetAt(second);
  const answered = after.settlements.map((settlement) => [
    after.reading.doubts.find(({ id }) => id === settlement.subject)?.message,
    settlement.outcome,
    settlement.correction,
  ]);
  assert.deepEqual(
    answered.toSorted((a, b) => String(a[1]).localeCompare(String(b[1]))),
    [
      [owner.message, 'corrected', { value: 'Megan Edwards' }],
      [date.message, 'set aside', null],
    ],
  );
  assert.ok(
    after.corrected.minutes.some((minutes) =>
      minutes.items.some((item) => item.actions.some((action) => action.owner === 'Megan Edwards')),
    ),
  );
  const entry = await seen((read) =>
    read
      .selectFrom('kit.journal')
      .select(['verb', 'detail'])
      .where('thing', '=', second.split('/').at(-1) ?? '')
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow(),
  );
  assert.equal(entry.verb, 'answer');
  assert.match(JSON.stringify(entry.detail), /used earlier answers/);

  // What is answered is not offered again: the rest comes from the demonstration's file, which left everything as printed.
  const rest = await clerk.get(second);
  assert.doesNotMatch(rest.body, new RegExp(from));
  assert.match(rest.body.replace(/<[^>]*>/g, ''), /answered before, in cyp-board-2024-03-12\.md/);
  assert.doesNotMatch(
    (await clerk.get(first)).body,
    new RegExp(second.split('/').at(-1) ?? 'none'),
    'a later file says nothing to an earlier one',
  );
});

test('who may not import is led to no page that is closed to them', async () => {
  for (const role of ['author', 'member'] as const) {
    const visitor = await persona(kept, role);
    for (const path of ['/work', '/work/imports']) {
      const { status, body } = await visitor.get(path);
      assert.equal(status, 200);
      assert.match(body, /Children &amp; Young People Board/);
      for (const [, href] of body.matchAll(/href="(\/work[^"#]*)/g))
        assert.equal((await visitor.get(href ?? '')).status, 200, `${role}, ${path}: ${href}`);
    }
  }
  assert.match((await clerk.get('/work/imports')).body, /href="\/work\/imports\/[0-9a-f-]{36}"/);
});

test('a refused file or text is marked at its own field', async () => {
  const none = await clerk.post('/work/imports/new', { text: '' });
  assert.equal(none.status, 422);
  assert.match(none.body, /<a href="#pack">Choose a file, or paste the text/);
  assert.match(
    none.body,
    /<input(?=[^>]* id="pack")(?=[^>]* aria-invalid="true")(?=[^>]* aria-describedby="pack-hint pack-error")/,
  );
  const text = await clerk.post('/work/imports/new', { text: '\u0001\u0002\u0003\u0004' });
  assert.equal(text.status, 422);
  assert.match(text.body, /<a href="#text">/);
  assert.match(
    text.body,
    /<textarea(?=[^>]* id="text")(?=[^>]* aria-invalid="true")(?=[^>]* aria-describedby="text-error")/,
  );
});

test('particulars that are refused say so at each field', async () => {
  const row = await seen((read) => read.selectFrom('record.import').select('id').executeTakeFirstOrThrow());
  const refused = await clerk.post(`/work/imports/${row.id}/meeting`, {
    board: '',
    date: '2024-02-30',
    start: '25:00',
    place: 'x'.repeat(501),
  });
  assert.equal(refused.status, 422);
  for (const field of ['board', 'date', 'start', 'place']) {
    assert.match(refused.body, new RegExp(`<a href="#${field}">`));
    assert.match(
      refused.body,
      new RegExp(
        `<input(?=[^>]* id="${field}")(?=[^>]* aria-invalid="true")(?=[^>]* aria-describedby="[^"]*${field}-error")`,
      ),
    );
  }
});

for (const width of [1280, 360]) {
  test(
    `at ${width} pixels a line of evidence is shown marked and uncovered, and the way back leads to its doubt`,
    { skip: noBrowser, timeout: 60_000 },
    async () => {
      const address = await bring(pack.replaceAll('Beecham Room', 'Marsham Room'));
      const page = await openPage({ baseURL: kept.url, width, height: 740 });
      await page.context().addCookies([{ name: 'kept', value: clerk.token ?? '', url: kept.url }]);
      await page.goto(address.split('?')[0] ?? '');
      const places = page.locator('a.doubt__place');
      for (const index of [0, (await places.count()) - 1]) {
        const place = places.nth(index);
        await place.focus();
        const before = await page.evaluate<number>('scrollY');
        await page.keyboard.press('Enter');
        const line = page.locator('.source__lines li:target');
        assert.equal(`#${await line.getAttribute('id')}`, await place.getAttribute('href'));
        // Its bar is drawn, and nothing lies over it.
        assert.notEqual(await line.evaluate((element) => getComputedStyle(element).boxShadow), 'none');
        assert.ok(
          await line.evaluate((element) => {
            const { left, top, bottom } = element.getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight && document.elementFromPoint(left + 8, top + 5) === element;
          }),
        );
        await page.goBack();
        await page.waitForFunction(`Math.abs(scrollY - ${before}) < 5`);
      }
      // The frame beside the text holds the source whole: one box scrolls, not two.
      assert.ok(
        await page.locator('.columns__aside').evaluate((element) => element.scrollHeight <= element.clientHeight),
      );
      // Whoever is led to a refused field sees what it asks and why it was refused.
      await page.locator('article.doubt button[value="corrected"]').first().press('Enter');
      await page.locator('.govuk-error-summary a').press('Enter');
      for (const part of ['label', '.govuk-error-message'])
        assert.ok(
          await page
            .locator('.govuk-form-group--error')
            .locator(part)
            .evaluate(
              (element) =>
                element.getBoundingClientRect().top >= 0 && element.getBoundingClientRect().bottom <= innerHeight,
            ),
          part,
        );
      await page.context().close();
    },
  );
}
