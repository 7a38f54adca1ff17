/**
 * A form as one object (docs/decisions/0033): each field says how long it may be, whether it is needed and in which words it is refused.
 * From it follow what the corridor lets past (kit/form/form-page.tsx), how the form is read, and what a test over all forms tries
 * (test/every-form). Pure: `form` files of rooms are made of nothing else.
 */
import { typedDate } from './date-fields.js';
import type { DateRange } from './plausible.js';
import { ok, refused, type Result } from './result.js';

/** What somebody typed, as text by the names of the fields. */
export type Typed = Readonly<Record<string, string>>;

/** What is wrong with a form: each message with the id of the field that it is about. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** What a form is read against: the day on which it is sent, and the address of this site. */
export interface Asked {
  readonly today: string;
  readonly site: string;
}

/** How long a value may be before any rule looks at it; kit/fields.ts has the numbers. */
export type FieldLength = 'choice' | 'line' | 'text' | 'document';

export interface Field<T> {
  readonly kind: 'words' | 'choice' | 'choices' | 'day' | 'tick';
  readonly length: FieldLength;
  /** Values that may come under this name. */
  readonly most: number;
  /** Characters of an answer; null where it is picked. */
  readonly longest: number | null;
  readonly isNeeded: boolean;
  /** What the answer is; what is wrong with it otherwise. */
  readonly read: (typed: Typed, name: string, asked: Asked) => Result<T, string>;
}

export type FormFields = Readonly<Record<string, Field<unknown>>>;

export type Values<F extends FormFields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

export interface Form<F extends FormFields> {
  readonly fields: F;
  /** What follows from several answers together; an answer that was refused by itself is not among them. */
  readonly also?: (found: Partial<Values<F>>, asked: Asked) => readonly FieldProblem[];
}

export function form<F extends FormFields>(fields: F, also?: Form<F>['also']): Form<F> {
  return also ? { fields, also } : { fields };
}

export type FormValues<D> = D extends Form<infer F> ? Values<F> : never;

/** 1,000 for 1000. */
function plainNumber(many: number): string {
  return many.toLocaleString('en-GB');
}

/** The one wording of "too long": the rule, and how far over. */
export function tooLong(length: number, most: number, what = 'This'): string {
  const over = length - most;
  return (
    `${what} can be ${plainNumber(most)} characters long at most. ` +
    `Take out ${over === 1 ? '1 character' : `${plainNumber(over)} characters`}`
  );
}

/** The same for a value of a form, as the problem of its field; empty where it is short enough. */
export function lengthProblems(field: string, value: string, most: number, what?: string): readonly FieldProblem[] {
  return value.length > most ? [{ field, message: tooLong(value.length, most, what) }] : [];
}

/** Words as their writer meant them: lines end in one way, nothing at either end, and nothing that cannot be stored. */
export function typedWords(typed: Typed, name: string): string {
  return (typed[name] ?? '').replaceAll('\0', ' ').replace(/\r\n?/g, '\n').trim();
}

interface Wording {
  readonly length: 'line' | 'text' | 'document';
  readonly most: number;
  /** What the answer is called where it is too long: "The title". */
  readonly what?: string;
  /** Asks for it. Left out: it may be empty. */
  readonly empty?: string;
}

/** Words in a row or a box. */
export function words({ length, most, what, empty }: Wording): Field<string> {
  return {
    kind: 'words',
    length,
    most: 1,
    longest: most,
    isNeeded: empty !== undefined,
    read(typed, name) {
      const value = typedWords(typed, name);
      if (value === '' && empty !== undefined) return refused(empty);
      return value.length > most ? refused(tooLong(value.length, most, what)) : ok(value);
    },
  };
}

/** Words that mean something: an address, a number, a time. `read` gives null for what means nothing of the kind. */
export function wordsAs<T>(
  wording: Wording & { readonly wrong: string; readonly read: (words: string, asked: Asked) => T | null },
): Field<T> {
  const plain = words(wording);
  return {
    ...plain,
    read(typed, name, asked) {
      const found = plain.read(typed, name, asked);
      if (!found.ok) return found;
      const value = wording.read(found.value, asked);
      return value === null ? refused(wording.wrong) : ok(value);
    },
  };
}

/** One value, of those that `find` knows. */
function oneOf<V extends string>(find: (value: string) => V | undefined, empty: string): Field<V> {
  return {
    kind: 'choice',
    length: 'choice',
    most: 1,
    longest: null,
    isNeeded: true,
    read(typed, name) {
      const found = find(typedWords(typed, name));
      return found === undefined ? refused(empty) : ok(found);
    },
  };
}

/** One of these. */
export function choice<V extends string>(values: readonly V[], empty: string): Field<V> {
  return oneOf((value) => values.find((one) => one === value), empty);
}

/** One out of a list that the act knows: it refuses what is not there. */
export function choiceOfAct(empty: string): Field<string> {
  return oneOf((value) => (value === '' ? undefined : value), empty);
}

/** Several out of a list that the act knows. */
export function choicesOfAct(most: number, empty: string): Field<readonly string[]> {
  return {
    kind: 'choices',
    length: 'choice',
    most,
    longest: null,
    isNeeded: true,
    read(typed, name) {
      const values = typedWords(typed, name)
        .split('\n')
        .filter((one) => one !== '');
      return values.length === 0 ? refused(empty) : ok(values);
    },
  };
}

/** A day in three fields, within what somebody can mean by it. */
export function day(range: DateRange, empty: string): Field<string> {
  return {
    kind: 'day',
    length: 'line',
    most: 1,
    longest: null,
    isNeeded: true,
    read(typed, name, { today }) {
      const found = typedDate((one) => typed[one] ?? '', name, range, today);
      return found.kind === 'date' ? ok(found.date) : refused(found.why ?? empty);
    },
  };
}

/** A box that is ticked or not. */
export function tick(): Field<boolean> {
  return {
    kind: 'tick',
    length: 'choice',
    most: 1,
    longest: null,
    isNeeded: false,
    read: (typed, name) => ok(typedWords(typed, name) !== ''),
  };
}

/** The names under which a field is sent; a day has three. */
export function namesOf(name: string, { kind }: Pick<Field<unknown>, 'kind'>): readonly string[] {
  return kind === 'day' ? [`${name}-day`, `${name}-month`, `${name}-year`] : [name];
}

/** The field whose answer may be left out: null then. */
export function optional<T>(field: Field<T>): Field<T | null> {
  return {
    ...field,
    isNeeded: false,
    read: (typed, name, asked) =>
      namesOf(name, field).every((one) => typedWords(typed, one) === '') ? ok(null) : field.read(typed, name, asked),
  };
}

/** Reads a form: everything that was meant, or everything that is wrong with it, in the order of its fields. */
export function readForm<F extends FormFields>(
  { fields, also }: Form<F>,
  typed: Typed,
  asked: Asked,
): Result<Values<F>, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const found: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const answer = field.read(typed, name, asked);
    if (answer.ok) found[name] = answer.value;
    else problems.push({ field: namesOf(name, field)[0] ?? name, message: answer.problem });
  }
  // The loop above put under each name what its own field read there.
  problems.push(...(also?.(found as Partial<Values<F>>, asked) ?? []));
  return problems.length > 0 ? refused(problems) : ok(found as Values<F>);
}
