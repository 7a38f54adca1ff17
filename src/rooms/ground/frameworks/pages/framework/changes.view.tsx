import { audienceWords, kindWords } from './kinds.view.js';
import type { FrameworkChange } from '../../words.js';

/** What is different since the version before, a sentence each. */
export function Changes({
  changes,
  themeTitle,
}: {
  readonly changes: readonly FrameworkChange[];
  readonly themeTitle: (key: string) => string;
}) {
  return (
    <ul>
      {changes.map((change) => (
        <li>{sentence(change, themeTitle)}</li>
      ))}
    </ul>
  );
}

function sentence(change: FrameworkChange, themeTitle: (key: string) => string): string {
  switch (change.code) {
    case 'renamed':
      return `The framework was called “${change.from}” and is now called “${change.to}”.`;
    case 'summary':
      return `The summary changed. Before: “${change.from}”. Now: “${change.to}”.`;
    case 'theme added':
      return `New ${kindWords[change.kind].one}: “${change.title}”.`;
    case 'theme removed':
      return `Removed ${kindWords[change.kind].one}: “${change.title}”.`;
    case 'theme renamed':
      return `“${change.from}” is now called “${change.to}”.`;
    case 'theme meaning':
      return `What “${change.title}” means was reworded. Before: “${change.from}”. Now: “${change.to}”.`;
    case 'theme examples':
      return `The examples under “${change.title}” changed.`;
    case 'ask added':
      return `New ask of ${audienceWords[change.audience].inside}: “${change.text}”.`;
    case 'ask removed':
      return `No longer asked of ${audienceWords[change.audience].inside}: “${change.text}”.`;
    case 'ask reworded':
      return `An ask of ${audienceWords[change.audience].inside} was reworded. Before: “${change.from}”. Now: “${change.to}”.`;
    case 'ask elsewhere':
      return `“${change.text}” is now asked under ${change.theme === null ? 'every theme' : `“${themeTitle(change.theme)}”`}.`;
    case 'wording added':
      return `The themes have further names: “${change.name}”.`;
    case 'wording removed':
      return `The other names “${change.name}” were taken away.`;
    case 'wording changed':
      return `The other names “${change.name}” changed.`;
    case 'order':
      return 'Themes or asks stand in another order.';
    case 'sources':
      return 'What is said about where the framework comes from changed.';
  }
}
