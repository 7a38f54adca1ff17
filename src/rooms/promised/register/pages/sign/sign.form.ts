/** Signing and withdrawing: what was typed, or what is wrong with it, by field. */
import { type FieldProblem, type Typed, tooLong } from '#base/form.js';
import { typedDate } from '#base/date-fields.js';
import { ownPath } from '#base/own-path.js';
import { type Result, ok, refused } from '#base/result.js';
import type { End, Signature } from '../../words.js';

function text(typed: Typed, name: string): string {
  return (typed[name] ?? '').replace(/\s+/g, ' ').trim();
}

function needed(typed: Typed, name: string, most: number, message: string): readonly FieldProblem[] {
  const value = text(typed, name);
  if (value === '') return [{ field: name, message }];
  return value.length > most ? [{ field: name, message: tooLong(value.length, most) }] : [];
}

/** Where a decision can be read: a path of this site, or an address on the web that nobody can change on the way (https); null where it is neither. */
export function decisionLink(typed: string, site: string): string | null {
  const own = ownPath(typed.startsWith(`${site}/`) ? typed.slice(site.length) : typed, '');
  if (own !== '') return own;
  if (typed.length > 2000 || !URL.canParse(typed)) return null;
  const url = new URL(typed);
  return url.protocol === 'https:' && url.hostname.includes('.') && url.username === '' && url.password === ''
    ? url.href
    : null;
}

/** Asks that were ticked; a field sent twice has its values on lines of their own. */
export function tickedAsks(typed: Typed): readonly string[] {
  return (typed['asks'] ?? '').split('\n').filter((key) => key !== '');
}

export function readSignature(typed: Typed, site: string, today: string): Result<Signature, readonly FieldProblem[]> {
  const on = typedDate((name) => typed[name] ?? '', 'on', 'decision to sign', today);
  const chosen = text(typed, 'decision');
  const given = chosen === '' ? text(typed, 'link') : chosen;
  const link = decisionLink(given, site);
  const problems: readonly FieldProblem[] = [
    ...needed(typed, 'by', 120, 'Enter the name of the adult who signs. It is public'),
    ...needed(typed, 'role', 120, 'Enter the role of the adult who signs'),
    ...needed(
      typed,
      'mandate',
      200,
      'Say who decided that you sign: the cabinet, the governing body, the school council',
    ),
    ...(link === null
      ? [
          {
            field: 'link',
            message:
              given === ''
                ? 'Say where the decision can be read'
                : 'Enter an address of this site, or one in full that begins with https://',
          },
        ]
      : []),
    ...(on.kind === 'date'
      ? []
      : [{ field: 'on-day', message: on.why ?? 'Enter the date of the decision, like 1 9 2026' }]),
  ];
  if (problems.length > 0 || on.kind !== 'date' || link === null) return refused(problems);
  return ok({
    by: text(typed, 'by'),
    role: text(typed, 'role'),
    mandate: text(typed, 'mandate'),
    link,
    on: on.date,
    asks: tickedAsks(typed),
  });
}

export function readEnd(typed: Typed): Result<End, readonly FieldProblem[]> {
  const problems = [
    ...needed(typed, 'by', 200, 'Say who decided it: a body or a role, never a name'),
    ...needed(typed, 'reason', 2000, 'Say in plain words why. It stays public'),
  ];
  return problems.length > 0
    ? refused(problems)
    : ok({ by: text(typed, 'by'), reason: (typed['reason'] ?? '').trim() });
}
