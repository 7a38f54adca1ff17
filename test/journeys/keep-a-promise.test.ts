/** From a wish to "confirmed by young people", in real Chromium and by keyboard alone; and an overdue one before its board. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { axe } from '../axe.js';
import { noBrowser, openPage } from '../browser.js';
import { enterAt, tabTo } from '../keyboard.js';
import { type Running, runningKept } from '../running.js';

let kept: Running;
const now = new Date('2026-11-26T10:00:00Z');

before(async () => {
  kept = await runningKept({ clock: () => now });
});

after(async () => kept?.stop());

async function goInAs(name: string): Promise<Page> {
  const page = await openPage({ baseURL: kept.url, javaScript: true });
  await page.goto('/sign-in');
  await enterAt(page, page.getByRole('button', { name: `Go in as ${name}` }));
  return page;
}

async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** Arrow keys move among radios; Space takes the one that has the focus. */
async function choose(page: Page, name: RegExp | string): Promise<void> {
  const radio = page.getByRole('radio', { name, exact: typeof name === 'string' });
  const first = page.locator(`input[type=radio][name="${(await radio.getAttribute('name')) ?? ''}"]`).first();
  await tabTo(page, first);
  await page.keyboard.press('Space');
  for (let steps = 0; steps < 10 && !(await radio.isChecked()); steps++) await page.keyboard.press('ArrowDown');
  assert.ok(await radio.isChecked(), String(name));
}

async function typeDate(
  page: Page,
  legend: string,
  [day, month, year]: readonly [string, string, string],
): Promise<void> {
  const group = page.getByRole('group', { name: legend });
  await type(page, group.getByLabel('Day', { exact: true }), day);
  await type(page, group.getByLabel('Month'), month);
  await type(page, group.getByLabel('Year'), year);
}

const press = (page: Page, name: string): Promise<void> =>
  enterAt(page, page.getByRole('main').getByRole('button', { name, exact: true }));
const follow = (page: Page, name: string): Promise<void> =>
  enterAt(
    page,
    page
      .getByRole('main')
      .getByRole('link', { name, exact: true })
      .or(page.getByRole('main').getByRole('button', { name, exact: true }))
      .first(),
  );

test(
  'a school promises and keeps; its council confirms; a reader sees it',
  { skip: noBrowser, timeout: 120_000 },
  async () => {
    const school = await goInAs('Samir');
    await follow(school, 'Promises');
    await follow(school, 'Make a promise');
    const theme = school.getByLabel('Under which theme');
    await tabTo(school, theme);
    await school.keyboard.type('Inclusion charter: Beyond');
    await type(school, school.getByLabel('We will …'), 'show every piece of work that somebody is proud of');
    await type(school, school.getByLabel('by …'), 'hanging one piece from each child in the hall');
    await type(school, school.getByLabel('… what changes for young people'), 'see your own work on the wall');
    await press(school, 'Save the draft');
    // It lacks its owner and date, and each lack leads to its field.
    assert.match(await school.getByRole('main').innerText(), /A promise without a date stays a draft/);
    await axe(school);
    await follow(school, 'Name the role that owns it. A promise without an owner stays a draft');
    assert.equal(new URL(school.url()).hash, '#owner');
    await type(school, school.getByLabel('Who owns it'), 'Art lead');
    await typeDate(school, 'Due date', ['1', '6', '2027']);
    await press(school, 'Save the draft');
    await follow(school, 'Agree and publish');
    // Refused first: nobody agreed it. What was typed stays.
    await press(school, 'Agree and publish');
    assert.match(await school.getByRole('alert').innerText(), /Say which body agreed it/);
    await type(school, school.getByLabel('Who agreed it'), 'School council and staff');
    await press(school, 'Agree and publish');
    await follow(school, 'Add evidence');
    await choose(school, 'Figure');
    await type(school, school.getByLabel('What it is'), '240 of 240 children have a piece on the wall');
    await typeDate(school, 'The day that it is of', ['25', '11', '2026']);
    await choose(school, /^No: we say so/);
    await press(school, 'Add it');
    await follow(school, 'Kept, or ended otherwise');
    await choose(school, 'Kept');
    await type(school, school.getByLabel('Who says so'), 'Art lead');
    await press(school, 'End it');
    await follow(school, 'Ask young people');
    await tabTo(school, school.getByLabel('Millpond School Council (invented)'));
    await school.keyboard.press('Space');
    await press(school, 'Ask them');
    await axe(school);

    const group = await goInAs('Ruth');
    await follow(group, 'Was it kept?');
    await follow(group, 'Millpond Primary School (invented) will show every piece of work that somebody is proud of');
    await axe(group);
    await choose(group, 'Yes, it was kept');
    await type(group, group.getByLabel('How many young people took part'), '12');
    await type(group, group.getByLabel('In their words (if they want to say more)'), 'Mine is by the door.');
    await press(group, 'Send the answer');

    const reader = await openPage({ baseURL: kept.url, width: 360 });
    await reader.goto('/promises?status=kept');
    await enterAt(
      reader,
      reader.getByRole('link', { name: 'We will show every piece of work that somebody is proud of' }),
    );
    const page = await reader.getByRole('main').innerText();
    for (const words of [/Young people confirm it/, /12 young people took part/, /Mine is by the door\./, /240 of 240/])
      assert.match(page, words);
    await axe(reader);
  },
);

test(
  'a clerk finds an overdue promise before the next meeting and takes it up',
  { skip: noBrowser, timeout: 60_000 },
  async () => {
    const clerk = await goInAs('Morwenna');
    await follow(clerk, 'Your boards');
    await follow(clerk, 'Thursday 17 December 2026');
    await axe(clerk);
    // Enter in the reason sets nothing on the agenda: without a reason it is refused.
    await tabTo(clerk, clerk.getByLabel('Or why it is set aside for this meeting'));
    await Promise.all([clerk.waitForEvent('load'), clerk.keyboard.press('Enter')]);
    assert.match(await clerk.getByRole('alert').innerText(), /Say why it is set aside/);
    await enterAt(clerk, clerk.getByRole('button', { name: /^Take it up/ }));
    assert.match(await clerk.getByRole('main').innerText(), /1\. Overdue promise of London Inclusion Programme/);
    await axe(clerk);
  },
);
