import { type Audience, inLanguage } from '#rooms/heard/instruments/index.js';
import { Button } from '#ui/button/button.js';
import { takingPartPaths } from '../../paths.js';
import { sayIn } from '../../said.js';
import type { Asked, WayInPlace } from '../../words.js';
import { Filled } from '../filled.view.js';
import { Help } from '../help.view.js';
import { Languages } from '../languages.view.js';

export interface StartViewProps {
  readonly code: string;
  readonly asked: Asked;
  readonly audience: Audience;
  readonly place: WayInPlace;
  readonly language: string;
  /** The last day, ISO. */
  readonly closesOn: string;
}

/** Young people read the child's notice, everybody else the adult's (P3). */
export function noticeFor({ notices, languages }: Asked, audience: Audience, language: string): readonly string[] {
  const [first = 'en'] = languages;
  const notice = inLanguage(audience.startsWith('student') ? notices.child : notices.adult, language, first);
  return notice
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

/** What somebody reads before the first question. */
export function StartView({ code, asked, audience, place, language, closesOn }: StartViewProps) {
  const say = sayIn(language);
  const [first = 'en'] = asked.languages;
  return (
    <>
      <Languages
        say={say}
        languages={asked.languages}
        language={language}
        path={(tag) => takingPartPaths.one(code, tag)}
      />
      <h1>{inLanguage(asked.title, language, first)}</h1>
      <p class="lead" {...say.tongue}>
        <Filled say={say} sentence="asks" name="organisation">
          {asked.organisation}
        </Filled>
        {place.setting !== null && place.setting !== asked.organisation && (
          <>
            <br />
            <Filled say={say} sentence="at" name="setting">
              {place.setting}
            </Filled>
          </>
        )}
      </p>
      <section aria-labelledby="notice">
        <h2 id="notice" {...say.tongue}>
          {say('noticeTitle')}
        </h2>
        {/* In a language that Kept does not speak, the notice is English too (surveys/notices.ts). */}
        {noticeFor(asked, audience, language).map((paragraph) => (
          <p {...say.tongue}>{paragraph}</p>
        ))}
      </section>
      <section aria-labelledby="stop" {...say.tongue}>
        <h2 id="stop">{say('stopTitle')}</h2>
        <p>{say('stop')}</p>
      </section>
      <form
        method="post"
        action={takingPartPaths.begin(code)}
        class="take__start"
        data-pages={takingPartPaths.bundle(code, language)}
      >
        <input type="hidden" name="language" value={language} />
        <Button start attributes={say.tongue}>
          {say('start')}
        </Button>
      </form>
      <Help say={say} turnTo={place.turnTo} />
      <p class="soft" {...say.tongue}>
        {say('closesOn', { day: say.day(closesOn) })} {say('contact')} <bdi>{asked.contact}</bdi>
      </p>
    </>
  );
}
