/** Letters that wait to be sent, opened with the key of the tests: in the database they are sealed. */
import type { Read } from '#kit/db/gate.js';
import { letterPair, openLetter } from '#kit/mail/sealing.js';
import { testKey } from './house.js';

export interface WaitingLetter {
  readonly organisation: string | null;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
}

/** In the order in which they were asked for; letters to nobody are left out. */
export async function waitingLetters(read: Read): Promise<readonly WaitingLetter[]> {
  const rows = await read
    .selectFrom('kit.mail')
    .select(['id', 'organisation', 'sealed'])
    .orderBy('asked_at')
    .orderBy('id')
    .execute();
  const pair = letterPair(testKey('letters'));
  return rows.flatMap(({ id, organisation, sealed }) => {
    const { to, subject, text }: { to: string | null; subject: string; text: string } = JSON.parse(
      openLetter(pair, id, sealed) ?? 'null',
    );
    return to === null ? [] : [{ organisation, recipient: to, subject, body: text }];
  });
}
