import type { Sentence } from '../said.js';
import { sayIn } from '../said.js';

export const spokenByScripts = [
  'chosen',
  'read',
  'quiet',
  'unsentOne',
  'unsentMany',
] as const satisfies readonly Sentence[];

/** What a script needs to say, and what it shows of answers that wait on this device; without a script nothing of it is seen. */
export function Tools({ language }: { readonly language: string }) {
  const say = sayIn(language);
  // Not filled in: the script does.
  const table = sayIn(language).table;
  const words = Object.fromEntries(
    spokenByScripts.map((name) => [
      `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      table[name],
    ]),
  );
  return (
    <div id="tools" {...words} {...say.tongue}>
      <section id="unsent" class="take__unsent" aria-label={say('unsentLabel')} aria-live="polite" hidden>
        <p />
        <p data-refused hidden>
          {say('refusedSome')}
        </p>
        <div class="govuk-button-group">
          <button id="send-now" type="button" class="govuk-button govuk-button--secondary">
            {say('sendNow')}
          </button>
          <button id="save-file" type="button" class="govuk-button govuk-button--secondary">
            {say('saveFile')}
          </button>
          <button id="throw-away" type="button" class="govuk-button govuk-button--secondary" data-refused hidden>
            {say('throwAway')}
          </button>
        </div>
      </section>
    </div>
  );
}
