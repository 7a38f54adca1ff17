/**
 * The addresses inside a pack. HTML page and PDF walk the same content and take every id from here, so that a link to
 * a paragraph and the page number beside it always mean the same place (reference rules 17 and 19).
 */
import { withoutEnds } from '#base/ends.js';
import type { Block } from '#base/prose.js';
import type { MinutesPaper, PackContent, PackItem, Paper } from './words.js';

export interface BlockAnchor {
  /** The one canonical id: "item-3-p-2.1" for a numbered paragraph, "item-3-b12" for the twelfth block without a number. */
  readonly id: string;
  /** "p-2.1" on the first paragraph of the papers that carries this number: the short form people type. */
  readonly alias: string | null;
}

/** Parallel to PackContent: the anchor of `content.items[i].papers[j].body[k]` is `items[i].papers[j].body[k]`. */
export interface PackAnchors {
  readonly cover: string;
  readonly notices: SectionAnchors | null;
  /** Null where the pack names no members: the section is then not printed. */
  readonly membership: string | null;
  readonly agenda: string;
  readonly items: readonly ItemAnchors[];
  readonly leftovers: SectionAnchors | null;
}

export interface SectionAnchors {
  readonly id: string;
  readonly blocks: readonly BlockAnchor[];
}

export interface ItemAnchors {
  /** The item's own section where it has papers; its row in the agenda where it has none. */
  readonly id: string;
  /** Of the text below its title in the agenda: "item-3-text-b1". */
  readonly text: readonly BlockAnchor[];
  readonly papers: readonly PaperAnchors[];
}

export type PaperAnchors = ReportAnchors | AnnexAnchors | MinutesAnchors;

export interface ReportAnchors {
  readonly kind: 'report';
  readonly id: string;
  readonly summary: readonly BlockAnchor[];
  readonly recommendations: readonly string[];
  readonly body: readonly BlockAnchor[];
}

export interface AnnexAnchors {
  readonly kind: 'annex';
  readonly id: string;
  readonly body: readonly BlockAnchor[];
}

export interface MinutesAnchors {
  readonly kind: 'minutes';
  readonly id: string;
  readonly items: readonly MinutesItemAnchors[];
  readonly attendance: string | null;
  readonly declarations: string | null;
  readonly leftovers: readonly BlockAnchor[];
}

export interface MinutesItemAnchors {
  readonly id: string;
  readonly entries: readonly string[];
  readonly decisions: readonly string[];
  readonly actions: readonly string[];
}

/** Gives every part of a pack its anchor: unique, the same each time, and valid as an HTML id whatever the source's numbers look like. */
export function packAnchors(content: PackContent): PackAnchors {
  const taken = new Set<string>();
  const aliases = new Set<string>();

  function claim(wish: string): string {
    let id = wish;
    for (let copy = 2; taken.has(id); copy++) id = `${wish}-${copy}`;
    taken.add(id);
    return id;
  }

  /** One counter and one prefix for each section; `short` says whether its paragraphs may take the short alias. */
  function section(prefix: string, short: boolean): (blocks: readonly Block[]) => readonly BlockAnchor[] {
    let unnumbered = 0;
    return (blocks) =>
      blocks.map((block) => {
        if (block.kind !== 'paragraph' || block.number === null)
          return { id: claim(`${prefix}-b${++unnumbered}`), alias: null };
        const number = asId(block.number);
        const alias = `p-${number}`;
        const first = short && !aliases.has(alias);
        if (first) aliases.add(alias);
        return { id: claim(`${prefix}-p-${number}`), alias: first ? alias : null };
      });
  }

  const cover = claim('cover');
  const notices =
    content.notices.length === 0 ? null : { id: claim('notices'), blocks: section('notices', false)(content.notices) };
  const membership = content.groups.length === 0 ? null : claim('membership');
  const agenda = claim('agenda');
  // All item ids first, so that item "3" keeps "item-3" even where an earlier item has odd numbers below it.
  const ids = content.items.map((item) => claim(`item-${asId(item.number)}`));
  const papers = content.items.map((item, at) =>
    paperAnchorsOf(item, ids[at] ?? '', claim, section(ids[at] ?? '', true)),
  );
  const leftovers =
    content.leftovers.length === 0
      ? null
      : { id: claim('leftovers'), blocks: section('leftovers', true)(content.leftovers) };
  // Last, so that no paragraph of a paper gives its id up to a line of the agenda.
  const items = content.items.map((item, at): ItemAnchors => ({
    id: ids[at] ?? '',
    text: section(`${ids[at] ?? ''}-text`, false)(item.text),
    papers: papers[at] ?? [],
  }));
  return { cover, notices, membership, agenda, items, leftovers };
}

type Claim = (wish: string) => string;
type Naming = (blocks: readonly Block[]) => readonly BlockAnchor[];

function paperAnchorsOf(item: PackItem, id: string, claim: Claim, named: Naming): readonly PaperAnchors[] {
  return item.papers.map((paper) => paperAnchors(paper, id, claim, named));
}

function paperAnchors(paper: Paper, item: string, claim: Claim, named: Naming): PaperAnchors {
  switch (paper.kind) {
    case 'report': {
      const id = claim(`${item}-report`);
      return {
        kind: 'report',
        id,
        summary: named(paper.summary),
        recommendations: paper.recommendations.map((_, at) => claim(`${item}-recommendation-${at + 1}`)),
        body: named(paper.body),
      };
    }
    case 'annex':
      return {
        kind: 'annex',
        id: claim(paper.number === null ? `${item}-annex` : `${item}-annex-${asId(paper.number)}`),
        body: named(paper.body),
      };
    case 'minutes':
      return minutesAnchors(paper, item, claim, named);
  }
}

function minutesAnchors(paper: MinutesPaper, item: string, claim: Claim, named: Naming): MinutesAnchors {
  const id = claim(`${item}-minutes`);
  const items = paper.items.map((minute, at) => {
    const own = claim(`${item}-minute-${minute.number === null ? `n${at + 1}` : asId(minute.number)}`);
    return {
      id: own,
      entries: minute.entries.map((_, index) => claim(`${own}-e${index + 1}`)),
      decisions: minute.decisions.map((_, index) => claim(`${own}-decision-${index + 1}`)),
      actions: minute.actions.map((_, index) => claim(`${own}-action-${index + 1}`)),
    };
  });
  return {
    kind: 'minutes',
    id,
    items,
    attendance: paper.attendance.length === 0 ? null : claim(`${item}-attendance`),
    declarations: paper.declarations.length === 0 ? null : claim(`${item}-declarations`),
    leftovers: named(paper.leftovers),
  };
}

/** A printed number as part of an id: "2.1" stays, "77/21" becomes "77-21", "(a)" becomes "a", "§" becomes "x". */
function asId(number: string): string {
  const plain = withoutEnds(
    number
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9.]+/g, '-'),
    /[-.]/,
  );
  return plain === '' ? 'x' : plain;
}

/** Every id and alias in the order in which the pack is printed. */
export function anchorOrder(anchors: PackAnchors): readonly string[] {
  const blocks = (list: readonly BlockAnchor[]) =>
    list.flatMap(({ id, alias }) => (alias === null ? [id] : [id, alias]));
  const section = (found: SectionAnchors | null) => (found === null ? [] : [found.id, ...blocks(found.blocks)]);
  const paper = (found: PaperAnchors): readonly string[] => {
    switch (found.kind) {
      case 'report':
        return [found.id, ...blocks(found.summary), ...found.recommendations, ...blocks(found.body)];
      case 'annex':
        return [found.id, ...blocks(found.body)];
      case 'minutes':
        return [
          found.id,
          ...found.items.flatMap((item) => [item.id, ...item.entries, ...item.decisions, ...item.actions]),
          ...blocks(found.leftovers),
          ...(found.attendance === null ? [] : [found.attendance]),
          ...(found.declarations === null ? [] : [found.declarations]),
        ];
    }
  };
  return [
    anchors.cover,
    ...section(anchors.notices),
    ...(anchors.membership === null ? [] : [anchors.membership]),
    anchors.agenda,
    ...anchors.items.flatMap((item) => blocks(item.text)),
    ...anchors.items.flatMap((item) => [item.id, ...item.papers.flatMap(paper)]),
    ...section(anchors.leftovers),
  ];
}

/** Canonical id of an id or alias, or null where the pack has no such place: for links inside the text. */
export function anchorTarget(anchors: PackAnchors): (wanted: string) => string | null {
  const order = anchorOrder(anchors);
  // An alias stands in `order` directly behind the id it belongs to.
  const target = new Map<string, string>();
  for (const [at, id] of order.entries()) if (!target.has(id)) target.set(id, isAlias(id) ? (order[at - 1] ?? id) : id);
  return (wanted) => target.get(wanted) ?? null;
}

function isAlias(id: string): boolean {
  return id.startsWith('p-');
}
