/**
 * What whoever guards an installation wants to hear: who came in, who was refused, whose rights changed, what was taken out. One form of line for
 * all of it, written in one place (makeSecurityLog). An act tells within its transaction, and the line is written once that is committed.
 *
 * No line holds a name, an address of a person or of a machine, a code, or anything that was typed. An account and a sender are told apart by
 * marks: an HMAC under Kept's key and the day. Whoever holds the key finds an account by its mark (`kept admin mark`); from one day to the next
 * nobody can join them. Of who takes part in a survey there is no mark at all.
 */
import { createHmac } from 'node:crypto';
import type { Write } from './db/gate.js';
import type { Log } from './log.js';

/** Every event there is; `alarming` ones are warnings. */
export const securityEvents = {
  'sign-in': { said: 'Somebody signed in', alarming: false },
  'sign-out': { said: 'Somebody signed out', alarming: false },
  'sign-in-refused': { said: 'A sign-in was refused', alarming: true },
  'right-refused': { said: 'Somebody without the right was refused', alarming: true },
  'form-refused': { said: 'A form that did not come from the page of this sign-in was refused', alarming: true },
  limit: { said: 'A limit of tries was reached', alarming: true },
  appointment: { said: 'Somebody was invited, appointed or given a role', alarming: false },
  'role-ended': { said: 'A role, an invitation or an account was ended', alarming: false },
  'session-ended': { said: 'Sessions were ended', alarming: false },
  passkey: { said: 'A passkey was added or removed', alarming: false },
  'passkey-reset': { said: 'A lost passkey was reported, confirmed or refused', alarming: true },
  export: { said: 'A file was taken out of the workspace', alarming: false },
  'break-glass': {
    said: 'A way around the usual one was taken: by the owner of the installation, or by two people for a child',
    alarming: true,
  },
  secret: { said: 'The secret was changed', alarming: true },
  'heads-missing': {
    said: 'Signed heads that this machine has seen are not in the database, kept verify says more',
    alarming: true,
  },
} as const;

export type SecurityEventName = keyof typeof securityEvents;

export interface SecurityEvent {
  readonly name: SecurityEventName;
  /** Which of its kind, in words of the code. */
  readonly how?: string;
  /** Pattern of the page, never the address that was asked for. */
  readonly page?: string;
  readonly account?: string | null;
  /** Whoever has no account (yet), as limits count them. */
  readonly sender?: string | null;
  /** Its line in the journal, which says who did what: scope and number. */
  readonly entry?: string;
}

export type TellSecurity = (event: SecurityEvent) => void;

/** What is to be told of the transaction that is open on a connection. */
const open = new WeakMap<Write, SecurityEvent[]>();

/** Begins a transaction's list: whatever an earlier one left behind is not told. */
export function beginTelling(write: Write): readonly SecurityEvent[] {
  const events: SecurityEvent[] = [];
  open.set(write, events);
  return events;
}

/** Tells of an act, once it is committed. */
export function tellSecurity(write: Write, event: SecurityEvent): void {
  open.get(write)?.push(event);
}

/** Says of an account or a sender, for a day, that it is the same again. */
export function markOf(key: Buffer, kind: 'account' | 'sender', whose: string, at: Date): string {
  return createHmac('sha256', key)
    .update(`${kind} ${at.toISOString().slice(0, 10)} ${whose}`)
    .digest('base64url')
    .slice(0, 10);
}

const minute = 60_000;
/** Different refusals of one minute that get a line of their own. */
const linesAMinute = 100;

export interface SecurityLog {
  readonly tell: TellSecurity;
  /** How often each event was told since the start. */
  counts(): ReadonlyMap<SecurityEventName, number>;
}

/** Where all are written. Who tries a thousand times in a minute fills a line, and the number in a second one. */
export function makeSecurityLog({
  log,
  key,
  clock,
}: {
  readonly log: Log;
  readonly key: Buffer;
  readonly clock: () => Date;
}): SecurityLog {
  const counts = new Map<SecurityEventName, number>();
  const lately = new Map<string, { readonly detail: object; readonly name: SecurityEventName; again: number }>();
  let since = Number.NEGATIVE_INFINITY;

  function write(name: SecurityEventName, detail: object): void {
    const { said, alarming } = securityEvents[name];
    log[alarming ? 'warn' : 'info']({ security: name, ...detail }, said);
  }

  function endMinute(): void {
    for (const { detail, name, again } of lately.values()) if (again > 0) write(name, { ...detail, again });
    lately.clear();
  }

  return {
    tell({ name, how, page, account, sender, entry }) {
      const now = clock();
      counts.set(name, (counts.get(name) ?? 0) + 1);
      const detail = {
        ...(how === undefined ? {} : { how }),
        ...(page === undefined ? {} : { page }),
        ...(account === undefined || account === null ? {} : { who: markOf(key, 'account', account, now) }),
        ...(sender === undefined || sender === null ? {} : { from: markOf(key, 'sender', sender, now) }),
        ...(entry === undefined ? {} : { entry }),
      };
      if (!securityEvents[name].alarming || entry !== undefined) return write(name, detail);
      if (now.getTime() - since >= minute || now.getTime() < since) {
        endMinute();
        since = now.getTime();
        setTimeout(endMinute, minute).unref();
      }
      const kind = JSON.stringify([name, detail]);
      const known = lately.get(kind) ?? (lately.size < linesAMinute ? undefined : lately.get(name));
      if (known) {
        known.again += 1;
        return;
      }
      const isOneTooMany = lately.size >= linesAMinute;
      lately.set(isOneTooMany ? name : kind, { detail: isOneTooMany ? { others: true } : detail, name, again: 0 });
      write(name, isOneTooMany ? { others: true } : detail);
    },
    counts: () => counts,
  };
}
