/** From the file to the reader, in real Chromium and by keyboard alone. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { axe } from '../axe.js';
import { noBrowser, openPage } from '../browser.js';
import { enterAt, tabTo } from '../keyboard.js';
import { type Running, runningKept } from '../running.js';
import { sharedFile } from '../shared.js';

let kept: Running;
let folder: string;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kept-journey-'));
  kept = await runningKept();
});

after(async () => {
  await kept?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The real pack where it is there; otherwise that of the demonstration with another place, so that it is another file. */
function packFile(): string {
  const real = sharedFile('packs/lga-cyp-board-2024-03-12.md');
  if (real !== null) return real;
  const own = join(folder, 'pack.md');
  writeFileSync(
    own,
    readFileSync(join(import.meta.dirname, '..', '..', '..', 'seeds', 'cyp-board-2024-03-12.md'), 'utf8').replaceAll(
      'Beecham Room',
      'Westminster Room',
    ),
  );
  return own;
}

async function signInAsClerk(page: Page): Promise<void> {
  await page.goto('/');
  // The first Tab of every page offers to pass over the header.
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate<string>('document.activeElement.textContent.trim()'), 'Skip to main content');
  await enterAt(page, page.getByRole('link', { name: 'sign in as a persona' }));
  await enterAt(page, page.getByRole('button', { name: 'Go in as Morwenna' }));
  assert.equal(new URL(page.url()).pathname, '/work');
}

/** Past a long list by the links to the parts of the page. */
async function jumpTo(page: Page, address: string, part: string): Promise<void> {
  await page.goto(address);
  await tabTo(
    page,
    page.getByRole('navigation', { name: 'Parts of this page' }).getByRole('link', { name: part, exact: true }),
  );
  await page.keyboard.press('Enter');
}

async function openDoubts(page: Page): Promise<number> {
  return Number(/(\d+)\s+doubts? (?:is|are) open/.exec(await page.getByRole('main').innerText())?.[1]);
}

test(
  'a clerk imports a pack, answers its doubts and publishes it; a reader finds it, paragraph and PDF',
  { skip: noBrowser, timeout: 120_000 },
  async () => {
    const page = await openPage({ baseURL: kept.url });
    const complaints: string[] = [];
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    page.on('pageerror', (problem) => complaints.push(problem.message));

    await signInAsClerk(page);
    await enterAt(
      page,
      page
        .getByRole('main')
        .getByRole('button', { name: 'Import a pack' })
        .or(page.getByRole('main').getByRole('link', { name: 'Import a pack' }))
        .first(),
    );

    // The file. The system's own dialog cannot be typed into from here; everything up to it can.
    const file = page.getByLabel('Agenda pack or minutes');
    await tabTo(page, file);
    await file.setInputFiles(packFile());
    await enterAt(page, page.getByRole('button', { name: 'Read it' }));
    assert.match(page.url(), /\/work\/imports\/[0-9a-f-]{36}$/);
    assert.match(await page.locator('h1').innerText(), /Children & Young People Board/);
    const check = page.url();
    const doubtsAtFirst = await openDoubts(page);
    assert.ok(doubtsAtFirst > 3);
    await axe(page);

    // One is corrected: whose the action is.
    const owner = page.getByLabel('Who owes it?').first();
    const corrected = await page
      .locator('article.doubt', { has: page.getByLabel('Who owes it?') })
      .first()
      .getAttribute('id');
    await tabTo(page, owner);
    await page.keyboard.type('Senior Adviser, Children');
    await enterAt(page, page.locator(`[id="${corrected}"] button[value="corrected"]`));
    assert.match(await page.locator(`[id="${corrected}"]`).innerText(), /Corrected: Senior Adviser, Children/);
    assert.equal(await openDoubts(page), doubtsAtFirst - 1);
    // The page opened at the next open doubt, and the next Tab is inside it, not at the top of the page again.
    const next = new URL(page.url()).hash.slice(1);
    assert.notEqual(next, corrected);
    await page.keyboard.press('Tab');
    assert.ok(
      await page.evaluate<boolean>(`document.getElementById(${JSON.stringify(next)}).contains(document.activeElement)`),
      `Tab goes on in ${next}`,
    );

    // One is ignored; its button says which.
    assert.equal(
      await page.locator(`[id="${next}"]`).getByRole('button', { name: 'Ignore' }).getAttribute('aria-describedby'),
      `${next}-message`,
    );
    await enterAt(page, page.locator(`[id="${next}"] button[value="set aside"]`));
    assert.match(await page.locator(`[id="${next}"]`).innerText(), /Ignored/i);
    assert.equal(await openDoubts(page), doubtsAtFirst - 2);

    // Publishing now is refused, with the reason and the way to what is left.
    await jumpTo(page, check, 'Publish');
    await enterAt(page, page.getByRole('main').getByRole('button', { name: 'Publish', exact: true }));
    assert.match(await page.title(), /^Error: /);
    await tabTo(page, page.locator('.govuk-error-summary a').first());
    await page.keyboard.press('Enter');
    const firstOpen = await page.locator('article.doubt:not(.doubt--answered)').first().getAttribute('id');
    assert.equal(new URL(page.url()).hash, `#${firstOpen}`);

    // The rest stays as printed; then it is published.
    await jumpTo(page, check, 'Publish');
    await enterAt(page, page.getByRole('button', { name: 'Leave the rest as printed' }));
    assert.equal(await openDoubts(page), 0);
    await tabTo(page, page.getByRole('main').getByRole('button', { name: 'Publish', exact: true }));
    const seen: string[] = [];
    page.on('framenavigated', (frame) => seen.push(new URL(frame.url()).pathname));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/boards/*/meetings/2024-03-12', { timeout: 60_000 });
    assert.ok(
      seen.some((path) => path.startsWith('/work/progress/')),
      `the progress was shown: ${seen.join(' ')}`,
    );

    // The reader: meeting, its PDF and the PDF's fingerprint.
    assert.match(await page.locator('h1').innerText(), /12 March 2024/);
    await axe(page);
    await tabTo(page, page.locator('summary', { hasText: 'SHA-256 of each file' }));
    await page.keyboard.press('Enter');
    const shown = /\b[0-9a-f]{64}\b/.exec(
      await page.locator('details', { hasText: 'SHA-256' }).getByText('PDF').first().innerText(),
    )?.[0];
    assert.ok(shown, 'the SHA-256 of the PDF is shown');
    const link = page.getByRole('main').getByRole('link', { name: /^Agenda pack \(PDF/ });
    await tabTo(page, link);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    const bytes = readFileSync(await download.path());
    assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
    assert.equal(createHash('sha256').update(bytes).digest('hex'), shown);

    // The pack as a page, and one paragraph of a report by its number.
    await enterAt(
      page,
      page
        .getByRole('main')
        .getByRole('link', { name: /agenda pack/i })
        .filter({ hasNotText: /PDF|JSON/ })
        .first(),
    );
    assert.match(page.url(), /\/pack$/);
    await page.goto(`${page.url()}#p-2.1`);
    const paragraph = page.locator('[id="p-2.1"]');
    await paragraph.waitFor();
    // An address as it stands on paper: where the pack is long (the real one is), its first part leads on to the place.
    const onward = paragraph.getByRole('link', { name: '2.1', exact: true });
    if ((await onward.count()) > 0) {
      await onward.click();
      await page.waitForURL(/\?part=\d+#p-2\.1$/);
      await paragraph.waitFor();
    }
    const isTarget: boolean = await paragraph.evaluate((element) => element.matches(':target'));
    assert.ok(isTarget);
    const isOnScreen: boolean = await paragraph.evaluate(
      (element) => element.getBoundingClientRect().top >= 0 && element.getBoundingClientRect().top < 900,
    );
    assert.ok(isOnScreen, 'the paragraph is on the screen');
    await axe(page);
    // Chromium notes the one refusal that was asked for, and nothing else: no broken policy, no missing file.
    assert.deepEqual(complaints, [
      'Failed to load resource: the server responded with a status of 422 (Unprocessable Entity)',
    ]);
    await page.context().close();
  },
);

test(
  'what is missing is said where it is missing, and what was typed stays',
  { skip: noBrowser, timeout: 60_000 },
  async () => {
    const page = await openPage({ baseURL: kept.url });
    await signInAsClerk(page);
    await page.goto('/work/imports/new');

    // No file: the page comes back with the message, and the summary leads to the field.
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      enterAt(page, page.getByRole('button', { name: 'Read it' })),
    ]);
    assert.equal(answer.status(), 422);
    assert.match(await page.title(), /^Error: /);
    const summary = page.locator('.govuk-error-summary');
    // Without a script the summary has the focus all the same: the browser gives it when it first draws the page.
    await page.locator('.govuk-error-summary:focus').waitFor();
    assert.match(await summary.innerText(), /Choose a file, or paste the text/);
    await tabTo(page, summary.getByRole('link'));
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate<string>('document.activeElement.id'), 'pack');
    const describing = await page.locator('#pack').getAttribute('aria-describedby');
    assert.match(
      await page.locator(`[id="${describing?.split(' ').find((id) => id.includes('error'))}"]`).innerText(),
      /Choose a file/,
    );
    await axe(page);

    // Text by paste, and a file that cannot be read: the text stays in its field.
    await page.locator('details', { hasText: 'Or paste the text' }).locator('summary').focus();
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByLabel('Text of the pack or minutes'));
    await page.keyboard.insertText(readFileSync(packFile(), 'utf8').replaceAll('Hybrid Meeting', 'Meeting'));
    await page
      .locator('#pack')
      .setInputFiles({ name: 'nothing.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) });
    await enterAt(page, page.getByRole('button', { name: 'Read it' }));
    assert.match(await page.getByLabel('Text of the pack or minutes').inputValue(), /Membership 2023\/24/);
    assert.match(await page.title(), /^Error: /);

    // Without the file the text is read.
    await page.locator('#pack').setInputFiles([]);
    await enterAt(page, page.getByRole('button', { name: 'Read it' }));
    assert.match(page.url(), /\/work\/imports\/[0-9a-f-]{36}$/);

    // An owner that is only spaces: refused beside the field, which leads from the summary.
    const owner = page.getByLabel('Who owes it?').first();
    const doubt = await page
      .locator('article.doubt', { has: page.getByLabel('Who owes it?') })
      .first()
      .getAttribute('id');
    await tabTo(page, owner);
    await page.keyboard.type('   ');
    await enterAt(page, page.locator(`[id="${doubt}"] button[value="corrected"]`));
    assert.match(await page.title(), /^Error: /);
    assert.match(await page.locator('.govuk-error-summary').innerText(), /Enter who it is/);
    assert.match(await page.locator(`[id="${doubt}"] .govuk-error-message`).innerText(), /Enter who it is/);
    await tabTo(page, page.locator('.govuk-error-summary a'));
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate<string>('document.activeElement.id'), `${doubt}-value`);
    await axe(page);

    // A date that does not exist keeps what was typed of the meeting.
    await page.locator('details', { hasText: 'Board, date, time and place' }).locator('summary').focus();
    if (!(await page.getByLabel('Place (may be left empty)').isVisible())) await page.keyboard.press('Enter');
    await tabTo(page, page.getByLabel('Board', { exact: true }));
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await tabTo(page, page.getByLabel('Place (may be left empty)'));
    await page.keyboard.type('Town Hall');
    await enterAt(page, page.getByRole('button', { name: 'Save the particulars' }));
    assert.match(await page.locator('.govuk-error-summary').innerText(), /Enter the name of the board/);
    assert.equal(await page.getByLabel('Place (may be left empty)').inputValue(), 'Town Hall');
    await page.context().close();
  },
);
