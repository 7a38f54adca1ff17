/** What is different between two versions of a framework: said to those who signed the earlier one, before and after it is published. */
import type { FrameworkChange, FrameworkDraft } from './words.js';

type Version = Pick<FrameworkDraft, 'summary' | 'themes' | 'asks' | 'wordings' | 'sources'> & { readonly name: string };

export function frameworkChanges(before: Version, after: Version): readonly FrameworkChange[] {
  return [
    ...(before.name === after.name ? [] : [{ code: 'renamed' as const, from: before.name, to: after.name }]),
    ...(before.summary === after.summary
      ? []
      : [{ code: 'summary' as const, from: before.summary, to: after.summary }]),
    ...themeChanges(before.themes, after.themes),
    ...askChanges(before.asks, after.asks),
    ...wordingChanges(before.wordings, after.wordings),
    ...(isReordered(before.themes, after.themes) || isReordered(before.asks, after.asks)
      ? [{ code: 'order' as const }]
      : []),
    ...(isSame(before.sources, after.sources) ? [] : [{ code: 'sources' as const }]),
  ];
}

interface Keyed {
  readonly key: string;
}

function pairs<T extends Keyed>(before: readonly T[], after: readonly T[]) {
  const old = new Map(before.map((one) => [one.key, one]));
  const now = new Map(after.map((one) => [one.key, one]));
  return {
    added: after.filter(({ key }) => !old.has(key)),
    removed: before.filter(({ key }) => !now.has(key)),
    both: after.flatMap((one) => {
      const earlier = old.get(one.key);
      return earlier ? [[earlier, one] as const] : [];
    }),
  };
}

function themeChanges(before: Version['themes'], after: Version['themes']): readonly FrameworkChange[] {
  const { added, removed, both } = pairs(before, after);
  return [
    ...added.map(({ key, kind, title }) => ({ code: 'theme added' as const, key, kind, title })),
    ...removed.map(({ key, kind, title }) => ({ code: 'theme removed' as const, key, kind, title })),
    ...both.flatMap(([old, now]): readonly FrameworkChange[] => [
      ...(old.title === now.title
        ? []
        : [{ code: 'theme renamed' as const, key: now.key, from: old.title, to: now.title }]),
      ...(old.meaning === now.meaning
        ? []
        : [{ code: 'theme meaning' as const, key: now.key, title: now.title, from: old.meaning, to: now.meaning }]),
      ...(isSame(old.examples, now.examples)
        ? []
        : [{ code: 'theme examples' as const, key: now.key, title: now.title }]),
    ]),
  ];
}

function askChanges(before: Version['asks'], after: Version['asks']): readonly FrameworkChange[] {
  const { added, removed, both } = pairs(before, after);
  return [
    ...added.map(({ key, audience, text }) => ({ code: 'ask added' as const, key, audience, text })),
    ...removed.map(({ key, audience, text }) => ({ code: 'ask removed' as const, key, audience, text })),
    ...both.flatMap(([old, now]): readonly FrameworkChange[] => [
      ...(old.text === now.text
        ? []
        : [{ code: 'ask reworded' as const, key: now.key, audience: now.audience, from: old.text, to: now.text }]),
      ...(old.theme === now.theme
        ? []
        : [{ code: 'ask elsewhere' as const, key: now.key, text: now.text, theme: now.theme }]),
    ]),
  ];
}

function wordingChanges(before: Version['wordings'], after: Version['wordings']): readonly FrameworkChange[] {
  const { added, removed, both } = pairs(before, after);
  return [
    ...added.map(({ key, name }) => ({ code: 'wording added' as const, key, name })),
    ...removed.map(({ key, name }) => ({ code: 'wording removed' as const, key, name })),
    ...both.flatMap(([old, now]) =>
      old.name === now.name &&
      isSame(
        old.themes.map(({ theme, title }) => [theme, title]),
        now.themes.map(({ theme, title }) => [theme, title]),
      )
        ? []
        : [{ code: 'wording changed' as const, key: now.key, name: now.name }],
    ),
  ];
}

/** Whether what is in both stands in another order. */
function isReordered(before: readonly Keyed[], after: readonly Keyed[]): boolean {
  const keys = (list: readonly Keyed[], other: readonly Keyed[]) =>
    list.map(({ key }) => key).filter((key) => other.some((one) => one.key === key));
  return !isSame(keys(before, after), keys(after, before));
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
