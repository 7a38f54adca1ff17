/**
 * Invented networks of the invented organisations: a learning partnership, a steering group such as the seed asks authorities
 * for ("Creating a Child Rights Schools Steering Group"), one that has ended; events to come, past, moved and cancelled; and how the
 * invented schools stand in the award. Nothing in them happened.
 */
import {
  answerMember,
  answerNetwork,
  type EventDraft,
  inviteMember,
  type NetworkDraft,
  recordEvent,
  recordEventChange,
  recordMemberRole,
  recordNetwork,
  submitJoining,
  withdrawEvent,
  withdrawNetwork,
} from '#rooms/practised/networks/index.js';
import { recordAward } from '#rooms/practised/award/index.js';
import { acting } from './acting.js';
import { organisationSeeds, type Acting, type Demonstration } from './who.js';

const site = 'https://kept.invalid';
const themes = (...keys: readonly string[]): readonly string[] => keys.map((key) => `inclusion-charter ${key}`);

const belonging: NetworkDraft = {
  kind: 'learning partnership',
  name: 'Belonging before behaviour (invented)',
  purpose:
    'Schools, trusts and boroughs that want fewer children sent out of lessons, and more who say that school is ' +
    'theirs.\n\nWe meet twice a term. Each time one member shows what it tried, what changed and what did not, ' +
    'and the others ask. Whoever joins brings one thing of its own in the first year.',
  themes: themes('adaptable-and-reflective', 'equity-and-diversity', 'belonging'),
  authority: null,
  terms: null,
  chair: null,
  board: null,
};

const steering: NetworkDraft = {
  kind: 'steering group',
  name: 'Eastmere Child Rights Schools Steering Group (invented)',
  purpose:
    'Sees to it that what the borough has promised its schools and young people happens, and that every school ' +
    'that wants to take up the award gets help with it.',
  themes: themes('active-citizens'),
  authority: 'E09999001',
  terms:
    'The group advises the cabinet of Eastmere on children’s rights in schools. It decides how the borough’s ' +
    'help with the award is shared out.\n\nIt meets once a term. Its notes go to every school of the borough. ' +
    'Two of its members are groups of young people; nothing is decided in a meeting to which they could not come.',
  chair: 'Director of education, Eastmere',
  board: null,
};

export async function loadNetworks({ database, clock, as }: Demonstration): Promise<void> {
  const { day, act, certain } = acting({ database, clock }, 'networks');
  const { programme, borough, school, trust, group } = as;
  const invited = async (host: Acting, days: number, network: string, whom: keyof typeof organisationSeeds) =>
    certain(
      await act(host, days, (write, who) => inviteMember(write, who, network, organisationSeeds[whom].slug, site)),
    );
  const joined = async (by: Acting, days: number, network: string) =>
    certain(await act(by, days, (write, who) => answerNetwork(write, who, network, 'join', site)));
  const announced = async (by: Acting, days: number, network: string, draft: EventDraft) =>
    certain(await act(by, days, (write, who) => recordEvent(write, who, network, draft)));

  const partnership = await act(programme, -200, (write, who) => recordNetwork(write, who, belonging));
  for (const [key, by] of [
    ['school', school],
    ['trust', trust],
  ] as const) {
    await invited(programme, -198, partnership, key);
    await joined(by, -190, partnership);
  }
  // The borough asks and waits.
  certain(await act(borough, -3, (write, who) => submitJoining(write, who, partnership, site)));
  const common = {
    audience: 'Staff of member schools, trusts and boroughs; others who think of joining',
    access:
      'Step-free, with a hearing loop and a quiet room. Captions online. Tell the host a week before what else you need.',
    linkFor: 'members',
  } as const;
  await announced(programme, -100, partnership, {
    ...common,
    title: 'What a quiet room changed',
    about: 'Millpond shows its quiet room: who comes, what the adults do there, what it did not change.',
    day: day(-60),
    starts: '15:45',
    ends: '17:15',
    place: 'Millpond Primary School',
    isOnline: false,
    link: null,
  });
  const coming: EventDraft = {
    ...common,
    title: 'One adult who knows you',
    about:
      'Lantern tells how three teams became one, and what families say of it. Then we look at one plan together, without names.',
    day: day(33),
    starts: '15:45',
    ends: '17:15',
    place: 'Fern Street Academy',
    isOnline: true,
    link: 'https://meet.example/belonging',
  };
  const first = await announced(programme, -20, partnership, coming);
  certain(
    await act(programme, -6, (write, who) =>
      recordEventChange(write, who, partnership, first, { ...coming, day: day(40) }),
    ),
  );
  const off = await announced(programme, -40, partnership, {
    ...common,
    title: 'Visit to Oak Rise',
    about: 'A morning in lessons.',
    day: day(12),
    starts: '09:00',
    ends: '12:00',
    place: 'Oak Rise All-through School',
    isOnline: false,
    link: null,
  });
  certain(
    await act(programme, -2, (write, who) =>
      withdrawEvent(
        write,
        who,
        partnership,
        off,
        'The school has an inspection in that week. We look for another morning after Easter.',
      ),
    ),
  );

  const board = await act(borough, -150, (write, who) => recordNetwork(write, who, steering));
  for (const [key, by] of [
    ['programme', programme],
    ['group', group],
  ] as const) {
    if (key === 'group') {
      certain(await act(by, -140, (write, who) => submitJoining(write, who, board, site)));
      certain(
        await act(borough, -139, (write, who) => answerMember(write, who, board, by.organisation, 'admit', '', site)),
      );
    } else {
      await invited(borough, -148, board, key);
      await joined(by, -140, board);
    }
  }
  certain(
    await act(borough, -138, (write, who) =>
      recordMemberRole(write, who, board, group.organisation, 'Young people’s voice'),
    ),
  );
  await invited(borough, -4, board, 'school');
  await announced(borough, -10, board, {
    title: 'Spring meeting',
    about: 'How many schools take part in the award, who needs help with it, and what the school councils ask of us.',
    day: day(54),
    starts: '16:00',
    ends: '17:30',
    place: 'Eastmere Town Hall, room 4',
    isOnline: true,
    link: 'https://meet.example/eastmere-open',
    linkFor: 'everybody',
    audience: 'Open to everybody in the borough',
    access: 'Step-free by the side door. A British Sign Language interpreter is there. The papers come in plain words.',
  });

  const ended = await act(trust, -500, (write, who) =>
    recordNetwork(write, who, {
      ...belonging,
      name: 'Reading aloud together (invented)',
      purpose: 'Schools that read aloud to every class, every day.',
      themes: themes('beyond-achievement'),
    }),
  );
  certain(
    await act(trust, -90, (write, who) =>
      withdrawNetwork(
        write,
        who,
        ended,
        'Every school of the trust does it now, and the others that came have their own groups.',
      ),
    ),
  );

  // Silver that holds, gold that ran out, a first step, and a school of which only the registration is known.
  const source = 'Invented for the demonstration';
  certain(
    await act(programme, -30, (write, who) =>
      recordAward(write, who, [
        { urn: 999003, stage: 'silver', since: day(-400), source },
        { urn: 999006, stage: 'gold', since: day(-1300), source },
        { urn: 999010, stage: 'bronze', since: day(-120), source },
        { urn: 999004, stage: 'registered', since: day(-45), source },
      ]),
    ),
  );
}
