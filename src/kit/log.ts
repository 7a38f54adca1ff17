/**
 * The log of whoever runs Kept: one form for every line, each with its level. Nothing personal is in it: what a fault quotes (values that
 * somebody typed, addresses of people) is taken out before a line is written, and no request is logged at all.
 */
import { withoutEnd } from '#base/ends.js';
import { randomBytes } from 'node:crypto';

export const logForms = ['text', 'json'] as const;
export type LogForm = (typeof logForms)[number];
type Level = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** As pino counts them, so that its tools read our lines. */
const numbers: Readonly<Record<Level, number>> = {
  debug: 20,
  info: 30,
  warn: 40,
  error: 50,
  silent: Number.POSITIVE_INFINITY,
};

type Say = (detail: unknown, message?: string) => void;

/** Also what the web server logs with. */
export interface Log {
  level: string;
  debug: Say;
  info: Say;
  warn: Say;
  error: Say;
  fatal: Say;
  trace: Say;
  silent: Say;
  child(): Log;
}

/** Without what somebody typed (PostgreSQL quotes it) and without addresses of people (mail servers repeat them). */
export function impersonal(text: string): string {
  const plain = text.replace(/"[^"\n]{0,2000}"/g, '"…"').replace(/\([^()\n]{0,400}\)=\([^()\n]{0,2000}\)/g, '(…)=(…)');
  return withoutAddresses(plain);
}

/** An expression for an address would look at every part of a long word again and again. */
function withoutAddresses(text: string): string {
  const [first = '', ...others] = text.split('@');
  const made = [first];
  for (const part of others) {
    const before = made.at(-1) ?? '';
    const rest = withoutEnd(before, /[^\s<>"'():,;]/);
    const host = /^[^\s<>"'():,;]*/.exec(part)?.[0] ?? '';
    if (rest === before || host === '') made.push(`@${part}`);
    else made.splice(-1, 1, rest, `(address)${part.slice(host.length)}`);
  }
  return made.join('');
}

function field(thing: object, name: string): unknown {
  return Object.entries(Object.getOwnPropertyDescriptors(thing)).find(([key]) => key === name)?.[1].value;
}

/** What a fault says of itself. */
function told(problem: unknown): Readonly<Record<string, unknown>> {
  if (!(problem instanceof Error)) return { type: typeof problem };
  const names = ['code', 'constraint', 'table', 'routine']
    .map((name) => [name, field(problem, name)] as const)
    .filter(([, value]) => typeof value === 'string');
  return {
    type: problem.name,
    message: impersonal(problem.message),
    ...Object.fromEntries(names),
    stack: impersonal(problem.stack ?? ''),
  };
}

function plain(value: unknown): string {
  return typeof value === 'string'
    ? /^[\w.:/-]+$/.test(value)
      ? value
      : JSON.stringify(value)
    : JSON.stringify(value);
}

export interface LogOptions {
  readonly form: LogForm;
  readonly level?: Level;
  readonly write: (line: string) => void;
  readonly clock: () => Date;
}

export function makeLog({ form, level = 'info', write, clock }: LogOptions): Log {
  const least = numbers[level];
  const line = (at: Level, detail: unknown, message: string | undefined): void => {
    if (numbers[at] < least) return;
    const { err, ...rest } =
      typeof detail === 'object' && detail !== null
        ? detail instanceof Error
          ? { err: detail }
          : (detail as Record<string, unknown>)
        : ({} as Record<string, unknown>);
    const text = impersonal(message ?? (typeof detail === 'string' ? detail : err instanceof Error ? err.message : ''));
    const fault = err === undefined ? null : told(err);
    if (form === 'json')
      return write(
        JSON.stringify({
          level: numbers[at],
          time: clock().getTime(),
          pid: process.pid,
          msg: text,
          ...rest,
          ...(fault === null ? {} : { err: fault }),
        }),
      );
    const details = Object.entries(rest).map(([name, value]) => ` ${name}=${plain(value)}`);
    const stack = fault === null ? '' : `\n${String(fault['stack'] ?? fault['type']).replace(/^/gm, '    ')}`;
    write(`${clock().toISOString()} ${at.padEnd(5)} ${text}${details.join('')}${stack}`);
  };
  const at =
    (name: Level): Say =>
    (detail, message) =>
      line(name, detail, message);
  const log: Log = {
    level,
    debug: at('debug'),
    trace: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    fatal: at('error'),
    silent: () => undefined,
    child: () => log,
  };
  return log;
}

/** Says nothing. */
export const quiet: Log = makeLog({ form: 'text', level: 'silent', write: () => undefined, clock: () => new Date(0) });

const minute = 60_000;
const kindsAtMost = 200;

export interface Faults {
  /** Logs the first of its kind in a minute and counts the others; gives the reference of the one that was logged. */
  tell(kind: string, level: 'warn' | 'error', detail: object, message: string): string;
  /** How many there were of each kind since the start. */
  counts(): ReadonlyMap<string, number>;
}

/** One line a minute for each kind of fault: a disk that is full fails every request, and its log must not fill it further. */
export function makeFaults(log: Log): Faults {
  const open = new Map<string, { readonly reference: string; again: number }>();
  const counts = new Map<string, number>();
  function close(kind: string, level: 'warn' | 'error', message: string): void {
    const found = open.get(kind);
    open.delete(kind);
    if (found && found.again > 0) {
      log[level]({ fault: kind, reference: found.reference, times: found.again }, `${message}: the same again`);
      begin(kind, level, message, found.reference);
    }
  }
  function begin(kind: string, level: 'warn' | 'error', message: string, reference: string): void {
    open.set(kind, { reference, again: 0 });
    setTimeout(() => close(kind, level, message), minute).unref();
  }
  return {
    tell(given, level, detail, message) {
      const kind = counts.has(given) || counts.size < kindsAtMost ? given : 'others';
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      const known = open.get(kind);
      if (known) {
        known.again += 1;
        return known.reference;
      }
      const reference = randomBytes(6).toString('hex');
      log[level]({ fault: kind, reference, ...detail }, message);
      begin(kind, level, message, reference);
      return reference;
    },
    counts: () => counts,
  };
}

/** The kind of a fault: its code or name, and the first place of ours in its stack. */
export function kindOf(problem: unknown): string {
  if (!(problem instanceof Error)) return typeof problem;
  const code = field(problem, 'code');
  const places = (problem.stack ?? '')
    .split('\n')
    .map((line) => /^src\/([\w./-]+):(\d+)/.exec(line.slice(line.lastIndexOf('/src/') + 1)));
  const place = places.find((one) => one !== null);
  return [typeof code === 'string' ? code : problem.name, ...(place ? [`${place[1]}:${place[2]}`] : [])].join(' at ');
}
