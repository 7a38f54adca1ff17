/**
 * What a page is. A page names its gate, and the gate decides which database role its handler is given
 * (docs/decisions/0003). GET is handed a `Read`, which has no way to write; POST is handed a `Write`, which is the
 * transaction that router.ts commits before the answer goes out. No handler opens a transaction of its own.
 */
import type { VNode } from 'preact';
import type { ZodType } from 'zod';
import type { FormFields } from '#base/form.js';
import type { Gate, Read, Write } from '#kit/db/gate.js';
import type { FieldLimits, FileLimits } from './fields.js';
import type { ProblemCode } from './problems.js';
import type { Kept, Retention } from './retention/retention.js';
import type { WorkPlace } from './room.js';
import type { Capability, Visitor } from './visitor.js';
import type { Withdrawable } from './withdrawals/withdrawals.js';

/** What goes into the frame of a page: everything between header and footer, and what the head needs. */
export interface View {
  readonly title: string;
  readonly main: VNode;
  readonly description?: string;
  readonly crumbs?: readonly { readonly text: string; readonly href?: string }[];
  /** Other forms of the same page: a feed, a PDF, JSON. */
  readonly alternates?: readonly { readonly href: string; readonly type: string; readonly title: string }[];
  readonly canonical?: string;
  /** Seconds after which the page loads itself again: for progress, which must work without script. */
  readonly refresh?: number;
  readonly wide?: boolean;
  /** A script of ours that this page cannot do without; it alone runs there. */
  readonly script?: 'passkey';
  /** Language of the page and the side where it begins; English where it is left out. Pages of the intake speak several. */
  readonly language?: { readonly tag: string; readonly direction: 'ltr' | 'rtl' };
}

export type Outcome =
  | {
      readonly kind: 'view';
      readonly status: 200 | 409 | 422 | 429;
      readonly view: View;
      readonly attempt?: AttemptChange;
    }
  | { readonly kind: 'json'; readonly status: 200 | 400 | 409 | 422 | 429; readonly body: unknown }
  | {
      readonly kind: 'redirect';
      readonly to: string;
      readonly session?: SessionChange;
      readonly attempt?: AttemptChange;
      /** The same form again, to `to` (307); otherwise a page is asked for (303). */
      readonly again?: true;
    }
  | {
      readonly kind: 'file';
      readonly body: Uint8Array | string;
      readonly type: string;
      readonly download?: string;
      readonly etag?: string;
      readonly forever?: boolean;
      /** Pages of other sites may show it: a badge. */ readonly isShownElsewhere?: true;
    }
  | { readonly kind: 'halt'; readonly problem: ProblemCode };

/**
 * What a sign-in or sign-out does to the visitor's cookie, or a change of the organisation to the visitor's session. A pass
 * is for somebody without an account: a token in a cookie of its own that ends with the browser's session. `once` is a mark that
 * stays in the browser for a hundred days, so that what is done once is not done again there; whoever deletes it is not held up.
 */
export type SessionChange =
  | { readonly begin: string }
  | { readonly end: true }
  | { readonly workIn: string }
  | { readonly takePass: string }
  | { readonly leavePass: true }
  | { readonly once: string };

/**
 * What an intake page does to the browser's attempt: its key, in a cookie that ends with the browser's session, and what the browser carries of
 * it, sealed under that key, in further ones (attempt-cookies.ts). Once the attempt ends, nobody can open what the browser still remembers.
 */
export interface AttemptChange {
  /** Another key: everything that was carried before goes. Null: the attempt ends. Left out: it stays. */
  readonly key?: string | null;
  /** By name (lower case letters, digits, hyphens and underscores); null takes one back. */
  readonly carry?: Readonly<Record<string, string | null>>;
}

export function view(shown: View): Outcome {
  return { kind: 'view', status: 200, view: shown };
}

/** The same page again with messages: 422, and what was typed is kept by the view. */
export function invalid(shown: View): Outcome {
  return { kind: 'view', status: 422, view: shown };
}

export function redirect(to: string, session?: SessionChange): Outcome {
  return session ? { kind: 'redirect', to, session } : { kind: 'redirect', to };
}

export function halt(problem: ProblemCode): Outcome {
  return { kind: 'halt', problem };
}

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Fields of a form as they came; a field sent twice has two values. */
export interface Fields {
  /** The first value, trimmed at neither end; '' where there is none. */
  get(name: string): string;
  all(name: string): readonly string[];
  names(): readonly string[];
}

interface Common<P> {
  readonly params: P;
  readonly query: Readonly<Record<string, string>>;
  readonly now: Date;
  /** Absolute address of this site without a slash at the end. */
  readonly site: string;
}

export interface PublicContext<P> extends Common<P> {
  readonly db: Read;
}

export interface WorkReadContext<P> extends Common<P> {
  readonly db: Read;
  readonly visitor: Visitor;
  /** Where this visitor may go in the workspace. */
  readonly places: readonly WorkPlace[];
  /** What this Kept keeps, and for how long. */
  readonly keeping: { readonly deleted: readonly Retention[]; readonly kept: readonly Kept[] };
  /** What this visitor may withdraw. */
  readonly withdrawables: readonly Withdrawable[];
}

/** What a form sent, before any transaction is open. */
export interface Sent {
  readonly fields: Fields;
  readonly files: Readonly<Record<string, UploadedFile>>;
}

export interface WorkWriteContext<P, Prepared> extends Common<P>, Sent {
  readonly db: Write;
  readonly visitor: Visitor;
  /** What this visitor may withdraw. */
  readonly withdrawables: readonly Withdrawable[];
  /** Whether this is a demonstration, from which no letter goes out. */
  readonly demonstration: boolean;
  /** What `prepare` made of the form. */
  readonly prepared: Prepared;
  /** Kept's key for one purpose; the database never sees it. */
  readonly key: (purpose: string) => Buffer;
}

/** A page of the door itself (sign-in): no visitor yet. */
export interface DoorContext<P> extends Common<P> {
  readonly db: Read;
  /** Token of the pass that the browser holds, as it came; null where it holds none. */
  readonly pass: string | null;
  /** Marks of what was done once in this browser, as they came. */
  readonly once: readonly string[];
  /** Signed in by a link, and still to show a passkey: no visitor yet, of any page but the one that asks for it. */
  readonly pending: Visitor | null;
}

export interface DoorWriteContext<P> extends Common<P> {
  readonly db: Write;
  readonly fields: Fields;
  readonly visitor: Visitor | null;
  readonly pending: Visitor | null;
  readonly pass: string | null;
  readonly once: readonly string[];
  /** Address of the sender for rate limits; never stored as it is, never logged. */
  readonly sender: string;
  readonly settings: DoorSettings;
  /** Kept's key for one purpose; the database never sees it. */
  readonly key: (purpose: string) => Buffer;
}

/**
 * A page of the intake: nobody is signed in, nothing is logged, and no transaction is open. It asks the intake gate statement by statement,
 * each a transaction of its own, and holds no connection in between.
 */
export interface IntakeContext<P> extends Common<P> {
  readonly gate: Gate;
  /** Key of the attempt that the browser holds; null where it holds none. */
  readonly attempt: string | null;
  /** What the browser carries of it, by name, as it came. */
  readonly carried: Readonly<Record<string, string>>;
  /** How many bytes it may carry in all, each value with its name (attempt-cookies.ts). */
  readonly roomToCarry: number;
  /** Whether the page was come to from a page of this site (or back to it, or loaded again), not by an address that was typed or picked from a list. */
  readonly isFollowed: boolean;
  /** Kept's key for one purpose; the database never sees it. */
  readonly key: (purpose: string) => Buffer;
  /** Address of the sender, for limits that are kept in memory; never stored, never logged. */
  readonly sender: string;
}

export interface IntakeWriteContext<P> extends IntakeContext<P>, Sent {
  /** What was sent as JSON; null where it was a form. */
  readonly json: unknown;
}

/** What the door must know of the installation. */
export interface DoorSettings {
  readonly demonstration: boolean;
  /** Whether a mail server is set up: without one letters wait until nobody needs them, and are forgotten. */
  readonly hasMail: boolean;
}

export interface PublicPage<P> {
  /** For whoever builds Kept: there in a demonstration, and nowhere in real use. */
  readonly onlyInDemonstration?: true;
  readonly gate: 'public';
  readonly path: string;
  readonly params: ZodType<P>;
  /** False for pages whose answer depends on the query (search): made anew each time. */
  readonly cached: boolean;
  /**
   * "from memory": goes on for ten minutes while the database is away, and says so. Left out: never, as befits pages with young people's words
   * or about one person, for they may have been withdrawn meanwhile (docs/decisions/0019; test/without-database.test.ts lists both kinds).
   */
  readonly withoutDatabase?: 'from memory';
  /** Asked for by programs, whatever its address ends with: they hear in JSON that something was withdrawn. */
  readonly isForMachines?: true;
  readonly get: (context: PublicContext<P>) => Promise<Outcome>;
}

export interface WorkPage<P, Prepared = undefined> {
  readonly gate: 'work';
  readonly path: string;
  readonly params: ZodType<P>;
  readonly needs: Capability;
  /** Asks whoever has not signed in within the last half hour to do so again: to see the page, or only to send its form. */
  readonly fresh?: 'page' | 'form';
  readonly get?: (context: WorkReadContext<P>) => Promise<Outcome>;
  /** Its form as one object, where it is one (kit/form/form-page.tsx). */
  readonly form?: { readonly fields: FormFields };
  /** Its form takes something away. */
  readonly removes?: true;
  /** What its form may bring; every page with a `post` says so. */
  readonly fields?: FieldLimits;
  readonly files?: FileLimits;
  /** Slow work on what was sent (reading a pack), done before the transaction opens so that no connection waits for it. */
  readonly prepare?: (sent: Sent) => Promise<Prepared>;
  readonly post?: (context: WorkWriteContext<P, Prepared>) => Promise<Outcome>;
}

export interface DoorPage<P> {
  readonly gate: 'door';
  readonly path: string;
  readonly params: ZodType<P>;
  readonly get?: (
    context: DoorContext<P> & { readonly visitor: Visitor | null; readonly settings: DoorSettings },
  ) => Promise<Outcome>;
  /** What its form may bring; every page with a `post` says so. No file: nobody is signed in. */
  readonly fields?: FieldLimits;
  readonly post?: (context: DoorWriteContext<P>) => Promise<Outcome>;
}

export interface IntakePage<P> {
  readonly gate: 'intake';
  readonly path: string;
  readonly params: ZodType<P>;
  /** Bytes that a form or JSON may have, where it is less than what its fields allow. */
  readonly sentAtMost?: number;
  /** Takes JSON from a script of ours, and no form. */
  readonly takesJson?: true;
  /** What its form may bring; every page with a `post` for a form says so. */
  readonly fields?: FieldLimits;
  readonly files?: FileLimits;
  readonly get?: (context: IntakeContext<P>) => Promise<Outcome>;
  readonly post?: (context: IntakeWriteContext<P>) => Promise<Outcome>;
}

export type Page = PublicPage<never> | WorkPage<never, never> | DoorPage<never> | IntakePage<never>;

// A page is written with its own parameter type and kept in a list that no longer knows it. The router parses the
// parameters with the page's own schema before it calls the page, which makes the widening sound.
function kept(page: unknown): Page {
  return page as Page;
}

export function publicPage<P>(page: Omit<PublicPage<P>, 'gate'>): Page {
  return kept({ gate: 'public', ...page } satisfies PublicPage<P>);
}

export function workPage<P, Prepared = undefined>(page: Omit<WorkPage<P, Prepared>, 'gate'>): Page {
  return kept({ gate: 'work', ...page } satisfies WorkPage<P, Prepared>);
}

export function doorPage<P>(page: Omit<DoorPage<P>, 'gate'>): Page {
  return kept({ gate: 'door', ...page } satisfies DoorPage<P>);
}

export function intakePage<P>(page: Omit<IntakePage<P>, 'gate'>): Page {
  return kept({ gate: 'intake', ...page } satisfies IntakePage<P>);
}
