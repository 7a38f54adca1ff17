import { Tag } from '../tag/tag.js';

const tones: Readonly<Record<string, 'green' | 'blue' | 'grey' | 'red' | 'yellow'>> = { 'minutes published': 'green', 'agenda published': 'blue', planned: 'grey', cancelled: 'red', postponed: 'yellow' };

/** How far a meeting has got, in words that carry the colour and not the other way round. */
export function MeetingState({ state }: { readonly state: string }) {
  return <Tag tone={tones[state] ?? 'grey'}>{state.charAt(0).toUpperCase() + state.slice(1)}</Tag>;
}
