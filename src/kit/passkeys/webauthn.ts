/**
 * What browsers are asked and what they answer (WebAuthn Level 3), checked by @simplewebauthn/server. The package is loaded when somebody first
 * needs it: it is large, and most requests have nothing to do with it.
 */
import { z } from 'zod';

export interface KnownKey {
  readonly credential: string;
  readonly public_key: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
}

export interface NewKey extends KnownKey {}

/** This site: its whole origin, and its host name, for which passkeys are made. */
export interface Site {
  readonly origin: string;
  readonly host: string;
}

export function siteOf(address: string): Site {
  const { origin, hostname } = new URL(address);
  return { origin, host: hostname };
}

const load = () => import('@simplewebauthn/server');

const text = z.string().max(16_000);
const answered = z.object({ id: text, rawId: text, type: z.literal('public-key') });
const added = answered.extend({
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
});
const shown = answered.extend({
  response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text }),
});

function parsed<T>(form: z.ZodType<T>, json: string): T | null {
  try {
    const found = form.safeParse(JSON.parse(json));
    return found.success ? found.data : null;
  } catch {
    return null;
  }
}

export interface Person {
  readonly account: string;
  readonly email: string;
  readonly name: string;
}

/** What a browser needs to make a passkey; those that are there already are not made again. */
export async function optionsToAdd(site: Site, person: Person, known: readonly KnownKey[]) {
  const { generateRegistrationOptions } = await load();
  return generateRegistrationOptions({
    rpName: 'Kept',
    rpID: site.host,
    userID: new Uint8Array(Buffer.from(person.account.replaceAll('-', ''), 'hex')),
    userName: person.email,
    userDisplayName: person.name,
    // Which make of key somebody has is none of our business.
    attestationType: 'none',
    excludeCredentials: known.map(({ credential, transports }) => ({ id: credential, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  });
}

/** What a browser needs to show one of these passkeys. */
export async function optionsToShow(site: Site, known: readonly KnownKey[]) {
  const { generateAuthenticationOptions } = await load();
  return generateAuthenticationOptions({
    rpID: site.host,
    userVerification: 'required',
    allowCredentials: known.map(({ credential, transports }) => ({ id: credential, transports: [...transports] })),
  });
}

/** The passkey that was made for this challenge, here and by a person who unlocked the device; null where anything else was sent. */
export async function keyAdded(site: Site, challenge: string, json: string): Promise<NewKey | null> {
  const response = parsed(added, json);
  if (!response) return null;
  const { verifyRegistrationResponse } = await load();
  const { decodeAttestationObject } = await import('@simplewebauthn/server/helpers');
  try {
    // None was asked for. Other forms bring chains of certificates, and for some of them lists are fetched from elsewhere.
    const form = decodeAttestationObject(
      new Uint8Array(Buffer.from(response.response.attestationObject, 'base64url')),
    ).get('fmt');
    if (form !== 'none' && form !== 'packed') return null;
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { ...response, clientExtensionResults: {} } as Parameters<
        typeof verifyRegistrationResponse
      >[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      requireUserVerification: true,
    });
    if (!verified || !registrationInfo) return null;
    const { id, publicKey, counter } = registrationInfo.credential;
    return {
      credential: id,
      public_key: Buffer.from(publicKey),
      counter,
      transports: response.response.transports ?? [],
    };
  } catch {
    // The package says by an exception what does not fit; all of it means the same here.
    return null;
  }
}

/** Which credential an answer names, to look it up. */
export function credentialNamed(json: string): string | null {
  return parsed(answered, json)?.id ?? null;
}

/** The new count of a passkey that was shown for this challenge, here and by a person who unlocked the device; null where it was not. */
export async function countShown(site: Site, challenge: string, json: string, known: KnownKey): Promise<number | null> {
  const response = parsed(shown, json);
  if (!response) return null;
  const { verifyAuthenticationResponse } = await load();
  try {
    const credential = {
      id: known.credential,
      publicKey: new Uint8Array(known.public_key),
      counter: known.counter,
      transports: [...known.transports],
    };
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...response, clientExtensionResults: {} } as Parameters<
        typeof verifyAuthenticationResponse
      >[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      credential,
      requireUserVerification: true,
    });
    return verified && authenticationInfo.credentialID === known.credential ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}
