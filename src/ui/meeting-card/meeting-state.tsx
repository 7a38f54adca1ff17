import { Tag } from '../tag/tag.js';

const tones: Readonly<Record<string, 'green' | 'blue' | 'grey' | 'red' | 'yellow'>> = {
  'minutes published': 'green',
  'agenda published': 'blue',
  planned: 'grey',
  cancelled: 'red',
  postponed: 'yellow',
};

/** How far the papers of a meeting have got. That a date stands in the calendar says neither that a meeting is planned still nor that it was held. */
export function meetingStateWords(state: string): string {
  return state === 'planned' ? 'No papers here' : `${state.charAt(0).toUpperCase()}${state.slice(1)}`;
}

/** In words that carry the colour and not the other way round. */
export function MeetingState({ state }: { readonly state: string }) {
  return <Tag tone={tones[state] ?? 'grey'}>{meetingStateWords(state)}</Tag>;
}
