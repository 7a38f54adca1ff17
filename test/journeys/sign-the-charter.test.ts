/**
 * A borough, a school and a group of young people are invited, join by their letters and sign, each in a browser of
 * their own without script; readers see who signed and what is missing.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { applyAuthorities, readAuthorities } from '#rooms/ground/directory/index.js';
import { verifyOrganisations } from '../../src/app/organisations-command.js';
import { asOwner } from '../../src/app/owner.js';
import { axe } from '../axe.js';
import { noBrowser, openPage } from '../browser.js';
import { enterAt, tabTo } from '../keyboard.js';
import { type Running, runningKept } from '../running.js';

let kept: Running;
const now = new Date('2026-11-26T10:00:00Z');
const register = '/frameworks/inclusion-charter/register';

before(async () => {
  kept = await runningKept({ clock: () => now });
  const read = readAuthorities(
    new TextEncoder().encode(
      'local-authority-code,official-name,nice-name,gss-code,local-authority-type-name,nation,region\nE09999002,London ' +
        'Borough of Northmere (invented),Northmere (invented),E09999002,London borough,England,London\n',
    ),
  );
  assert.ok(read.ok);
  await asOwner(kept.house, (write) => applyAuthorities(write, read.value, now));
});

after(async () => kept?.stop());

const main = (page: Page): Locator => page.getByRole('main');

interface Body {
  readonly name: string;
  readonly email: string;
  readonly person: string;
  readonly role: string;
  readonly decidedBy: string;
  /** Says which body it is, on the keeper's page. */
  readonly say: (page: Page) => Promise<void>;
}

const bodies: readonly Body[] = [
  {
    name: 'Northmere (invented)',
    email: 'inclusion@northmere.invalid',
    person: 'Ines Abara',
    role: 'Cabinet member for children',
    decidedBy: 'Cabinet',
    async say(page) {
      await page.getByLabel('A council').check();
      await page.getByLabel('Which council', { exact: true }).selectOption({ label: 'Northmere (invented)' });
    },
  },
  {
    name: 'Oak Rise All-through School (invented)',
    email: 'head@oakrise.invalid',
    person: 'Tom Okoro',
    role: 'Headteacher',
    decidedBy: 'Governing body',
    async say(page) {
      await page.getByLabel('A school or setting').check();
      await page.getByLabel('Its number (URN) or name').fill('999006');
    },
  },
  {
    name: 'Northmere Youth Forum (invented)',
    email: 'forum@northmere.invalid',
    person: 'Dele Wynn',
    role: 'Youth worker',
    decidedBy: 'The forum',
    async say(page) {
      await page.getByLabel('A group of young people').check();
      await page.getByLabel('Name of the group').fill('Northmere Youth Forum (invented)');
      await page.getByLabel('In the area of which council').selectOption({ label: 'Northmere (invented)' });
    },
  },
];

/** The keeper invites; the letter that a demonstration does not send would hold this link. */
async function invited(keeper: Page, { name, email, say }: Body): Promise<string> {
  await keeper.goto('/work/register/inclusion-charter');
  await main(keeper)
    .getByRole('link', { name: 'Invite somebody' })
    .or(main(keeper).getByRole('button', { name: 'Invite somebody' }))
    .first()
    .click();
  await say(keeper);
  await keeper.getByLabel(/Email address, if it does not use Kept yet/).fill(email);
  await keeper.getByRole('button', { name: 'Invite', exact: true }).click();
  assert.match(await main(keeper).innerText(), new RegExp(name.replace(/[()]/g, '\\$&')));
  const link = await main(keeper).getByRole('link', { name: 'join' }).getAttribute('href');
  assert.ok(link?.startsWith('/join/'), String(link));
  return link ?? '';
}

/** Joins by the letter and signs, by keyboard; a signature that says nothing is refused first and keeps what was typed. */
async function joinAndSign(link: string, { name, person, role, decidedBy }: Body): Promise<Page> {
  const page = await openPage({ baseURL: kept.url, width: 360, javaScript: false });
  await page.goto(link);
  await tabTo(page, page.getByLabel('Your name'));
  await page.keyboard.type(person);
  await enterAt(page, page.getByRole('button', { name: 'Join' }));
  if (!page.url().includes('/work/register/sign')) await page.goto('/work/register/sign?framework=inclusion-charter');
  assert.match(await main(page).innerText(), /The signature is public and counts for 24 months/);
  // Who claims an official number signs once the owner has verified it; a group claims none.
  const slugs = await asOwner(kept.house, async (write) =>
    (
      await write
        .selectFrom('record.organisation')
        .select('slug')
        .where('name', '=', name)
        .where('claim', 'is not', null)
        .execute()
    ).map(({ slug }) => slug),
  );
  assert.equal((await page.getByRole('region', { name: 'Not verified' }).count()) > 0, slugs.length > 0, name);
  if (slugs.length > 0) {
    assert.match(await main(page).innerText(), /You can sign once your organisation is verified/);
    await verifyOrganisations(kept.house, slugs, kept.url, now);
    await page.reload();
  }
  await tabTo(page, page.getByLabel('Name of the adult who signs'));
  await page.keyboard.type(person);
  await enterAt(page, page.getByRole('button', { name: 'Sign, in public' }));
  assert.match(await page.getByRole('alert').innerText(), /problem/i);
  assert.equal(await page.getByLabel('Name of the adult who signs').inputValue(), person, 'what was typed stays');
  await tabTo(page, page.getByRole('checkbox').first());
  await page.keyboard.press('Space');
  for (const [label, text] of [
    ['Their role', role],
    ['Who decided that you sign', decidedBy],
    [/where the decision can be read/i, 'https://example.org/decisions/1'],
    ['Day', '9'],
    ['Month', '11'],
    ['Year', '2026'],
  ] as const) {
    await tabTo(page, page.getByLabel(label));
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
  }
  await enterAt(page, page.getByRole('button', { name: 'Sign, in public' }));
  assert.match(await main(page).innerText(), /signed/i, name);
  return page;
}

test('a borough, a school and a group of young people sign', { skip: noBrowser, timeout: 240_000 }, async () => {
  const keeper = await openPage({ baseURL: kept.url, javaScript: true });
  await keeper.goto('/sign-in');
  await keeper.getByRole('button', { name: 'Go in as Ada' }).click();
  const reader = await openPage({ baseURL: kept.url, javaScript: true });
  for (const body of bodies) {
    const link = await invited(keeper, body);
    await reader.goto(`${register}?q=${encodeURIComponent(body.name)}`);
    assert.equal(
      await main(reader).getByRole('link', { name: body.name, exact: true }).count(),
      0,
      'readers see nobody who was only invited',
    );
    const page = await joinAndSign(link, body);
    await page.context().close();
    await reader.goto(register);
    await reader.getByLabel('Name').fill(body.name);
    await reader.getByRole('button', { name: 'Show' }).click();
    await main(reader).getByRole('link', { name: body.name, exact: true }).click();
    const said = await main(reader).innerText();
    for (const part of [
      `${body.person}, ${body.role}`,
      body.decidedBy,
      '9 November 2026',
      'Renew by',
      'A promise that counts',
      'Missing',
    ])
      assert.ok(said.includes(part), `${body.name}: ${part}`);
    assert.ok(!said.includes(body.email), 'an address is never published');
    await axe(reader);
  }
  // A level is earned: nobody of them has promised yet.
  await reader.goto(`${register}/northmere-invented/verify`);
  assert.match(await main(reader).innerText(), /is in the register as “Signed”/);
  const badge = await fetch(`${kept.url}${register}/northmere-invented/badge.svg`);
  assert.match(await badge.text(), /Signed[\s\S]*as of 26 November 2026/);
});
