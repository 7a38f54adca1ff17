import { childline, emergency, type HelpLine } from '#rooms/ground/help/index.js';
import type { Say, Sentence } from '../said.js';
import { Filled } from './filled.view.js';

function Call({
  say,
  sentence,
  number,
}: {
  readonly say: Say;
  readonly sentence: Sentence;
  readonly number: HelpLine;
}) {
  return (
    <li>
      <Filled say={say} sentence={sentence} name="number">
        <a href={number.href} dir="ltr">
          {number.number}
        </a>
      </Filled>
    </li>
  );
}

/** Whom to turn to: the setting's own person, Childline, 999 (P8). */
export function HelpNumbers({ say, turnTo }: { readonly say: Say; readonly turnTo: string | null }) {
  return (
    <ul class="take__numbers" {...say.tongue}>
      {turnTo !== null && (
        <li>
          <Filled say={say} sentence="helpTurnTo" name="who">
            {turnTo}
          </Filled>
        </li>
      )}
      <Call say={say} sentence="helpChildline" number={childline} />
      <Call say={say} sentence="helpDanger" number={emergency} />
    </ul>
  );
}

export function Help({ say, turnTo }: { readonly say: Say; readonly turnTo: string | null }) {
  return (
    <section class="take__help" aria-labelledby="help">
      <h2 id="help" {...say.tongue}>
        {say('helpTitle')}
      </h2>
      <HelpNumbers say={say} turnTo={turnTo} />
    </section>
  );
}
