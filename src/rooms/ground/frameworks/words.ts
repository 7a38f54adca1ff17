/**
 * Words of a framework: themes, and what is asked of whom under them (reference listening 6.1; mission 2 and 5). A charter's
 * principles, values and impacts and the care leavers' kinds of ask have one shape.
 */

/** What a theme is: a principle, a value or an impact of a charter, or a kind of ask. */
export const themeKinds = ['principle', 'value', 'impact', 'kind of ask'] as const;
export type ThemeKind = (typeof themeKinds)[number];

/** Of whom something is asked (seed: "That means for local authorities / schools / young people"). */
export const audiences = ['authority', 'school', 'young people', 'programme', 'partner'] as const;
export type Audience = (typeof audiences)[number];

export const frameworkKinds = ['charter', 'asks'] as const;
export type FrameworkKind = (typeof frameworkKinds)[number];

export interface Theme {
  /** Never changes and is never used again: promises, practices and offers name it. */
  readonly key: string;
  readonly kind: ThemeKind;
  readonly title: string;
  readonly meaning: string;
  /** What it can look like, a line each. */
  readonly examples: readonly string[];
}

export interface Ask {
  readonly key: string;
  /** Null for what is asked under every theme. */
  readonly theme: string | null;
  readonly audience: Audience;
  readonly text: string;
}

/** The same themes under other names and in another order (the seed names its four principles in two ways and prints them in three orders). */
export interface Wording {
  readonly key: string;
  /** Whose wording it is: "Young people's action group". */
  readonly name: string;
  readonly themes: readonly { readonly theme: string; readonly title: string }[];
}

/** The content of a publication of kind "framework". */
export interface FrameworkContent {
  readonly format: 'kept-framework/1';
  readonly framework: { readonly slug: string; readonly name: string; readonly kind: FrameworkKind };
  /** Who keeps it. */
  readonly organisation: { readonly slug: string; readonly name: string };
  readonly summary: string;
  readonly themes: readonly Theme[];
  readonly asks: readonly Ask[];
  readonly wordings: readonly Wording[];
  /** Where it comes from, a line each. */
  readonly sources: readonly string[];
}

/** What its keepers work on until they publish it. */
export type FrameworkDraft = Pick<FrameworkContent, 'summary' | 'themes' | 'asks' | 'wordings' | 'sources'> & {
  readonly name: string;
};

export type FrameworkProblem =
  | { readonly code: 'no name' | 'no theme' | 'no ask' }
  | {
      readonly code: 'theme without title' | 'theme twice' | 'ask without text' | 'ask twice' | 'key used before';
      readonly key: string;
    }
  | { readonly code: 'theme not there'; readonly key: string; readonly theme: string }
  | { readonly code: 'wording incomplete'; readonly key: string; readonly themes: readonly string[] };

/** What its keeper does to a draft, one thing at a time. A `key` of null makes a new one. */
export type FrameworkEdit =
  | { readonly code: 'about'; readonly name: string; readonly summary: string; readonly sources: readonly string[] }
  | { readonly code: 'theme'; readonly key: string | null; readonly theme: Omit<Theme, 'key'> }
  | { readonly code: 'ask'; readonly key: string | null; readonly ask: Omit<Ask, 'key'> }
  | { readonly code: 'wording'; readonly key: string | null; readonly wording: Omit<Wording, 'key'> }
  | { readonly code: 'move theme' | 'move ask'; readonly key: string; readonly way: 'up' | 'down' }
  | { readonly code: 'remove theme' | 'remove ask' | 'remove wording'; readonly key: string };

/** What is different between two versions, for those who signed the earlier one. */
export type FrameworkChange =
  | { readonly code: 'renamed' | 'summary'; readonly from: string; readonly to: string }
  | {
      readonly code: 'theme added' | 'theme removed';
      readonly key: string;
      readonly kind: ThemeKind;
      readonly title: string;
    }
  | { readonly code: 'theme renamed'; readonly key: string; readonly from: string; readonly to: string }
  | {
      readonly code: 'theme meaning';
      readonly key: string;
      readonly title: string;
      readonly from: string;
      readonly to: string;
    }
  | { readonly code: 'theme examples'; readonly key: string; readonly title: string }
  | {
      readonly code: 'ask added' | 'ask removed';
      readonly key: string;
      readonly audience: Audience;
      readonly text: string;
    }
  | {
      readonly code: 'ask reworded';
      readonly key: string;
      readonly audience: Audience;
      readonly from: string;
      readonly to: string;
    }
  | { readonly code: 'ask elsewhere'; readonly key: string; readonly text: string; readonly theme: string | null }
  | {
      readonly code: 'wording added' | 'wording removed' | 'wording changed';
      readonly key: string;
      readonly name: string;
    }
  | { readonly code: 'order' | 'sources' };
