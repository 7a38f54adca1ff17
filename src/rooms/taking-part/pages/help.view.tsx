import type { Say, Sentence } from '../said.js';

/** Free of charge in the United Kingdom, by day and by night. */
const childline = { said: '0800 1111', href: 'tel:08001111' } as const;
const danger = { said: '999', href: 'tel:999' } as const;

function Call({ say, sentence, number }: { readonly say: Say; readonly sentence: Sentence; readonly number: typeof childline | typeof danger }) {
  const [before = '', after = ''] = say(sentence).split('{number}');
  return (
    <li>
      {before}
      <a href={number.href}>
        <bdi dir="ltr">{number.said}</bdi>
      </a>
      {after}
    </li>
  );
}

/** Whom to turn to: the setting's own person, Childline, 999 (P8). */
export function HelpNumbers({ say, turnTo }: { readonly say: Say; readonly turnTo: string | null }) {
  return (
    <ul class="take__numbers">
      {turnTo !== null && (
        <li>
          <bdi>{say('helpTurnTo', { who: turnTo })}</bdi>
        </li>
      )}
      <Call say={say} sentence="helpChildline" number={childline} />
      <Call say={say} sentence="helpDanger" number={danger} />
    </ul>
  );
}

export function Help({ say, turnTo }: { readonly say: Say; readonly turnTo: string | null }) {
  return (
    <section class="take__help" aria-labelledby="help">
      <h2 id="help">{say('helpTitle')}</h2>
      <HelpNumbers say={say} turnTo={turnTo} />
    </section>
  );
}
