/** While nothing can be read or kept: whoever takes part is told to wait, and sends the same once more with one press. */
import type { AwayAsked } from '#kit/room.js';
import type { View } from '#kit/page.js';
import { Button } from '#ui/button/button.js';
import { sayIn } from '../../said.js';
import { Help } from '../help.view.js';
import { inTongue } from '../entry.js';

export function awayView({ languages, again, href }: AwayAsked): View {
  const language = sayIn.firstOf(languages);
  const say = sayIn(language);
  const main = (
    <>
      <h1>{say('awayTitle')}</h1>
      <p class="lead">{say('away')}</p>
      {again === null ? (
        <p>
          <a class="take__way" href={href}>
            {say('tryAgain')}
          </a>
        </p>
      ) : (
        <form method="post" action={again.action}>
          {again.pairs.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Button>{say('tryAgain')}</Button>
        </form>
      )}
      <Help say={say} turnTo={null} />
    </>
  );
  return inTongue(language, { title: say('awayTitle'), main });
}
