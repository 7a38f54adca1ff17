/**
 * An invented survey of the demonstration's programme, open to everybody who tries: a class session at the invented primary school and a link for
 * secondary students, each with a code that is easy to keep in mind. A next wave is in preparation. Nobody answered anything of it.
 */
import { belongingAndSafety } from '#rooms/heard/instruments/index.js';
import {
  answerSetting,
  askAgain,
  askSetting,
  beginSurvey,
  type DataSheet,
  openSurvey,
  openWay,
  plannedTables,
  recordDesign,
  recordSheet,
  sealedVersions,
  signSheet,
} from '#rooms/heard/surveys/index.js';
import { acting } from './acting.js';
import type { Demonstration } from './who.js';

const site = 'https://kept.invalid';

/** Codes with which everybody may take part where the demonstration runs: of a class of the primary school, and of the link for secondary students. */
export const demonstrationCodes = { primary: 'BLNG2CMB', secondary: 'BLNG2SCN' } as const;

const audiences = ['student primary', 'student secondary', 'educator', 'parent or carer'] as const;

const sheet: DataSheet = {
  purpose:
    'What children and adults say decides what schools of the programme work on next year. Each school gets its ' +
    'own tables and answers them with its school council.',
  why: {
    en: 'We want to know what helps people to belong and to be safe at school.',
    cy: 'Rydyn ni am wybod beth sy’n helpu pobl i berthyn ac i fod yn ddiogel yn yr ysgol.',
    ar: 'نريد أن نعرف ما الذي يساعد الناس على الانتماء والأمان في المدرسة.',
  },
  basis: 'public task',
  whoSees:
    'Nobody sees the answers of one person. The programme sees tables, each school the tables of its own. A ' +
    'named reviewer reads what was written freely. What points to somebody at risk goes to the safeguarding ' +
    'leads of the school.',
  retention: 24,
  tables: plannedTables(
    belongingAndSafety,
    audiences,
    ['belonging', 'belonging-helps', 'belonging-stops', 'safe', 'safety-helps'],
    ['year-primary', 'year-secondary'],
    [],
  ),
  consent: 'opt-out',
  contact: 'Survey team of the programme, survey@inclusion.example',
  openLink: true,
};

export async function loadSurveys({ database, clock, as: { programme, school } }: Demonstration): Promise<void> {
  const { day, act, certain } = acting({ database, clock }, 'surveys');
  const key = database.key('intake codes');
  const [version] = await act(programme, -30, (write, who) => sealedVersions(write, who.organisation));
  if (!version) throw new Error('the demonstration has no sealed instrument to ask with');
  const days = { opensOn: day(-10), closesOn: day(60) };
  const draft = {
    name: 'Belonging and safety at school, autumn',
    instrument: version.instrument,
    version: version.version,
    audiences,
    languages: version.content.languages,
  };
  const slug = certain(await act(programme, -30, (write, who) => beginSurvey(write, who, { ...draft, ...days })));
  certain(await act(programme, -29, (write, who) => recordSheet(write, who, slug, sheet, [programme.account])));
  certain(await act(programme, -28, (write, who) => askSetting(write, who, slug, school.organisation, site)));
  const { id } = await act(programme, -28, (write, who) =>
    write
      .selectFrom('record.survey')
      .select('id')
      .where('organisation', '=', who.organisation)
      .where('slug', '=', slug)
      .executeTakeFirstOrThrow(),
  );
  const turnTo = 'Ms Khan, the safeguarding lead, in room 4';
  const roll = [
    { audience: 'student primary', eligible: 214, optedOut: 6 },
    { audience: 'educator', eligible: 19, optedOut: null },
  ] as const;
  certain(
    await act(school, -20, (write, who) =>
      answerSetting(write, who, id, school.organisation, { answer: 'takes part', turnTo, roll }),
    ),
  );
  certain(await act(programme, -15, (write, who) => signSheet(write, who, slug, 'Ada Mensah', 'lead')));
  certain(await act(programme, -10, (write, who) => openSurvey(write, who, slug)));
  const session = {
    kind: 'class session',
    setting: school.organisation,
    audience: 'student primary',
    label: 'Year 5, Hazel',
    places: 1000,
    minutes: null,
  } as const;
  certain(await act(school, -9, (write, who) => openWay(write, who, key, id, session, demonstrationCodes.primary)));
  const link = {
    kind: 'open link',
    setting: null,
    audience: 'student secondary',
    label: 'The programme’s website',
    places: null,
    minutes: null,
  } as const;
  certain(await act(programme, -9, (write, who) => openWay(write, who, key, slug, link, demonstrationCodes.secondary)));
  const next = certain(await act(programme, -2, (write, who) => askAgain(write, who, slug)));
  certain(
    await act(programme, -2, (write, who) =>
      recordDesign(write, who, next, {
        ...draft,
        name: 'Belonging and safety at school, spring',
        opensOn: null,
        closesOn: null,
      }),
    ),
  );
}
