/**
 * What a source file imports, read without the compiler (TypeScript 7 has no interface for JavaScript yet): a scanner
 * that knows comments, strings, templates and regular expressions (none begins with `>`: that ends a tag), and little
 * else. JSX text is read as if it were code;
 * an apostrophe in it opens a string that ends with its line, so nothing is swallowed.
 */

export interface Import {
  /** As it is written: "#kit/page.js", "../words.js", "kysely". */
  readonly from: string;
  readonly line: number;
  /** Vanishes when compiled: `import type`, `export type … from`. */
  readonly typeOnly: boolean;
}

interface Token {
  readonly kind: 'word' | 'text' | 'sign';
  readonly value: string;
  readonly line: number;
  /** The regular expression as it is written, with its marks: "/a+/gu". */
  readonly expression?: string;
}

const beforeRegex = new Set([
  '',
  '(',
  ',',
  '=',
  ':',
  '[',
  '!',
  '&',
  '|',
  '?',
  '{',
  '}',
  ';',
  '>',
  'return',
  'typeof',
  'case',
  'of',
  'in',
]);

/**
 * Words, strings, signs and regular expressions of a source (an expression is a text with the value ''); comments and templates are left out,
 * but not what stands in a template's `${…}`.
 */
export function tokens(source: string): readonly Token[] {
  const found: Token[] = [];
  // Depth of braces at which each open `${` ends.
  const templates: number[] = [];
  let depth = 0;
  let at = 0;
  let line = 1;
  const last = (): string => (found.at(-1)?.kind === 'text' ? '"' : (found.at(-1)?.value ?? ''));
  /** Goes through a template from after its backtick, or after a `}` that ends a `${`. */
  function template(): void {
    while (at < source.length) {
      const sign = source[at];
      if (sign === '\n') line += 1;
      if (sign === '\\') at += 1;
      else if (sign === '`') {
        at += 1;
        found.push({ kind: 'text', value: '', line });
        return;
      } else if (sign === '$' && source[at + 1] === '{') {
        at += 2;
        templates.push(depth);
        depth += 1;
        found.push({ kind: 'sign', value: '{', line });
        return;
      }
      at += 1;
    }
  }
  while (at < source.length) {
    const sign = source[at] ?? '';
    if (sign === '\n') {
      line += 1;
      at += 1;
    } else if (/\s/.test(sign)) at += 1;
    else if (sign === '/' && source[at + 1] === '/') {
      while (at < source.length && source[at] !== '\n') at += 1;
    } else if (sign === '/' && source[at + 1] === '*') {
      const end = source.indexOf('*/', at + 2);
      const stop = end === -1 ? source.length : end + 2;
      line += source.slice(at, stop).split('\n').length - 1;
      at = stop;
    } else if (
      sign === '/' &&
      source[at + 1] !== '>' &&
      beforeRegex.has(last()) &&
      /^\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\//.test(source.slice(at, at + 2000))
    ) {
      const expression =
        /^\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/.exec(source.slice(at, at + 2000))?.[0] ?? sign;
      at += expression.length;
      found.push({ kind: 'text', value: '', line, expression });
    } else if (sign === "'" || sign === '"') {
      let end = at + 1;
      while (end < source.length && source[end] !== sign && source[end] !== '\n') end += source[end] === '\\' ? 2 : 1;
      found.push({ kind: 'text', value: source.slice(at + 1, end), line });
      at = source[end] === sign ? end + 1 : end;
    } else if (sign === '`') {
      at += 1;
      template();
    } else if (/[\p{L}\p{N}_$#]/u.test(sign)) {
      const word = /^[\p{L}\p{N}_$#]+/u.exec(source.slice(at, at + 200))?.[0] ?? sign;
      found.push({ kind: 'word', value: word, line });
      at += word.length;
    } else {
      if (sign === '{') depth += 1;
      if (sign === '}') {
        depth -= 1;
        if (templates.at(-1) === depth) {
          templates.pop();
          at += 1;
          template();
          continue;
        }
      }
      found.push({ kind: 'sign', value: sign, line });
      at += 1;
    }
  }
  return found;
}

const inClause = new Set(['{', '}', ',', '*']);

/** Where an import or export clause that begins after `start` names its module; -1 where it names none. */
function moduleAfter(list: readonly Token[], start: number): number {
  for (let at = start; at < list.length; at++) {
    const token = list[at];
    if (!token) return -1;
    if (token.kind === 'word' && token.value === 'from' && list[at + 1]?.kind === 'text') return at + 1;
    if (token.kind === 'sign' && !inClause.has(token.value)) return -1;
  }
  return -1;
}

/** Every import, export from another file, and dynamic import. A dynamic import whose name is not a plain string gives `from: ''`. */
export function importsOf(source: string): readonly Import[] {
  const list = tokens(source);
  const found: Import[] = [];
  for (const [at, token] of list.entries()) {
    if (token.kind !== 'word' || (token.value !== 'import' && token.value !== 'export') || list[at - 1]?.value === '.')
      continue;
    const next = list[at + 1];
    const isText = next?.kind === 'text';
    if (token.value === 'import' && isText) found.push({ from: next.value, line: token.line, typeOnly: false });
    else if (token.value === 'import' && next?.value === '(' && next.kind === 'sign') {
      const named = list[at + 2];
      // A method or a key may be called import: only a call in an expression counts.
      if (list[at + 3]?.value === ')' || list[at + 3]?.value === ',')
        found.push({ from: named?.kind === 'text' ? named.value : '', line: token.line, typeOnly: false });
    } else {
      const first = list[at + 1]?.value;
      const second = list[at + 2]?.value;
      const typeOnly = first === 'type' && second !== 'from' && second !== ',';
      const opening = typeOnly ? second : first;
      if (token.value === 'export' && opening !== '{' && opening !== '*') continue;
      const module = list[moduleAfter(list, at + 1)];
      if (module) found.push({ from: module.value, line: token.line, typeOnly });
    }
  }
  return found;
}

/** A name that one file takes from another, or gives on from there. */
export interface Named {
  /** As the other file knows it; '*' for all of it at once. */
  readonly name: string;
  readonly from: string;
  readonly line: number;
}

/** The names in `{ a, type B as C }` from the brace at `open`. Of "B as C" the first where it is taken, the second where it is given. */
function namesBetween(
  list: readonly Token[],
  open: number,
  isGiven: boolean,
): readonly { name: string; line: number }[] {
  const names: { name: string; line: number }[] = [];
  let part: Token[] = [];
  for (let at = open + 1; at < list.length; at++) {
    const token = list[at];
    if (!token) break;
    if (token.kind === 'sign' && (token.value === ',' || token.value === '}')) {
      const words = part[0]?.value === 'type' && part.length > 1 ? part.slice(1) : part;
      const word = isGiven ? words.at(-1) : words[0];
      if (word) names.push({ name: word.value, line: word.line });
      part = [];
      if (token.value === '}') break;
    } else part.push(token);
  }
  return names;
}

/** Every name that is imported from another file (`import`) or exported from one (`export`), with the file it is from. */
export function namesFrom(source: string, verb: 'import' | 'export'): readonly Named[] {
  const list = tokens(source);
  const found: Named[] = [];
  for (const [at, token] of list.entries()) {
    if (token.kind !== 'word' || token.value !== verb || list[at - 1]?.value === '.') continue;
    if (verb === 'import' && list[at + 1]?.value === '(' && list[at + 2]?.kind === 'text') {
      // const { a, b } = await import('…'): whatever else is done with it may use all.
      const from = list[at + 2]?.value ?? '';
      let open = at - 1;
      if (list[open]?.value === 'await' && list[open - 1]?.value === '=' && list[open - 2]?.value === '}') {
        open -= 2;
        while (open > 0 && list[open]?.value !== '{') open -= 1;
        found.push(...namesBetween(list, open, false).map(({ name, line }) => ({ name: name, from, line })));
      } else found.push({ name: '*', from, line: token.line });
      continue;
    }
    const module = moduleAfter(list, at + 1);
    const from = list[module]?.value;
    if (from === undefined) continue;
    const clause = list.slice(at, module);
    const brace = clause.findIndex(({ kind, value }) => kind === 'sign' && value === '{');
    if (brace >= 0) found.push(...namesBetween(list, at + brace, verb === 'export').map((one) => ({ ...one, from })));
    if (clause.some(({ kind, value }) => kind === 'sign' && value === '*'))
      found.push({ name: '*', from, line: token.line });
  }
  return found;
}
