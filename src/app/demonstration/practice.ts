/**
 * Invented spotlights of the invented organisations, one for each way in which a spotlight can stand. The first has the shape
 * of the seed's (pages 26 to 28): a trust, a need after the pandemic, the work so far in headed areas. Nothing in them happened.
 */
import type { Write } from '#kit/db/gate.js';
import type { Who } from '#rooms/ground/people/index.js';
import {
  answerSubmission,
  emptyDraft,
  publishSubmission,
  recordSpotlight,
  recordSpotlightDraft,
  submitSpotlight,
  withdrawPractice,
  type SpotlightDraft,
} from '#rooms/practised/practice/index.js';
import { recordPractices } from '#rooms/promised/promises/index.js';
import { acting } from './acting.js';
import type { Acting, Demonstration } from './who.js';

const site = 'https://kept.invalid';
const charter = 'inclusion-charter';
const themes = (...keys: readonly string[]): readonly string[] => keys.map((key) => `${charter} ${key}`);

const common: SpotlightDraft = { ...emptyDraft, framework: charter, agreed: true, noChild: true };

const oneTeam: SpotlightDraft = {
  ...common,
  title: 'One team for attendance, behaviour and special needs',
  summary:
    'Three teams that each wrote to the same families became one, with one plan for a child and one adult who knows it.',
  about:
    'Lantern is an invented trust of two schools in London, a primary and a secondary, with some 1,400 pupils. Two in five of them have free school meals.',
  need:
    'After the long closures more pupils were away, more were sent out of lessons, and more waited for help with a ' +
    'special need.\n\nThey were often the same pupils. The attendance officer, the head of year and the special ' +
    'needs coordinator each had a list, a meeting and a letter. One family had nine letters in a term, from three ' +
    'people who did not know of each other.',
  needs: ['attendance', 'behaviour', 'mental-health', 'send'],
  ownNeeds: ['Families who hear from too many people at once'],
  done: [
    {
      heading: 'Leadership',
      text:
        'One director of inclusion took over the three teams.\n\n- One list for the whole trust, looked at every ' +
        'Monday.\n- One plan for each child on it, on one page.\n- One adult who knows the family and writes to ' +
        'it. Nobody else does.',
    },
    {
      heading: 'Mental health and wellbeing',
      text:
        '- Every adult who works with the list was trained to see what may lie behind behaviour.\n- Each school ' +
        'has a room and an hour each morning for those who arrive upset.\n- A counsellor comes on two days a week.',
    },
    {
      heading: 'Curriculum',
      text: 'A form group works on one skill each half term that no test measures: listening, asking for help, saying no. Pupils chose the skills.',
    },
  ],
  changed:
    'Fewer pupils are away for long: 61 missed one day in ten or more in the last summer term, 94 in the summer ' +
    'before. Letters home fell by two thirds.\n\nSending pupils out of lessons fell in the primary school and ' +
    'did not change in the secondary school. We do not know why yet.',
  evidence: 'measured',
  known: 'Counted from the schools’ own registers in two summer terms. Nobody from outside has looked at it.',
  cost: 'One new post, and two days of a counsellor each week. The three teams went on with the people they had.',
  amount: '74,000',
  time: 'A year until the one list worked',
  role: 'Director of inclusion',
  address: 'https://lantern-trust.example/inclusion',
  themes: themes('adaptable-and-reflective', 'beyond-achievement'),
  phase: 'all',
};

const calmStart: SpotlightDraft = {
  ...common,
  title: 'A calm start to the day',
  summary: 'The doors open twenty minutes early, and nobody is told off before nine.',
  about: 'Millpond is an invented primary school of one and a half forms in Camden.',
  need:
    'Many mornings began with an argument at the gate about lateness or uniform. It went on into the first lesson, ' +
    'and the same few children missed the register and the start of reading.',
  needs: ['attendance', 'belonging', 'families'],
  ownNeeds: [],
  done: [
    {
      heading: 'The door',
      text: 'Two adults stand at the door and greet every child by name. What has to be said about shoes or time is said later, and to the parent.',
    },
    {
      heading: 'The first twenty minutes',
      text: 'Classrooms are open with a drawing, a puzzle or a book on each table. There is toast in the hall for whoever wants it.',
    },
  ],
  changed:
    'In the autumn before, 31 children were late on a usual day; a year later 12 were. Teachers say that reading ' +
    'starts on time. Six families told us that mornings at home are easier.',
  evidence: 'measured',
  known: 'Lateness counted in the same four weeks of two autumns.',
  cost: 'The toast, and two adults for twenty minutes a day who come and go earlier than they did.',
  amount: '2,600',
  time: 'Twenty minutes a day for two adults',
  role: 'Deputy head',
  address: 'Millpond Primary School, Camden, NW5',
  themes: themes('equity-and-diversity', 'belonging'),
  phase: 'Primary',
  authority: 'Camden',
  urn: '999003',
};

const secondLook: SpotlightDraft = {
  ...common,
  title: 'No exclusion without a second look',
  summary:
    'Before a head teacher excludes for good, two others and the borough look at it with them, within three days.',
  about: 'Eastmere is an invented London borough with sixty-two schools.',
  need:
    'Permanent exclusions had doubled in four years. When we read the papers again, help that was promised had ' +
    'often not come, and in one of three cases nobody had asked about special needs.',
  needs: ['exclusion', 'send', 'equity'],
  ownNeeds: [],
  done: [
    {
      heading: 'A panel that comes quickly',
      text:
        'Two head teachers of other schools, an educational psychologist and somebody from the borough. They meet ' +
        'within three school days and ask five questions.',
    },
    {
      heading: 'Something to offer',
      text:
        '- A place for six weeks in another school, with a date on which to come back.\n- A worker for the family ' +
        'from the first day.\n- An assessment within a fortnight where none was made.',
    },
    {
      heading: 'Telling what came of it',
      text: 'Every term all heads see how often the panel met, what it offered and what happened afterwards, by ethnicity and special need, never by school.',
    },
  ],
  changed:
    'Of 40 cases in two years, 29 ended without a permanent exclusion. Of these, 22 pupils are still in a school ' +
    'a year later. The difference between groups became smaller and is still there.',
  evidence: 'evaluated',
  known:
    'An evaluation by an invented university read all 40 cases and spoke with parents and heads. It found that speed mattered most.',
  cost: 'Half a post at the borough, and about four hours of two head teachers for each case.',
  amount: '38,500',
  time: 'Four hours of two heads for each case',
  role: 'Head of inclusion',
  address: 'Eastmere Town Hall, telephone 020 7946 0000',
  themes: themes('equity-and-diversity', 'care-and-nurture'),
  phase: 'all',
  authority: 'E09999001',
};

const partnerships: SpotlightDraft = {
  ...common,
  title: 'Schools visit schools: three mornings that change a plan',
  summary: 'Three schools visit each other once each and say what they saw. No report, no marks, one thing to try.',
  about: 'An invented programme that brings schools of several boroughs together.',
  need: 'Schools told us that they hear of good ideas at conferences and never see one at work.',
  needs: ['staff'],
  ownNeeds: ['Learning from other schools'],
  done: [
    {
      heading: 'Groups of three',
      text:
        'One school from another borough, one of another phase. A morning in each, two adults and, where the ' +
        'school has a council, two adults who bring its questions.',
    },
    {
      heading: 'One page',
      text: 'What we saw, what we wondered about, what we will try. The host gets it on the same day.',
    },
  ],
  changed:
    'Nineteen of twenty-one schools say that they tried something that they had seen. We did not look at what it did for pupils.',
  evidence: 'said',
  known: 'Each school answered three questions a term later.',
  cost: 'Cover for two adults on three mornings.',
  time: 'Three mornings in a term',
  role: 'Programme lead',
  address: 'https://inclusion-programme.example/visits',
  themes: themes('adaptable-and-reflective'),
  phase: 'all',
};

const books: SpotlightDraft = {
  ...common,
  title: 'Pupils choose half of the library’s books',
  summary:
    'The school council spends half of the money for books, after asking every class whom they miss on the shelves.',
  about: 'Millpond is an invented primary school in Camden.',
  need: 'In a count, four of five main characters in our library looked like one child of five in our school.',
  needs: ['belonging', 'voice', 'equity'],
  ownNeeds: [],
  done: [
    {
      heading: 'Asking',
      text: 'Each class named people and places that it missed in the library. The council made a list of twelve.',
    },
    { heading: 'Choosing', text: 'A bookshop sent samples. The council read them for two weeks and bought 140 books.' },
  ],
  changed: 'Loans rose by a third. Children tell each other whose story a book is.',
  evidence: 'measured',
  known: 'Loans in the library’s own list, two spring terms.',
  cost: 'The money for books that there was.',
  amount: '900',
  role: 'Librarian',
  address: 'Millpond Primary School, Camden, NW5',
  themes: themes('active-citizens', 'identity'),
  phase: 'Primary',
  authority: 'Camden',
  urn: '999003',
};

export async function loadPractice({ database, clock, as }: Demonstration): Promise<void> {
  const { act: actOn, certain } = acting({ database, clock }, 'spotlights');
  /** Days are counted back from the demonstration's own. */
  const act = <T>(by: Acting, daysAgo: number, work: (write: Write, who: Who) => Promise<T>): Promise<T> =>
    actOn(by, -daysAgo, work);
  const { trust, school, borough, programme } = as;
  /** The submission of a spotlight that waits for the programme. */
  const waiting = (id: string): Promise<string> =>
    act(
      programme,
      0,
      async (write) =>
        (
          await write
            .selectFrom('record.submission')
            .select('id')
            .where('practice', '=', id)
            .where('state', '=', 'waiting')
            .executeTakeFirstOrThrow()
        ).id,
    );
  async function submitted(by: Acting, daysAgo: number, draft: SpotlightDraft): Promise<string> {
    const id = await act(by, daysAgo + 2, (write, who) => recordSpotlight(write, who, draft));
    certain(await act(by, daysAgo, (write, who) => submitSpotlight(write, who, id, site)));
    return id;
  }
  async function cleared(daysAgo: number, id: string): Promise<string> {
    const submission = await waiting(id);
    return certain(await act(programme, daysAgo, (write, who) => publishSubmission(write, who, submission, site))).slug;
  }

  const team = await submitted(trust, 212, oneTeam);
  const teamSlug = await cleared(205, team);
  const calm = await cleared(345, await submitted(school, 351, calmStart));
  await cleared(398, await submitted(borough, 410, secondLook));
  // A keeper's own needs nobody else.
  const own = await act(programme, 64, (write, who) => recordSpotlight(write, who, partnerships));
  certain(await act(programme, 62, (write, who) => submitSpotlight(write, who, own, site)));
  // Withdrawn, with the reason on its page.
  const breakfast = await submitted(borough, 300, {
    ...secondLook,
    title: 'Breakfast clubs in all our schools',
    summary: 'Free breakfast in every school of the borough.',
    need: 'Children came hungry.',
    needs: ['poverty'],
    done: [{ heading: 'Breakfast', text: 'Every school opened its hall at eight.' }],
    changed: 'Not known yet.',
    evidence: 'said',
    known: 'We did not count.',
    amount: '',
    time: '',
    themes: themes('equity-and-diversity'),
  });
  await cleared(290, breakfast);
  certain(
    await act(borough, 40, (write, who) =>
      withdrawPractice(
        write,
        who,
        breakfast,
        'The clubs ended when the money did. We do not want anybody to plan on our figures.',
        site,
      ),
    ),
  );
  // Waiting for the programme: a first one, and the next version of one that readers know.
  await submitted(school, 4, books);
  await act(trust, 6, (write, who) =>
    recordSpotlightDraft(write, who, team, {
      ...oneTeam,
      changed: oneTeam.changed.replace(
        'We do not know why yet.',
        'We asked the pupils: they said that the one adult was hard to find. She now has a room on their corridor.',
      ),
      done: [
        ...oneTeam.done,
        {
          heading: 'A room on the corridor',
          text: 'Since September the adult who knows the plan sits where the pupils are, with the door open.',
        },
      ],
      amount: '76,500',
    }),
  );
  certain(await act(trust, 3, (write, who) => submitSpotlight(write, who, team, site)));
  // Asked back, and a draft that is not finished.
  const homework = await submitted(trust, 30, {
    ...calmStart,
    title: 'Homework at school',
    summary: 'An hour after lessons with somebody who helps.',
    about: 'Lantern is an invented trust of two schools in London.',
    need: 'Homework was done by those who had a table at home.',
    needs: ['poverty'],
    done: [{ heading: 'An hour', text: 'Two teachers stay, on four days.' }],
    changed: 'More homework comes in.',
    evidence: 'said',
    known: 'Teachers say so.',
    amount: '',
    address: 'https://lantern-trust.example/inclusion',
    phase: 'Secondary',
    authority: 'Hackney',
    urn: '999004',
    themes: themes('beyond-achievement'),
  });
  const submission = await waiting(homework);
  certain(
    await act(programme, 25, (write, who) =>
      answerSubmission(
        write,
        who,
        submission,
        'How many pupils come, and do those come who need it? Please say what you counted, or that you did not count.',
        site,
      ),
    ),
  );
  await act(school, 9, (write, who) =>
    recordSpotlight(write, who, {
      ...emptyDraft,
      title: 'Playground friends',
      need: 'Some children were alone at every break.',
      authority: 'Camden',
      urn: '999003',
      phase: 'Primary',
      framework: charter,
    }),
  );

  // Two promises of others name what they learned it from.
  const promise = (slug: string) =>
    act(borough, 0, (write) =>
      write.selectFrom('published.promise').select('id').where('slug', '=', slug).executeTakeFirst(),
    );
  const quiet = await promise('millpond-primary-school-2');
  if (quiet) certain(await act(school, 7, (write, who) => recordPractices(write, who, quiet.id, [teamSlug, calm])));
  const theirs = await promise('eastmere-1');
  if (theirs) certain(await act(borough, 5, (write, who) => recordPractices(write, who, theirs.id, [teamSlug])));
}
