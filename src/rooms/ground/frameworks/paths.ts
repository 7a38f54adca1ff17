const part = encodeURIComponent;
const draft = (framework: string) => `/work/frameworks/${part(framework)}`;

/** Addresses of frameworks, for readers and at work. */
export const frameworkPaths = {
  all: () => '/frameworks',
  one: (framework: string) => `/frameworks/${part(framework)}`,
  version: (framework: string, version: number) => `/frameworks/${part(framework)}/v${version}`,
  json: (framework: string) => `/frameworks/${part(framework)}/framework.json`,
  // The register is a later room, which uses this one: its address stands here.
  register: (framework: string) => `/frameworks/${part(framework)}/register`,
  own: () => '/work/frameworks',
  draft: (framework: string, done: DraftDone | null = null) =>
    `${draft(framework)}${done === null ? '' : `?done=${done}`}`,
  about: (framework: string) => `${draft(framework)}/about`,
  preview: (framework: string) => `${draft(framework)}/preview`,
  publish: (framework: string) => `${draft(framework)}/publish`,
  newTheme: (framework: string) => `${draft(framework)}/themes/new`,
  theme: (framework: string, theme: string) => `${draft(framework)}/themes/${part(theme)}`,
  moveTheme: (framework: string, theme: string) => `${draft(framework)}/themes/${part(theme)}/move`,
  removeTheme: (framework: string, theme: string) => `${draft(framework)}/themes/${part(theme)}/remove`,
  newAsk: (framework: string) => `${draft(framework)}/asks/new`,
  ask: (framework: string, ask: string) => `${draft(framework)}/asks/${part(ask)}`,
  moveAsk: (framework: string, ask: string) => `${draft(framework)}/asks/${part(ask)}/move`,
  removeAsk: (framework: string, ask: string) => `${draft(framework)}/asks/${part(ask)}/remove`,
  newWording: (framework: string) => `${draft(framework)}/wordings/new`,
  wording: (framework: string, wording: string) => `${draft(framework)}/wordings/${part(wording)}`,
  removeWording: (framework: string, wording: string) => `${draft(framework)}/wordings/${part(wording)}/remove`,
} as const;

/** What the page of a draft says was done. */
export type DraftDone = 'begun' | 'saved' | 'removed' | 'published';
