/** Beginning an instrument, or replacing its draft: from the template, or from a form. */
import { type Audience, audiences } from './words.js';

export interface BeginTyped {
  readonly from: 'template' | 'form' | 'nothing' | '';
  readonly audiences: readonly Audience[];
}

export const nothingTyped: BeginTyped = { from: '', audiences: [] };

export function beginTyped(fields: { get(name: string): string; all(name: string): readonly string[] }): BeginTyped {
  const from = fields.get('from');
  const asked = fields.all('audiences');
  return {
    from: from === 'template' || from === 'form' || from === 'nothing' ? from : '',
    audiences: audiences.filter((audience) => asked.includes(audience)),
  };
}
