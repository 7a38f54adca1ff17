/** An administrator signs in by a link and a passkey in a real browser, loses the device, and is let back in by a second person. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { CDPSession, Page } from 'playwright-core';
import { nobody } from '#kit/db/gate.js';
import { makeSignInLink, openAccount } from '#rooms/ground/people/index.js';
import { asOwner } from '../../src/app/owner.js';
import { foundOrganisation } from '../../src/app/seed.js';
import { axeFindings } from '../axe.js';
import { noBrowser, openPage, screenshot } from '../browser.js';
import { type Running, runningKept } from '../running.js';

let kept: Running;
/** Passkeys are made for a name, never for a number: browsers take localhost without https. */
let site: string;

before(async () => {
  kept = await runningKept({ loaded: false, demonstration: false, hasMail: true, atLocalhost: true });
  site = kept.url;
  const organisation = await foundOrganisation(kept.house, 'A School', 'a-school', { kind: 'school' });
  await asOwner(kept.house, async (write) => {
    for (const [email, name] of [
      ['ada@school.example', 'Ada Mensah'],
      ['bob@school.example', 'Bob Lee'],
    ] as const)
      await openAccount(write, { email, name, persona: null, organisation, role: 'administrator' }, new Date());
  });
});
after(async () => kept?.stop());

interface Device {
  readonly page: Page;
  readonly cdp: CDPSession;
  authenticator: string;
}

async function newKey(cdp: CDPSession): Promise<string> {
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  return (await cdp.send('WebAuthn.addVirtualAuthenticator', { options })).authenticatorId;
}

/** A browser with a device that holds passkeys. */
async function device(width = 1280): Promise<Device> {
  const page = await openPage({ width, baseURL: site });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  return { page, cdp, authenticator: await newKey(cdp) };
}

async function byLink({ page }: Device, email: string): Promise<void> {
  const token = await kept.house.gates.work.write(nobody, (write) => makeSignInLink(write, email, '/work', new Date()));
  await page.goto(`/sign-in/link/${token}`);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function look(page: Page, name: string): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    assert.deepEqual(await axeFindings(page, { except: {} }), [], `${name} at ${width}`);
    assert.equal(
      await page.evaluate<number>('document.scrollingElement.scrollWidth - document.documentElement.clientWidth'),
      0,
      `${name} at ${width}`,
    );
    await screenshot(page, `${name}-${width}`);
  }
}

test(
  'set up, sign in, lose it, be confirmed by a second person, set up anew',
  { skip: noBrowser, timeout: 180_000 },
  async () => {
    const ada = await device();
    const { page } = ada;
    await byLink(ada, 'ada@school.example');
    await page.getByRole('heading', { name: 'Set up a passkey' }).waitFor();
    await look(page, 'passkey-set-up');
    await page.getByLabel('Name of this passkey').fill('Work laptop');
    await page.getByRole('button', { name: 'Set up passkey' }).click();
    await page.waitForURL(/\/work$/);
    await page.goto('/work/passkeys');
    await page.getByText('Work laptop').first().waitFor();
    await look(page, 'passkey-own');
    await page.getByRole('link', { name: /^Remove/ }).click();
    await look(page, 'passkey-last');

    await page.getByRole('button', { name: 'Sign out' }).click();
    await byLink(ada, 'ada@school.example');
    await page.getByRole('heading', { name: 'Use your passkey' }).waitFor();
    await look(page, 'passkey-show');
    await page.getByRole('button', { name: 'Use passkey' }).click();
    await page.waitForURL(/\/work$/);

    // The device is gone: another one knows nothing of the passkey.
    await page.getByRole('button', { name: 'Sign out' }).click();
    await ada.cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: ada.authenticator });
    ada.authenticator = await newKey(ada.cdp);
    await byLink(ada, 'ada@school.example');
    await page.getByRole('button', { name: 'Use passkey' }).click();
    await page.getByText('Your browser did not give us a passkey').waitFor();
    await look(page, 'passkey-failed');
    await page.getByRole('link', { name: 'I have lost my passkey' }).click();
    await look(page, 'passkey-lost');
    await page.getByRole('button', { name: 'Ask to set up a new passkey' }).click();
    await page.getByRole('heading', { name: 'You asked to set up a new passkey' }).waitFor();
    await look(page, 'passkey-asked');
    await page.goto('/work');
    await page.getByRole('heading', { name: 'Use your passkey' }).waitFor();

    const bob = await device();
    await byLink(bob, 'bob@school.example');
    await bob.page.getByRole('button', { name: 'Set up passkey' }).click();
    await bob.page.waitForURL(/\/work$/);
    await bob.page.goto('/work/passkey-resets');
    await look(bob.page, 'passkey-resets');
    await bob.page.getByRole('main').getByRole('link', { name: 'Ada Mensah' }).click();
    await look(bob.page, 'passkey-reset');
    await bob.page.getByRole('button', { name: 'Confirm lost passkey' }).click();
    await bob.page.getByRole('link', { name: /Speak with your colleague first/ }).waitFor();
    await bob.page.getByLabel(/I have spoken with Ada Mensah/).check();
    await bob.page.getByRole('button', { name: 'Confirm lost passkey' }).click();
    await bob.page.getByText('Lost passkey confirmed').waitFor();

    await page.goto('/work');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await byLink(ada, 'ada@school.example');
    await page.getByRole('button', { name: 'Set up passkey' }).click();
    await page.waitForURL(/\/work$/);
    for (const one of [ada, bob]) await one.page.context().close();
  },
);

test('a browser without passkeys, without script or at another address says so', { skip: noBrowser }, async () => {
  const old = await openPage({ width: 360, baseURL: site });
  await old.addInitScript('delete window.PublicKeyCredential');
  await byLink({ page: old } as Device, 'ada@school.example');
  await old.getByText('This browser cannot use passkeys here').waitFor();
  assert.ok(await old.getByRole('button', { name: /passkey/ }).isDisabled());
  await old.context().close();
  const plain = await openPage({ width: 360, baseURL: site, javaScript: false });
  await byLink({ page: plain } as Device, 'ada@school.example');
  await plain.getByText('Passkeys need JavaScript').waitFor();
  await plain.context().close();
  const elsewhere = await openPage({ width: 360, baseURL: site.replace('localhost', '127.0.0.1') });
  await byLink({ page: elsewhere } as Device, 'ada@school.example');
  await elsewhere.getByText(/Passkeys work at/).waitFor();
  await elsewhere.context().close();
});
