/**
 * Ordinary faults, one at a time, in the JavaScript that the compiler made: what a tired hand writes. A boundary off
 * by one, an order turned round, a condition forgotten, a line of the journal left out, a filter of a query lost. In
 * SQL between backquotes, too.
 */
import { type AnyNode, type CallExpression, type Node, parse } from 'acorn';

export interface Fault {
  /** Characters of the compiled file that are replaced. */
  readonly from: number;
  readonly to: number;
  readonly by: string;
  /** What was done, as a person would say it: `>= becomes >`. */
  readonly what: string;
}

const turned: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '&&': '||',
  '||': '&&',
};

/** Words of a query that stand alone in a string: `where('day', '<', today)`, `orderBy('day', 'desc')`. */
const turnedWord: Readonly<Record<string, string>> = {
  '=': '<>',
  '<>': '=',
  '!=': '=',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  is: 'is not',
  'is not': 'is',
  in: 'not in',
  'not in': 'in',
  asc: 'desc',
  desc: 'asc',
};

/** Calls in a query's chain that narrow or order it: without one the query still runs. */
const narrows = new Set([
  'where',
  'whereRef',
  'orderBy',
  'limit',
  'offset',
  'filter',
  'toSorted',
  'slice',
  'toReversed',
]);

const inSql: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/\bdesc\b/gi, () => 'asc'],
  [/\basc\b/gi, () => 'desc'],
  [/\border by (?:[a-z_.]+)(?=\s*(?:$|\)|limit|,))/gi, (found) => `${found} desc`],
  [/(?<=\s)(?:<=|>=|<|>)(?=\s)/g, (found) => turned[found] ?? found],
  [/(?<=\s)=(?=\s)/g, () => '<>'],
  [/(?<=\s)<>(?=\s)/g, () => '='],
  [/\bis not null\b/gi, () => 'is null'],
  [/\bis null\b/gi, () => 'is not null'],
  [/\bnot exists\b/gi, () => 'exists'],
  [/(?<!not )\bexists\b/gi, () => 'not exists'],
  [/(?<=\s)and(?=\s)/gi, () => 'or'],
  [/(?<=\s)or(?=\s)/gi, () => 'and'],
  [/(?<=[\s(,'])\d+(?=[\s),;']|$)/g, (found) => String(Number(found) + 1)],
];

/** Only text that is a statement: words for people stand between backquotes, too. */
const isSql = (text: string): boolean =>
  /\b(select|update|insert into|delete from|where|order by|coalesce|exists)\b/.test(text);

function* children(node: Node): Generator<AnyNode> {
  for (const value of Object.values(node)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && typeof one === 'object' && typeof (one as Node).type === 'string') yield one as AnyNode;
    }
  }
}

function nameOf(call: CallExpression): string {
  const { callee } = call;
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : '';
}

const short = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
};

/** `limit(1)` of which only the first row is taken: without it, or with two, the same row comes. */
function takesFirst(node: AnyNode, parent: AnyNode | null): boolean {
  return (
    node.type === 'CallExpression' &&
    nameOf(node) === 'limit' &&
    parent?.type === 'MemberExpression' &&
    parent.property.type === 'Identifier' &&
    parent.property.name.startsWith('executeTakeFirst')
  );
}

function* faultsOf(node: AnyNode, parent: AnyNode | null, source: string): Generator<Fault> {
  const text = (one: Node): string => source.slice(one.start, one.end);
  const whole = (by: string, what: string): Fault => ({ from: node.start, to: node.end, by, what });
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression': {
      const by = turned[node.operator];
      // "+" that joins text is no sum.
      const joins =
        node.operator === '+' &&
        [node.left, node.right].some(
          (side) => side.type === 'TemplateLiteral' || (side.type === 'Literal' && typeof side.value === 'string'),
        );
      if (by !== undefined && !joins) {
        const between = source.slice(node.left.end, node.right.start);
        const from = node.left.end + between.indexOf(node.operator);
        yield { from, to: from + node.operator.length, by, what: `${node.operator} becomes ${by}` };
      }
      return;
    }
    case 'UnaryExpression':
      if (node.operator === '!') yield whole(text(node.argument), '"not" is forgotten');
      return;
    case 'ConditionalExpression':
      yield {
        from: node.test.start,
        to: node.test.end,
        by: `!(${text(node.test)})`,
        what: 'the two sides of ?: change places',
      };
      return;
    case 'IfStatement':
      yield {
        from: node.test.start,
        to: node.test.end,
        by: 'false',
        what: `if (${short(text(node.test))}) never holds`,
      };
      return;
    case 'Literal':
      if (typeof node.value === 'number')
        yield whole(String(node.value + 1), `${node.value} becomes ${node.value + 1}`);
      else if (typeof node.value === 'boolean')
        yield whole(String(!node.value), `${node.value} becomes ${!node.value}`);
      else if (typeof node.value === 'string' && parent?.type === 'CallExpression' && parent.callee !== node) {
        const by = turnedWord[node.value];
        if (by !== undefined) yield whole(JSON.stringify(by), `'${node.value}' becomes '${by}'`);
      }
      return;
    case 'TemplateElement': {
      const found = text(node);
      if (parent?.type !== 'TemplateLiteral' || !isSql(parent.quasis.map(text).join(' '))) return;
      for (const [expression, turn] of inSql) {
        for (const hit of found.matchAll(expression)) {
          const by = turn(hit[0]);
          const near = short(found.slice(Math.max(0, hit.index - 20), hit.index + hit[0].length + 20)).trim();
          yield {
            from: node.start + hit.index,
            to: node.start + hit.index + hit[0].length,
            by,
            what: `in SQL "${near}": ${hit[0]} becomes ${by}`,
          };
        }
      }
      return;
    }
    case 'ExpressionStatement': {
      const called = node.expression.type === 'AwaitExpression' ? node.expression.argument : node.expression;
      if (called.type === 'CallExpression') yield whole(';', `left out: ${short(text(node))}`);
      return;
    }
    case 'CallExpression': {
      const name = nameOf(node);
      const narrowsIt = narrows.has(name) && !takesFirst(node, parent);
      if (node.callee.type === 'MemberExpression' && narrowsIt && node.callee.object.type !== 'Super') {
        const { object } = node.callee;
        yield {
          from: object.end,
          to: node.end,
          by: '',
          what: `left out: ${short(source.slice(object.end, node.end))}`,
        };
      }
      return;
    }
    case 'Property': {
      // What an act saves or returns: one part of it forgotten. In a pattern it would be a name that nobody knows.
      const saves =
        parent?.type === 'ObjectExpression' &&
        node.value.type !== 'Literal' &&
        !node.shorthand &&
        !node.computed &&
        node.key.type === 'Identifier';
      if (saves && node.value.type !== 'ArrowFunctionExpression')
        yield { from: node.value.start, to: node.value.end, by: 'null', what: `${text(node.key)} becomes null` };
      return;
    }
    default:
  }
}

/** All faults of a compiled file, in its order. */
export function faultsIn(source: string): readonly Fault[] {
  const found: Fault[] = [];
  const walk = (node: AnyNode, parent: AnyNode | null): void => {
    // Words of types and of what a module takes are no rules.
    if (node.type === 'ImportDeclaration' || node.type === 'ExportAllDeclaration') return;
    found.push(...faultsOf(node, parent, source));
    for (const child of children(node)) if (!takesFirst(node, parent) || child.type !== 'Literal') walk(child, node);
  };
  walk(parse(source, { ecmaVersion: 'latest', sourceType: 'module' }), null);
  return found.toSorted((one, other) => one.from - other.from || one.to - other.to);
}

/** The file with the fault in it. */
export function plant(source: string, { from, to, by }: Fault): string {
  return `${source.slice(0, from)}${by}${source.slice(to)}`;
}
