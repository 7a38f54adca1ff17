import { directionOf } from '#rooms/heard/instruments/index.js';
import type { Say } from '../said.js';

/** The name of a language in itself: "Cymraeg". */
export function ownName(tag: string): string {
  try {
    const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    return tag;
  }
}

/** The same page in the other languages. Nothing where there is only one. */
export function Languages({
  say,
  languages,
  language,
  path,
}: {
  readonly say: Say;
  readonly languages: readonly string[];
  readonly language: string;
  readonly path: (language: string) => string;
}) {
  if (languages.length < 2) return null;
  return (
    <nav class="take__languages" aria-label={say('chooseLanguage')} lang={say.tongue.lang}>
      <ul>
        {languages.map((tag) => (
          <li>
            <a
              href={path(tag)}
              lang={tag}
              hrefLang={tag}
              dir={directionOf(tag)}
              aria-current={tag === language ? 'true' : undefined}
            >
              {ownName(tag)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
