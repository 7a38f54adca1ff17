/** What is typed into the forms of a network and of an event, and what it means. */
import type { FieldProblem } from '#base/form.js';
import { networkProblems } from '../../rules.js';
import { draftProblemWords } from '../../view-words.js';
import { type NetworkDraft, type NetworkKind, networkKinds } from '../../words.js';

export interface Fields {
  readonly get: (name: string) => string;
  readonly all: (name: string) => readonly string[];
}

export type Read<Draft> =
  | { readonly ok: true; readonly draft: Draft }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

export function clean(text: string): string {
  return text.replaceAll('\0', ' ').replace(/\r\n?/g, '\n').toWellFormed();
}

export function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

export interface TypedNetwork {
  readonly kind: string;
  readonly name: string;
  readonly purpose: string;
  readonly themes: readonly string[];
  readonly authority: string;
  readonly terms: string;
  readonly chair: string;
  readonly board: string;
}

export const emptyNetwork: TypedNetwork = {
  kind: 'learning partnership',
  name: '',
  purpose: '',
  themes: [],
  authority: '',
  terms: '',
  chair: '',
  board: '',
};

export function typedNetwork(fields: Fields): TypedNetwork {
  const get = (name: string) => clean(fields.get(name));
  return {
    kind: get('kind'),
    name: get('name'),
    purpose: get('purpose'),
    themes: fields.all('themes').map(clean),
    authority: get('authority'),
    terms: get('terms'),
    chair: get('chair'),
    board: get('board'),
  };
}

export function typedFrom(draft: NetworkDraft): TypedNetwork {
  return {
    ...draft,
    authority: draft.authority ?? '',
    terms: draft.terms ?? '',
    chair: draft.chair ?? '',
    board: draft.board ?? '',
  };
}

export interface NetworkChoices {
  readonly themes: ReadonlySet<string>;
  readonly authorities: ReadonlySet<string>;
  readonly boards: ReadonlySet<string>;
}

/** The draft, or what keeps it from being one; a learning partnership has no terms, no chair and no board. */
export function readNetwork(
  typed: TypedNetwork,
  choices: NetworkChoices,
  kindKept: NetworkKind | null,
): Read<NetworkDraft> {
  const kind = kindKept ?? networkKinds.find((one) => one === typed.kind);
  const isGroup = kind === 'steering group';
  const draft: NetworkDraft = {
    kind: kind ?? 'learning partnership',
    name: typed.name.trim().replace(/\s+/g, ' '),
    purpose: typed.purpose.trim(),
    themes: [...new Set(typed.themes)].filter((one) => choices.themes.has(one)),
    authority: orNull(typed.authority),
    terms: isGroup ? orNull(typed.terms) : null,
    chair: isGroup ? orNull(typed.chair) : null,
    board: isGroup ? orNull(typed.board) : null,
  };
  const problems: FieldProblem[] = [
    ...(kind === undefined ? [{ field: 'kind', message: 'Choose what kind of network it is' }] : []),
    ...networkProblems(draft).map((problem) => ({ field: problem.part, message: draftProblemWords(problem) })),
    ...(draft.authority !== null && !choices.authorities.has(draft.authority)
      ? [{ field: 'authority', message: 'Choose an area of the list' }]
      : []),
    ...(draft.board !== null && !choices.boards.has(draft.board)
      ? [{ field: 'board', message: 'Choose a board of the list' }]
      : []),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, draft };
}
