/** How much of it there is in a country, how tests fill it, and where its lists are (test/room-volumes.ts). */
import { like, id, holder, type RoomVolumes } from '#test/room-volumes.js';
import { surveyPaths } from '../paths.js';

declare module '#test/room-volumes.js' {
  interface Volumes {
    readonly surveys: number;
    /** Of one survey. */
    readonly settings: number;
    readonly sessions: number;
    readonly answers: number;
  }
}

const big = `pg_temp.id('big survey')`;
const boundSurvey = id(`'bound survey 1'`);
const openSurvey = `(select s.* from record.survey s where s.stage = 'open' and s.organisation =
  ${holder('programme')} order by s.opens_on desc, s.id limit 1) m`;

export const volumes: RoomVolumes = {
  country: (of) => ({ surveys: of(200), settings: of(400), sessions: of(2_000), answers: of(1_000_000) }),
  fillWork: (size) => [
    `create temporary table model as select * from record.survey where stage = 'open' order by opens_on desc, id limit 1`,
    `insert into record.survey select (jsonb_populate_record(null::record.survey, to_jsonb(m) ||
      jsonb_build_object('id', case when n = 1 then ${big}
      else pg_temp.id('survey ' || n) end, 'slug', 'volume-' || n, 'name', 'Volume survey ' || n, 'changed_at', now()
      - n * interval '1 hour'))).* from model m cross join generate_series(1, ${size.surveys}) n`,
    `insert into intake.survey select (jsonb_populate_record(null::intake.survey, to_jsonb(i) ||
      jsonb_build_object('survey', v.id))).* from model m join intake.survey i on i.survey = m.id cross
      join record.survey v where v.slug like 'volume-%'`,
    `insert into record.survey_setting (organisation, survey, setting, turn_to, invited_on, answer, answered_on)
      select m.organisation, ${big}, pg_temp.id('setting ' || n), 'The office', current_date, 'takes part',
      current_date from model m cross join generate_series(1, ${size.settings}) n`,
    `insert into record.survey_roll (organisation, survey, setting, audience, eligible, opted_out, changed_on)
      select m.organisation, ${big}, pg_temp.id('setting ' || n), m.audiences[1], 900, 3, current_date from model m
      cross join generate_series(1, ${size.settings}) n`,
    `insert into record.way_in (organisation, survey, id, setting, audience, kind, label, places, code, opened_on)
      select m.organisation, ${big}, pg_temp.id('session ' || n), pg_temp.id('setting ' || (1 + n %
      ${size.settings})), m.audiences[1], 'class session', 'Class ' || n, 600, null, current_date - n % 30
      from model m cross join generate_series(1, ${size.sessions}) n`,
    `insert into intake.way_in (survey, way_in, setting, audience, kind, code_hash, places, taken, place)
      select survey, id, setting, audience, kind, sha256(('code ' || id)::bytea), 600,
      ${Math.round(size.answers / size.sessions)}, '{"setting": "", "turnTo": ""}' from record.way_in
      where survey = ${big}`,
    `insert into intake.spent (hash, way_in, submission)
      select sha256(('answer ' || n)::bytea), pg_temp.id('session ' || (1 + n % ${size.sessions})), sha256(('sent ' ||
      n)::bytea) from generate_series(1, ${size.answers}) n`,
  ],
  measuredAtWork: [
    { name: 'surveys, at work', path: surveyPaths.all() },
    { name: 'a survey of 2,000 sessions', path: surveyPaths.one('volume-1') },
    { name: 'its settings', path: surveyPaths.settings('volume-1') },
    { name: 'its batches of cards', path: surveyPaths.cards('volume-1') },
    {
      name: 'a session of it',
      path: `${surveyPaths.one('volume-1')}/ways-in/$way`,
      facts: `select id::text as way from record.way_in where label = 'Class 7' and survey = (select id from record.survey where slug = 'volume-1')`,
    },
  ],
  atWork: {
    pages: [
      {
        path: '/work/surveys',
        as: 'programme',
        inOrder: {
          row: /^\/work\/surveys\/(?!new)[^/?#]+$/,
          rows: `select '/work/surveys/' || slug from record.survey where organisation = ${holder('programme')}
      order by changed_at desc, id desc`,
        },
      },
      { path: '/work/surveys/bound-1', as: 'programme' },
      { path: '/work/surveys/bound-1/settings', as: 'programme' },
      { path: '/work/surveys/bound-1/cards', as: 'programme' },
    ],
    more: (numbers) => [
      `insert into record.survey
      select
        ${like(
          'record.survey',
          'm',
          `'id', ${id(`'bound survey ' || n`)}, 'slug', 'bound-' || n, 'name', 'Bound survey ' || n,
          'changed_at', now() - n * interval '1 hour'`,
        )}
      from ${openSurvey} cross join ${numbers}`,
      `insert into record.survey_setting (organisation, survey, setting, turn_to, invited_on, answer, answered_on)
      select m.organisation, ${boundSurvey}, ${id(`'bound setting ' || n`)}, 'The office', current_date, 'takes part',
      current_date from ${openSurvey} cross join ${numbers}`,
      `insert into record.survey_roll (organisation, survey, setting, audience, eligible, opted_out, changed_on)
      select m.organisation, ${boundSurvey}, ${id(`'bound setting ' || n`)}, m.audiences[1], 900, 3, current_date
      from ${openSurvey} cross join ${numbers}`,
      `insert into record.way_in (organisation, survey, id, setting, audience, kind, label, places, opened_on)
     select m.organisation, ${boundSurvey}, ${id(`'bound ' || kind || n`)}, ${id(`'bound setting ' || n`)}, m.audiences[1],
       kind, 'Class ' || n, 30, current_date from ${openSurvey} cross join unnest(array['class session', 'cards']) kind
       cross join ${numbers}`,
    ],
  },
};
