const part = encodeURIComponent;

/** Addresses of frameworks, for readers and at work. */
export const frameworkPaths = {
  all: () => '/frameworks',
  one: (framework: string) => `/frameworks/${part(framework)}`,
  version: (framework: string, version: number) => `/frameworks/${part(framework)}/v${version}`,
  json: (framework: string) => `/frameworks/${part(framework)}/framework.json`,
} as const;
