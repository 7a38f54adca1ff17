import { Button } from '#ui/button/button.js';
import { takingPartPaths } from '../../paths.js';
import { sayIn } from '../../said.js';
import { Help } from '../help.view.js';

/**
 * Answers that were begun in this browser and not sent would be lost by another start: in another tab, or before Back was pressed. No way leads
 * from here to them, because whoever reads this may be the next one at this device.
 */
export function BegunView({ code, language }: { readonly code: string; readonly language: string }) {
  const say = sayIn(language);
  return (
    <>
      <h1>{say('begunTitle')}</h1>
      <p class="lead">{say('begun')}</p>
      <p>{say('begunAnew')}</p>
      <form method="post" action={takingPartPaths.begin(code)}>
        <input type="hidden" name="language" value={language} />
        <Button name="anew" value="yes">
          {say('begunGo')}
        </Button>
      </form>
    </>
  );
}

/** The browser takes no cookie: what that means, and every way on. */
export function NoCookieView({
  code,
  language,
  turnTo,
}: {
  readonly code: string;
  readonly language: string;
  readonly turnTo: string | null;
}) {
  const say = sayIn(language);
  return (
    <>
      <h1>{say('noCookieTitle')}</h1>
      <p class="lead">{say('noCookie')}</p>
      <p>{say('noCookieHow')}</p>
      <ul>
        <li>{say('noCookieAllow')}</li>
        <li>{say('noCookieScript')}</li>
        <li>{say('noCookieOther')}</li>
        <li>{say('noCookiePaper')}</li>
      </ul>
      <p>
        <a class="take__way" href={takingPartPaths.one(code, language)}>
          {say('tryAgain')}
        </a>
      </p>
      <Help say={say} turnTo={turnTo} />
    </>
  );
}
