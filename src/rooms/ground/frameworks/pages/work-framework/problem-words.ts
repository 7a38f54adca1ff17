import type { FrameworkDraft, FrameworkProblem } from '../../words.js';

/** What keeps a draft from being published, and the way out, in words. */
export function problemWords(problem: FrameworkProblem, draft: FrameworkDraft): string {
  const theme = (key: string): string => draft.themes.find((one) => one.key === key)?.title ?? key;
  switch (problem.code) {
    case 'no name':
      return 'It has no name. Give it one.';
    case 'no theme':
      return 'Nobody can promise anything under it yet. Add a principle, or a kind of ask.';
    case 'no ask':
      return 'Nothing is asked of anybody. Add an ask.';
    case 'theme without title':
      return `The theme “${problem.key}” has no title. Give it one.`;
    case 'theme twice':
      return `The theme “${theme(problem.key)}” is there twice. Remove one.`;
    case 'key used before':
      return `“${problem.key}” was published once and taken away. What took its place needs a key of its own: remove it and add it again.`;
    case 'ask without text':
      return 'An ask has no words. Write them, or remove it.';
    case 'ask twice':
      return `The ask “${problem.key}” is there twice. Remove one.`;
    case 'theme not there':
      return `“${problem.key}” names the theme “${problem.theme}”, which is not there any more. Change or remove it.`;
    case 'wording incomplete':
      return (
        `The other names “${draft.wordings.find(({ key }) => key === problem.key)?.name ?? problem.key}” leave ` +
        `out ${problem.themes.map((one) => `“${theme(one)}”`).join(', ')}. Add them there.`
      );
  }
}
