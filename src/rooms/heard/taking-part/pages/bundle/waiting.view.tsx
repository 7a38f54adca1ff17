import { Button } from '#ui/button/button.js';
import type { Say, Sentence } from '../../said.js';
import { Help } from '../help.view.js';

export interface WaitingViewProps {
  readonly say: Say;
  readonly title: Sentence;
  readonly what: Sentence;
  readonly turnTo: string | null;
  readonly next: { readonly href: string; readonly says: Sentence } | null;
}

/** The end without a connection: the answers lie sealed on the device, or were not taken. */
export function WaitingView({ say, title, what, turnTo, next }: WaitingViewProps) {
  return (
    <>
      <h1>{say(title)}</h1>
      <p class="lead">{say(what)}</p>
      {next !== null && <Button href={next.href}>{say(next.says)}</Button>}
      <Help say={say} turnTo={turnTo} />
    </>
  );
}
