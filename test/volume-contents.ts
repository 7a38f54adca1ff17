/** What a published pack and minutes hold, as short as they can be; $board, $slug and $date stand for those of each meeting. */
import type { MinutesContent } from '#rooms/decided/minutes/index.js';
import type { PackContent } from '#rooms/decided/packs/index.js';

const board = { slug: '$board', name: 'Volume Board', organisation: 'Volume Council' };
const meeting = { slug: '$slug', date: '$date', start: null, place: null };

const pack: PackContent = {
  format: 'kept-pack/1',
  board,
  meeting: { ...meeting, mode: null, contact: null },
  notices: [],
  cycle: null,
  groups: [],
  items: ['Housing', 'Transport', 'Schools'].map((title, at) => ({
    number: String(at + 1),
    title,
    purpose: 'decision',
    delivery: 'none',
    text: [],
    papers: [],
  })),
  leftovers: [],
  nextMeeting: null,
};

const minutes: MinutesContent = {
  format: 'kept-minutes/1',
  board,
  meeting,
  state: 'agreed',
  minutes: {
    kind: 'minutes',
    title: 'Minutes',
    date: '$date',
    items: ['Housing', 'Transport', 'Schools'].map((title, at) => ({
      number: String(at + 1),
      title,
      entries: [],
      decisions: [],
      actions: [],
    })),
    attendance: [],
    substitutions: [],
    declarations: [],
    leftovers: [],
  },
};

const literal = (value: unknown) => `'${JSON.stringify(value).replaceAll("'", "''")}'`;

export const seedOfContents = { pack: literal(pack), minutes: literal(minutes) } as const;
