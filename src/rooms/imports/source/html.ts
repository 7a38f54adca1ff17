import type { Source } from './source.js';
export function htmlSource(_text: string): Source {
  return { kind: 'html', lines: [], pieces: [], decoration: new Set(), pages: null };
}
