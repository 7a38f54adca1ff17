/** Conversations of the programme and what was said in them, in our own words. All invented. */
import {
  type ConversationDraft,
  readQuote,
  recordConversation,
  recordQuote,
  recordTextQuote,
  textsToQuote,
} from '#rooms/heard/focus-groups/index.js';
import { openAccount } from '#rooms/ground/people/index.js';
import { asOwner } from '../owner.js';
import { acting } from './acting.js';
import type { Demonstration } from './who.js';

const common = { setting: null, survey: null, notes: '' } as const;

export async function loadFocusGroups(demonstration: Demonstration): Promise<void> {
  const { database, as } = demonstration;
  const { act, at, day, certain } = acting(demonstration, 'focus groups');
  const { organisation } = as.programme;
  // A quote needs two readers, and the programme has one persona.
  const account = await asOwner(database, (write) =>
    openAccount(
      write,
      { email: 'second-reader@demonstration.invalid', name: 'Tunde Bello', persona: null, organisation, role: 'lead' },
      at(-30),
    ),
  );
  const second = { organisation, account };
  const conversations: readonly {
    readonly draft: ConversationDraft;
    readonly quotes: readonly {
      readonly words: string;
      readonly themes: readonly string[];
      readonly recognisable?: boolean;
    }[];
  }[] = [
    {
      draft: {
        ...common,
        kind: 'focus group',
        who: 'students',
        phase: 'primary',
        day: day(-20),
        present: 8,
        eligible: 240,
        facilitator: 'youth worker',
        setting: 'A library in the borough',
        notes: 'They drew the places where they feel at home. The hall came up most often, and not because of lunch.',
      },
      quotes: [
        {
          words: 'If a grown-up knows my name on Monday, the whole week is better.',
          themes: ['inclusion-charter belonging', 'being known'],
          recognisable: false,
        },
        { words: 'When we do the assembly in two languages my mum comes.', themes: ['families'], recognisable: true },
      ],
    },
    {
      draft: {
        ...common,
        kind: 'focus group',
        who: 'students',
        phase: 'secondary',
        day: day(-18),
        present: 9,
        eligible: 1100,
        facilitator: 'youth worker',
      },
      quotes: [
        {
          words: 'They ask what is on my jacket before they ask how I am.',
          themes: ['fair rules'],
          recognisable: false,
        },
        { words: 'You can be wrong in her lessons and nobody laughs.', themes: ['feeling safe'] },
      ],
    },
    {
      draft: {
        ...common,
        kind: 'focus group',
        who: 'students',
        phase: 'alternative provision',
        day: day(-15),
        present: 5,
        eligible: 7,
        facilitator: 'programme officer',
      },
      quotes: [{ words: 'Here they wait until you are ready.', themes: ['time'], recognisable: false }],
    },
    {
      draft: {
        ...common,
        kind: 'interview',
        who: 'school leaders',
        phase: 'primary',
        day: day(-12),
        present: 1,
        eligible: 60,
        facilitator: 'researcher',
      },
      quotes: [
        {
          words: 'We stopped sending letters about uniform, and the mornings are calmer.',
          themes: ['fair rules'],
          recognisable: false,
        },
      ],
    },
  ];
  for (const { draft, quotes } of conversations) {
    const id = await act(as.programme, -10, (write, who) => recordConversation(write, who, draft));
    for (const { words, themes, recognisable } of quotes) {
      const quote = certain(await act(as.programme, -9, (write, who) => recordQuote(write, who, id, words, themes)));
      if (recognisable !== undefined)
        certain(await act(second, -8, (write, who) => readQuote(write, who, quote, recognisable)));
    }
  }
  const [text] = await act(as.programme, -1, (write) => textsToQuote(write, organisation));
  if (text) certain(await act(second, -1, (write, who) => recordTextQuote(write, who, text.survey, text.id)));
}
