/** Sends what waits on this device: once and only once, for the same envelope is the same submission. */
import { allWaiting, inStore, type Waiting } from './unsent.client.js';

const take = window.keptTake;

export type Sent = { readonly arrived: readonly number[] } | { readonly refused: string } | 'later';

export async function send({ survey, sealed: envelope }: Pick<Waiting, 'survey' | 'sealed'>): Promise<Sent> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), 20_000);
  try {
    const answer = await fetch('/take/answers', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ survey, sealed: envelope }),
      signal: stop.signal,
      cache: 'no-store',
    });
    const told: { outcome?: string; receipt?: readonly number[] } = await answer.json().catch(() => ({}));
    if (answer.status === 200 && told.outcome === 'accepted') return { arrived: told.receipt ?? [] };
    // A class session may be given more places; a machine that is busy will not be for ever.
    if (told.outcome === undefined || ['full', 'busy', 'not yet'].includes(told.outcome)) return 'later';
    return { refused: told.outcome };
  } catch {
    return 'later';
  } finally {
    clearTimeout(timer);
  }
}

export async function sendOne(record: Waiting): Promise<Sent> {
  const sent = await send(record);
  if (sent !== 'later' && 'arrived' in sent) await inStore('readwrite', (records) => records.delete(record.id));
  else if (sent !== 'later') await inStore('readwrite', (records) => records.put({ ...record, refused: sent.refused }));
  return sent;
}

/** Pages that say that something waits, by the record that does. */
export const waits = new Map<string, (sent: Exclude<Sent, 'later'>) => void>();

let sending: Promise<void> | null = null;

/** Everything that waits and was not refused, one after the other. Two tabs may do it at once: it counts once all the same. */
export function sendAll(): Promise<void> {
  return (sending ??= (async () => {
    for (const record of await allWaiting()) {
      if (record.refused !== undefined) continue;
      const sent = await sendOne(record);
      if (sent === 'later') break;
      waits.get(record.id)?.(sent);
      waits.delete(record.id);
    }
    await take?.showUnsent();
    await showRefused();
  })().finally(() => {
    sending = null;
  }));
}

export async function showRefused(): Promise<void> {
  const refused = (await allWaiting()).some((record) => record.refused !== undefined);
  const place = document.getElementById('unsent');
  for (const part of place?.querySelectorAll<HTMLElement>('[data-refused]') ?? []) part.hidden = !refused;
}

/** All that waits in one file, still sealed: whoever leads the survey can hand it in from any machine. */
export async function saveToFile(): Promise<void> {
  const records = await allWaiting();
  const text = JSON.stringify({
    format: 'kept-unsent/1',
    answers: records.map(({ survey, sealed: envelope }) => ({ survey, sealed: envelope })),
  });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = 'kept-unsent-answers.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Only what was refused, and only when somebody says so. */
export async function throwAway(): Promise<void> {
  for (const record of await allWaiting()) {
    if (record.refused !== undefined) await inStore('readwrite', (records) => records.delete(record.id));
  }
  await take?.showUnsent();
  await showRefused();
}
