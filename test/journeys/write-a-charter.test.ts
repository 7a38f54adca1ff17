/**
 * A charter from its first clause to the poster: a school opens, two young people write and vote without script or
 * account, the school agrees and publishes.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { axe } from '../axe.js';
import { noBrowser, openPage } from '../browser.js';
import { enterAt, tabTo } from '../keyboard.js';
import { openPdf } from '../pdf.js';
import { type Running, runningKept } from '../running.js';

let kept: Running;
const now = new Date('2026-11-26T10:00:00Z');

before(async () => {
  kept = await runningKept({ clock: () => now });
});

after(async () => kept?.stop());

async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

const main = (page: Page): Locator => page.getByRole('main');
const press = (page: Page, name: string | RegExp): Promise<void> =>
  enterAt(
    page,
    main(page)
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first(),
  );
const follow = (page: Page, name: string | RegExp): Promise<void> =>
  enterAt(
    page,
    main(page)
      .getByRole('link', { name, exact: typeof name === 'string' })
      .first(),
  );

/** Somebody in a class: a browser of their own, a narrow screen, no script. */
async function comeIn(code: string): Promise<Page> {
  const page = await openPage({ baseURL: kept.url, width: 360 });
  await page.goto('/together');
  await page.getByLabel('Your code').fill('BBB BBB BBB');
  await page.getByRole('button', { name: 'Go in' }).click();
  assert.match(await main(page).innerText(), /This code does not open a room/);
  await page.getByLabel('Your code').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Go in' }).click();
  return page;
}

test('a school and its young people write a charter together', { skip: noBrowser, timeout: 180_000 }, async () => {
  const school = await openPage({ baseURL: kept.url, javaScript: true });
  await school.goto('/sign-in');
  await enterAt(school, school.getByRole('button', { name: 'Go in as Samir' }));
  await follow(school, 'Charters');
  await press(school, 'Start a charter');
  await press(school, 'Go on');
  assert.match(await school.getByRole('alert').innerText(), /Give the charter a title/);
  await type(school, school.getByLabel('Title'), 'Our charter for playtime');
  await type(
    school,
    school.getByLabel('Where young people find the safeguarding lead'),
    'the safeguarding lead in room 2',
  );
  await type(school, school.getByLabel('Paste a charter (if there is one)'), 'Active Participation');
  await school.keyboard.press('Enter');
  await school.keyboard.type('We will share the big field by');
  await school.keyboard.press('Enter');
  await school.keyboard.type('- drawing lots on Monday');
  await school.keyboard.press('Enter');
  await school.keyboard.type('So, you can play on it, too.');
  await school.keyboard.press('Enter');
  await school.keyboard.type('Printed by the office.');
  await press(school, 'Go on');
  const preview = await main(school).innerText();
  for (const words of [
    /1 clause, none with an owner or a date/,
    /In the framework: Students as active citizens/,
    /1 line belongs to no clause/,
  ])
    assert.match(preview, words);
  await axe(school);
  await press(school, 'Start with this clause');
  await press(school, 'Open for suggestions');
  await follow(school, 'Codes and cards for classes');
  await type(school, school.getByLabel('For whom'), 'Year 4');
  await press(school, 'Open a code');
  const code = (await school.locator('.together-card__code').innerText()).trim();
  assert.match(code, /^[A-Z2-9]{3} [A-Z2-9]{3} [A-Z2-9]{3}$/);
  await axe(school);

  const [first, second] = [await comeIn(code), await comeIn(code)];
  assert.match(await main(first).innerText(), /share the big field/);
  assert.match(await main(first).innerText(), /0800 1111/);
  await axe(first);
  const [cookie] = (await first.context().cookies()).filter(({ name }) => name === 'kept_seat');
  assert.deepEqual([cookie?.httpOnly, cookie?.expires], [true, -1]);

  await first.getByRole('button', { name: 'Suggest something new' }).click();
  await first.getByRole('button', { name: 'Go on' }).click();
  assert.match(await first.getByRole('alert').innerText(), /Write what we will do/);
  await first.getByLabel('We will …').fill('We will have a bench for friends');
  await first.getByRole('button', { name: 'Go on' }).click();
  await first.getByLabel('by …').fill('painting it ourselves');
  await first.getByRole('button', { name: 'Go on' }).click();
  await first.getByLabel('What is better then?').fill('find somebody to play with');
  await first.getByRole('button', { name: 'Go on' }).click();
  await axe(first);
  await first.getByRole('button', { name: 'Send it' }).click();
  assert.match(await main(first).innerText(), /An adult reads it first/);
  await second.getByRole('button', { name: 'Say what you think', exact: true }).click();
  await second.getByLabel('What do you think?').fill('Ask Jo Bloggs, he always takes the ball.');
  await second.getByRole('button', { name: 'Send it' }).click();
  // Nobody in the room sees either before an adult has read them.
  await second.goto('/together/room');
  assert.doesNotMatch(await main(second).innerText(), /bench|Bloggs/);

  await school.goto('/work/charters');
  await follow(school, 'Our charter for playtime');
  await follow(school, 'Read what young people wrote');
  await follow(school, /A new clause/);
  await school.getByLabel('Show it as it is').check();
  await press(school, 'Save');
  await follow(school, /Something to say/);
  await school.getByLabel('Take something out, then show it').check();
  await axe(school);
  await type(school, school.getByLabel('What is shown'), 'Ask [name], he always takes the ball.');
  await press(school, 'Save');
  await second.goto('/together/room');
  const seen = await main(second).innerText();
  for (const words of [
    /have a bench for friends/,
    /Ask \[name\], he always takes the ball\. \(an adult took something out\)/,
  ])
    assert.match(seen, words);
  assert.doesNotMatch(seen, /Bloggs/);

  await follow(school, 'Back to the charter');
  await press(school, /^Make it a clause/);
  await press(school, 'Open the vote');
  for (const [page, answer] of [
    [first, 'Yes'],
    [second, 'No'],
  ] as const) {
    await page.goto('/together/room');
    await page.getByRole('button', { name: 'Vote', exact: true }).click();
    await page.getByLabel(answer, { exact: true }).check();
    await axe(page);
    await page.getByRole('button', { name: 'Vote and go on' }).click();
    await page.getByLabel('Yes', { exact: true }).check();
    await page.getByRole('button', { name: 'Vote and go on' }).click();
    assert.match(await main(page).innerText(), /Every vote that you gave is saved/);
    await axe(page);
  }
  // Finishing ends the seat: whoever comes to this browser next sees none of it, and does not vote a second time.
  await first.getByRole('button', { name: 'I have finished' }).click();
  assert.match(await main(first).innerText(), /Thank you/);
  await axe(first);
  await first.goBack();
  assert.match(await main(first).innerText(), /You are not in a room/);
  await first.getByRole('link', { name: 'Type the code again' }).click();
  await first.getByLabel('Your code').fill(code);
  await first.getByRole('button', { name: 'Go in' }).click();
  assert.match(await first.getByRole('alert').innerText(), /Somebody has voted in this browser/);
  // Nor does an answer that was given stand there again for somebody who comes before the end.
  await second.goto('/together/vote');
  assert.equal(await second.getByLabel('No', { exact: true }).isChecked(), false);
  // Where the lead says that devices are shared, the next person begins anew, and the room says so.
  await follow(school, 'Codes and cards for classes');
  await type(school, school.getByLabel('For whom'), 'Tablets');
  await school.getByLabel('Yes, several people use one device, one after another').check();
  await axe(school);
  await press(school, 'Open a code');
  const shared = (await school.locator('.together-card__code').innerText()).trim();
  await school.goto('/work/charters');
  await follow(school, 'Our charter for playtime');
  await first.getByLabel('Your code').fill(shared);
  await first.getByRole('button', { name: 'Go in' }).click();
  assert.match(await main(first).innerText(), /You share this device with others/);
  await axe(first);
  await first.getByRole('button', { name: 'I am the next person' }).click();
  assert.equal(await first.getByLabel('Your code').inputValue(), shared);

  await school.reload();
  assert.doesNotMatch(await main(school).innerText(), /took part/);
  await press(school, 'Close the vote and count');
  await school.getByRole('button', { name: 'Open the vote again' }).waitFor();
  assert.match(
    await main(school).innerText(),
    /By code: fewer than 10 people voted\. We do not say how they voted\. People shared devices/,
  );
  await follow(school, 'Record a show of hands');
  await type(school, school.getByLabel('Who was in the room'), 'Year 1');
  await type(school, school.getByRole('group', { name: /^1\. / }).getByLabel('For'), '21');
  await press(school, 'Save');
  await press(school, 'Agree the charter');
  await press(school, 'Agree');
  assert.match(await school.getByRole('alert').innerText(), /a charter without them is none/);
  await type(school, school.getByLabel('The young people who agreed, as a group'), 'Year 4 and the school council');
  await type(school, school.getByLabel('The adults’ body that agreed'), 'Governing body');
  await type(school, school.getByLabel('Your role'), 'Deputy head');
  await press(school, 'Agree');
  await press(school, 'Publish');
  await press(school, /^Promise it/);
  await axe(school);

  const reader = await openPage({ baseURL: kept.url, width: 360 });
  await reader.goto('/charters');
  await enterAt(reader, reader.getByRole('link', { name: 'Our charter for playtime' }));
  const page = await main(reader).innerText();
  for (const words of [/have a bench for friends/, /No date yet/, /Young people: Year 4 and the school council/])
    assert.match(page, words);
  await axe(reader);
  const poster = await fetch(
    new URL((await reader.getByRole('link', { name: 'Poster to print (PDF)' }).getAttribute('href')) ?? '', kept.url),
  );
  const pdf = await openPdf(new Uint8Array(await poster.arrayBuffer()));
  assert.deepEqual([pdf.pages, pdf.ua, pdf.tagged], [1, '1', true]);
  await press(reader, 'Easy read');
  await axe(reader);

  await second.goto('/together/room');
  await second.getByRole('button', { name: 'Stop and leave' }).click();
  assert.match(await main(second).innerText(), /You have left/);
  assert.deepEqual(
    (await second.context().cookies()).filter(({ name }) => name === 'kept_seat'),
    [],
  );
  await second.goto('/together/room');
  assert.match(await main(second).innerText(), /You are not in a room/);
});
