import assert from 'node:assert/strict';
import { randomBytes, randomUUID, webcrypto } from 'node:crypto';
import test from 'node:test';
import fc from 'fast-check';
import { freshHouse, type House } from '#test/house.js';
import { publicKeyOf } from '../../envelope.js';
import { openSurvey } from '../../fixtures.js';
import { type HandedIn, handIn } from '../../hand-in.js';
import { surveyKeys } from '../../survey-keys.js';

const now = new Date('2026-11-26T10:00:00Z');
const token = (): string => randomBytes(16).toString('base64url');
const house: Promise<House> = freshHouse();

/** As a browser seals: written a second time, with WebCrypto. */
async function sealed(survey: string, publicKey: string, text: string): Promise<string> {
  const { subtle } = webcrypto;
  const theirs = Buffer.from(publicKey, 'base64url');
  const recipient = await subtle.importKey('raw', theirs, { name: 'ECDH', namedCurve: 'P-256' }, false, []);
  const mine = (await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, [
    'deriveBits',
  ])) as webcrypto.CryptoKeyPair;
  const own = new Uint8Array(await subtle.exportKey('raw', mine.publicKey));
  const secret = await subtle.importKey(
    'raw',
    await subtle.deriveBits({ name: 'ECDH', public: recipient }, mine.privateKey, 256),
    'HKDF',
    false,
    ['deriveKey'],
  );
  const key = await subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: Buffer.concat([own, theirs]), info: Buffer.from(`kept envelope ${survey}`) },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  );
  const nonce = webcrypto.getRandomValues(new Uint8Array(12));
  const text_ = new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, Buffer.from(text)));
  return Buffer.concat([own, nonce, text_]).toString('base64url');
}

async function open(survey?: { opensOn: string; closesOn: string }) {
  const { gates, key } = await house;
  return openSurvey(gates.work, key, randomUUID(), survey);
}

async function publicKeyIn(survey: string): Promise<string> {
  const { gates, key } = await house;
  return publicKeyOf((await surveyKeys(gates.intake, key, survey, now)) ?? assert.fail());
}

async function hand(body: unknown, at = now): Promise<HandedIn['outcome']> {
  const { gates, key } = await house;
  return (await handIn(gates.intake, key, body, at)).outcome;
}

test('what a browser sealed is opened, and counts once however often it comes', async () => {
  const { survey, wayIn } = await open();
  const publicKey = await publicKeyIn(survey);
  const { code } = await wayIn('class session', { places: 2 });
  const message = JSON.stringify({
    code,
    seat: token(),
    submission: token(),
    audience: 'student primary',
    language: 'ar',
    given: { belonging: 'usually' },
  });
  const envelope = await sealed(survey, publicKey, message);
  assert.equal(await hand({ survey, sealed: envelope }), 'accepted');
  assert.equal(await hand({ survey, sealed: envelope }), 'accepted');
  assert.equal(await hand({ survey: (await open()).survey, sealed: envelope }), 'not understood', 'for another survey');
  const bytes = Buffer.from(envelope, 'base64url');
  bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
  assert.equal(await hand({ survey, sealed: bytes.toString('base64url') }), 'not understood', 'changed on the way');
  const another = (): Promise<string> =>
    sealed(
      survey,
      publicKey,
      message
        .replace(/"seat":"[^"]+"/, `"seat":"${token()}"`)
        .replace(/"submission":"[^"]+"/, `"submission":"${token()}"`),
    );
  assert.equal(await hand({ survey, sealed: await another() }), 'accepted', 'the second seat');
  assert.equal(await hand({ survey, sealed: await another() }), 'full', 'no third one');
});

test('wrong, spent and foreign codes, other content, malformed and oversized answers are each told, and nothing is kept of them', async () => {
  const { survey, wayIn } = await open();
  const { cards } = await wayIn('cards', { places: 3 });
  const other = await open();
  const { cards: foreign } = await other.wayIn('cards', { places: 3 });
  const [code = ''] = cards;
  const good = {
    survey,
    code,
    submission: token(),
    audience: 'student primary',
    language: 'en',
    given: { belonging: 'usually' },
  };
  const cases: readonly (readonly [unknown, HandedIn['outcome']])[] = [
    [{ ...good, code: 'BCDFGHJKL' }, 'unknown'],
    [{ ...good, code: foreign[0] }, 'unknown'],
    [{ ...good, audience: 'educator', given: {} }, 'unknown'],
    [{ ...good, survey: randomUUID() }, 'closed'],
    [{ ...good, given: { belonging: 'never' } }, 'not understood'],
    [{ ...good, given: { nonsense: 1 } }, 'not understood'],
    [{ ...good, given: { belonging: ['usually'] } }, 'not understood'],
    [{ ...good, given: { belonging: 'usually', more: 'x'.repeat(5000) } }, 'not understood'],
    [{ ...good, language: 'fr' }, 'not understood'],
    [{ ...good, submission: 'short' }, 'not understood'],
    [{ ...good, at: '2030-01-01T00:00:00Z' }, 'not understood'],
    [null, 'not understood'],
    [[], 'not understood'],
    ['text', 'not understood'],
    [good, 'accepted'],
    [{ ...good, given: {} }, 'used'],
    [{ ...good, submission: token() }, 'used'],
    [good, 'accepted'],
  ];
  for (const [body, outcome] of cases) assert.equal(await hand(body), outcome, JSON.stringify(body)?.slice(0, 200));
  const past = await open({ opensOn: '2026-01-01', closesOn: '2026-02-01' });
  const { cards: late } = await past.wayIn('cards', { places: 1 });
  assert.equal(await hand({ ...good, survey: past.survey, code: late[0] }), 'closed');
});

test('whatever is sent is answered', async () => {
  const { survey, wayIn } = await open();
  const { cards } = await wayIn('cards', { places: 1 });
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.anything(),
        fc.record({
          survey: fc.constantFrom(survey, 'x'),
          code: fc.constantFrom(...cards, 'BCDFGHJKL'),
          submission: fc.constant('A'.repeat(22)),
          audience: fc.constant('student primary'),
          language: fc.constantFrom('en', 'xx'),
          given: fc.oneof(
            fc.anything(),
            fc.dictionary(fc.constantFrom('belonging', 'year-primary', 'x'), fc.anything()),
          ),
        }),
      ),
      async (body) => {
        await hand(body);
      },
    ),
    { numRuns: 200 },
  );
});

test('the pools close', async () => {
  await (await house).gates.close();
});
