import type { Content } from '#ui/parts.js';
import type { Say, Sentence } from '../said.js';

/** A sentence with a name or a number in it that keeps a direction of its own. */
export function Filled({
  say,
  sentence,
  name,
  children,
}: {
  readonly say: Say;
  readonly sentence: Sentence;
  readonly name: string;
  readonly children: Content;
}) {
  const [before = '', after = ''] = say(sentence).split(`{${name}}`);
  return (
    <>
      {before}
      <bdi>{children}</bdi>
      {after}
    </>
  );
}
