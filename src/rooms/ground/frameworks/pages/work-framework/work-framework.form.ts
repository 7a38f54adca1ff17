/** Forms of a framework's draft: fields to one edit, or messages beside the fields. */
import { type FieldProblem, lengthProblems } from '#base/form.js';
import {
  audiences,
  type Audience,
  type FrameworkDraft,
  type FrameworkEdit,
  type FrameworkKind,
  type ThemeKind,
} from '../../words.js';

export interface Formed {
  /** Null where something is wrong. */
  readonly edit: FrameworkEdit | null;
  readonly problems: readonly FieldProblem[];
}

type Get = (name: string) => string;

function line(get: Get, name: string): string {
  return get(name).replace(/\s+/g, ' ').trim();
}

/** A text of several lines: each line that says something. */
function lines(get: Get, name: string): readonly string[] {
  return get(name)
    .split(/\r\n|\r|\n/)
    .map((one) => one.replace(/\s+/g, ' ').trim())
    .filter((one) => one !== '');
}

function formed(problems: readonly FieldProblem[], edit: FrameworkEdit): Formed {
  return { edit: problems.length === 0 ? edit : null, problems };
}

export function aboutForm(get: Get): Formed {
  const [name, summary, sources] = [line(get, 'name'), line(get, 'summary'), lines(get, 'sources')];
  return formed(
    [
      ...(name === '' ? [{ field: 'name', message: 'Enter a name' }] : lengthProblems('name', name, 120, 'The name')),
      ...lengthProblems('summary', summary, 600, 'The summary'),
      ...lengthProblems('sources', sources.join('\n'), 3000, 'The sources'),
    ],
    { code: 'about', name, summary, sources },
  );
}

/** Which kinds of theme a framework has: a charter three, a list of asks one. */
export function kindsOf(kind: FrameworkKind): readonly ThemeKind[] {
  return kind === 'charter' ? ['principle', 'value', 'impact'] : ['kind of ask'];
}

export function themeForm(get: Get, kind: FrameworkKind, key: string | null): Formed {
  const [title, meaning, examples] = [line(get, 'title'), line(get, 'meaning'), lines(get, 'examples')];
  const kinds = kindsOf(kind);
  const chosen = kinds.find((one) => one === get('kind')) ?? (kinds.length === 1 ? kinds[0] : undefined);
  return formed(
    [
      ...(title === ''
        ? [{ field: 'title', message: 'Enter a title' }]
        : lengthProblems('title', title, 120, 'The title')),
      ...(chosen ? [] : [{ field: 'kind', message: 'Choose what kind of theme it is' }]),
      ...lengthProblems('meaning', meaning, 1000, 'The meaning'),
      ...lengthProblems('examples', examples.join('\n'), 3000, 'The examples'),
    ],
    { code: 'theme', key, theme: { kind: chosen ?? 'principle', title, meaning, examples } },
  );
}

/** The value of the field that stands for every theme. */
export const everyTheme = 'every';

export function askForm(get: Get, themes: FrameworkDraft['themes'], key: string | null): Formed {
  const text = line(get, 'text');
  const audience = audiences.find((one) => one === get('audience'));
  const theme = get('theme');
  const isThere = theme === everyTheme || themes.some((one) => one.key === theme);
  return formed(
    [
      ...(text === ''
        ? [{ field: 'text', message: 'Enter what is asked' }]
        : lengthProblems('text', text, 400, 'What is asked')),
      ...(audience ? [] : [{ field: 'audience', message: 'Choose of whom it is asked' }]),
      ...(isThere ? [] : [{ field: 'theme', message: 'Choose a theme, or every theme' }]),
    ],
    {
      code: 'ask',
      key,
      ask: { theme: theme === everyTheme ? null : theme, audience: audience ?? ('school' satisfies Audience), text },
    },
  );
}

/** Name of the field for the title that a wording gives a theme. */
export function titleField(theme: string): string {
  return `title-${theme}`;
}

export function placeField(theme: string): string {
  return `place-${theme}`;
}

/** A wording: a title for each promised theme, and the place at which it stands there. */
export function wordingForm(get: Get, themes: FrameworkDraft['themes'], key: string | null): Formed {
  const name = line(get, 'name');
  const named = themes.map((theme, index) => ({
    theme: theme.key,
    own: theme.title,
    title: line(get, titleField(theme.key)),
    place: get(placeField(theme.key)).trim(),
    index,
  }));
  const placeOf = (one: (typeof named)[number]): number => (one.place === '' ? one.index + 1 : Number(one.place));
  return formed(
    [
      ...(name === ''
        ? [{ field: 'name', message: 'Enter whose names these are' }]
        : lengthProblems('name', name, 120, 'The name')),
      ...named.flatMap((one) =>
        one.title === ''
          ? [{ field: titleField(one.theme), message: `Enter the other name of “${one.own}”` }]
          : lengthProblems(titleField(one.theme), one.title, 120, 'The other name'),
      ),
      ...named.flatMap((one) =>
        /^\d{0,2}$/.test(one.place)
          ? []
          : [{ field: placeField(one.theme), message: `Enter the place of “${one.own}” as a whole number` }],
      ),
    ],
    {
      code: 'wording',
      key,
      wording: {
        name,
        themes: named
          .toSorted((a, b) => placeOf(a) - placeOf(b) || a.index - b.index)
          .map(({ theme, title }) => ({ theme, title })),
      },
    },
  );
}
