/** How much of it there is in a country, how tests fill it, and where its lists are (test/room-volumes.ts). */
import { text, reader, id, holder, type RoomVolumes } from '#test/room-volumes.js';

declare module '#test/room-volumes.js' {
  interface Volumes {
    readonly textsWaiting: number;
    readonly textsDecided: number;
  }
}

const big = `pg_temp.id('big survey')`;
const openSurvey = `(select s.* from record.survey s where s.stage = 'open' and s.organisation =
  ${holder('programme')} order by s.opens_on desc, s.id limit 1) m`;

export const volumes: RoomVolumes = {
  country: (of) => ({ textsWaiting: of(5_000), textsDecided: of(45_000) }),
  fillWork: (size) => [
    `insert into record.survey_reviewer (organisation, survey, account)
      select distinct m.organisation, v.id, h.account from model m
      join record.account_role h on h.organisation = m.organisation
      join record.survey v on v.organisation = m.organisation and v.slug like 'volume-%'`,
    `insert into record.free_text (organisation, survey, id, setting, audience, item, language, body, day, is_first, state, reviewer, decided_on)
     select m.organisation, ${big}, pg_temp.id('text ' || n), pg_temp.id('setting ' || (1 + n % ${size.settings})),
       m.audiences[1], 'item-' || n % 5, 'en', ${text(20, 'n')}, current_date - n % 20, n % 50 = 0, case
       when n <= ${size.textsWaiting} then 'new' else 'cleared' end,
            case when n > ${size.textsWaiting} then (select r.account from record.survey_reviewer r
              where r.survey = ${big} limit 1) end, case when n > ${size.textsWaiting} then current_date - n % 10 end
              from model m cross join generate_series(1, ${size.textsWaiting + size.textsDecided}) n`,
  ],
  measuredAtWork: [
    { name: 'queues of reviewers', path: '/work/reviews' },
    { name: 'a queue of reviewers', path: '/work/reviews/volume-1' },
  ],
  atWork: {
    pages: [
      { path: '/work/reviews', as: 'programme' },
      { path: '/work/reviews/bound-1', as: 'programme' },
    ],
    more: (numbers) => [
      `insert into record.survey_reviewer (organisation, survey, account) select s.organisation, s.id, ${reader}
      from record.survey s cross join ${numbers} where s.slug = 'bound-' || n`,
      `insert into record.free_text (organisation, survey, id, setting, audience, item, language, body, day, is_first, state, reviewer, decided_on)
     select s.organisation, s.id, ${id(`'bound text ' || state || n`)}, null, m.audiences[1], 'item-1', 'en',
       'A text', current_date - n % 9, false, state, case when state = 'cleared' then ${reader} end, case
       when state = 'cleared' then current_date end
       from ${openSurvey} cross join unnest(array['new', 'cleared']) state cross join ${numbers}
         join record.survey s on s.slug = case when state = 'new' then 'bound-' || n else 'bound-1' end`,
    ],
  },
};
