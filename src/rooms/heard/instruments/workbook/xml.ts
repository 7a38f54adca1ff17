/**
 * XML as workbooks hold it, read tag by tag in one pass: no tree, no entities but the five of XML and characters by number, no document type
 * (which is where entities that unfold a thousandfold are declared). Names are given without their prefix.
 */

export interface XmlHandler {
  open(name: string, attribute: (name: string) => string | null): void;
  text(text: string): void;
  close(name: string): void;
}

/** What is no XML, or goes deeper than a workbook does, is thrown as this. */
export class XmlProblem extends Error {}

const deepest = 64;
const longestTag = 100_000;

/** Reads a whole document. Throws an XmlProblem; what the handler throws goes through. */
export function readXml(source: string, handler: XmlHandler): void {
  const open: string[] = [];
  let at = 0;
  while (at < source.length) {
    const tag = source.indexOf('<', at);
    const textEnd = tag === -1 ? source.length : tag;
    if (textEnd > at) handler.text(unescaped(source.slice(at, textEnd)));
    if (tag === -1) break;
    at =
      source.startsWith('<!', tag) || source.startsWith('<?', tag)
        ? passedOver(source, tag, handler)
        : readTag(source, tag, open, handler);
  }
  if (open.length > 0) throw new XmlProblem('a tag is not closed');
}

/** Comments and instructions say nothing; CDATA is text; a document type is refused. Gives the place behind it. */
function passedOver(source: string, tag: number, handler: XmlHandler): number {
  const [start, end] = source.startsWith('<!--', tag)
    ? ['<!--', '-->']
    : source.startsWith('<![CDATA[', tag)
      ? ['<![CDATA[', ']]>']
      : ['<?', '?>'];
  if (!source.startsWith(start, tag)) throw new XmlProblem('a document type');
  const close = source.indexOf(end, tag + start.length);
  if (close === -1) throw new XmlProblem('not closed');
  if (start === '<![CDATA[') handler.text(source.slice(tag + start.length, close));
  return close + end.length;
}

function readTag(source: string, tag: number, open: string[], handler: XmlHandler): number {
  const end = tagEnd(source, tag);
  if (source[tag + 1] === '/') {
    const name = bare(source.slice(tag + 2, end).trim());
    if (open.pop() !== name) throw new XmlProblem('tags cross');
    handler.close(name);
    return end + 1;
  }
  const isEmpty = source[end - 1] === '/';
  const inside = source.slice(tag + 1, isEmpty ? end - 1 : end);
  const nameEnd = inside.search(/\s/);
  const name = bare(nameEnd === -1 ? inside : inside.slice(0, nameEnd));
  if (name === '') throw new XmlProblem('a tag without a name');
  handler.open(name, (wanted) => attributeIn(nameEnd === -1 ? '' : inside.slice(nameEnd), wanted));
  if (isEmpty) handler.close(name);
  else if (open.push(name) > deepest) throw new XmlProblem('too deep');
  return end + 1;
}

/** Where a tag ends: a value in quotation marks may hold ">". */
function tagEnd(source: string, tag: number): number {
  let quote = '';
  for (let at = tag + 1; at < source.length && at - tag < longestTag; at += 1) {
    const sign = source[at] ?? '';
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at;
  }
  throw new XmlProblem('a tag is not closed');
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function attributeIn(text: string, wanted: string): string | null {
  let at = 0;
  for (;;) {
    const equals = text.indexOf('=', at);
    if (equals === -1) return null;
    const name = text.slice(at, equals).trim();
    const from =
      equals +
      1 +
      (text.slice(equals + 1, equals + 20).length - text.slice(equals + 1, equals + 20).trimStart().length);
    const quote = text[from];
    if (quote !== '"' && quote !== "'") throw new XmlProblem('a value without quotation marks');
    const end = text.indexOf(quote, from + 1);
    if (end === -1) throw new XmlProblem('a value is not closed');
    if (bare(name) === wanted) return unescaped(text.slice(from + 1, end));
    at = end + 1;
  }
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-fA-F]{1,6}));/g,
    (whole, name: string | undefined, decimal: string | undefined, hex: string | undefined) => {
      if (name !== undefined) return named[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
    },
  );
}
