/** Views as text, and text as trees: for comparing HTML by what it means. */
import { parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { h, type ComponentChildren, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { doctype } from '#ui/page/page.js';

export function html(view: VNode): string {
  return renderToString(view);
}

export function document(view: VNode): string {
  return doctype + renderToString(view);
}

/** HTML as children for a component, without a way around escaping in the components themselves. */
export function children(markup: string): ComponentChildren {
  return parseFragment(markup).childNodes.map(asChild);
}

function asChild(node: Tree.ChildNode): ComponentChildren {
  if ('value' in node) return node.value;
  if (!('tagName' in node)) return null;
  return h(
    node.tagName,
    Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
    node.childNodes.map(asChild),
  );
}

/** One line per element or text, in order, attributes sorted: two trees that mean the same give the same lines. */
export function outline(markup: string): string[] {
  return parseFragment(markup).childNodes.flatMap((node) => outlineOf(node, ''));
}

function outlineOf(node: Tree.ChildNode, indent: string): string[] {
  if ('value' in node) {
    const text = node.value.replace(/\s+/g, ' ').trim();
    return text === '' ? [] : [`${indent}"${text}"`];
  }
  if (!('tagName' in node)) return [];
  const attributes = node.attrs
    .map(
      ({ name, value }) =>
        `${name}="${name === 'class' ? value.split(/\s+/).filter(Boolean).sort().join(' ') : value}"`,
    )
    .sort();
  // Our arrows are our own drawings: of a picture only its class counts.
  if (node.tagName === 'svg')
    return [
      `${indent}<svg ${attributes.filter((attribute) => /^(class|aria-hidden|focusable)=/.test(attribute)).join(' ')}>`,
    ];
  return [
    `${indent}<${[node.tagName, ...attributes].join(' ')}>`,
    ...node.childNodes.flatMap((child) => outlineOf(child, `${indent}  `)),
  ];
}

/** Every id of a document, as often as it stands there. */
export function idsOf(markup: string): string[] {
  return [...walk(parse(markup))].flatMap((element) =>
    element.attrs.filter(({ name }) => name === 'id').map(({ value }) => value),
  );
}

export function* walk(node: Tree.Node): Generator<Tree.Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* walk(child);
}
