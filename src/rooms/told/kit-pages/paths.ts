/** Addresses of the pages for whoever builds on Kept. */
export const kitPagePaths = {
  problems: () => '/problems',
  kit: (component?: string, example?: string) =>
    ['/kit', component, example].filter((part) => part !== undefined).join('/'),
} as const;
