/**
 * What a room says of how much of it there is (src/rooms/<wing>/<room>/test/volumes.ts): volumes as a country has them, invented and put straight
 * into the tables that readers see, in the shapes that the acts give them. Read by test/volumes.ts for tests of lists and for `npm run bench volumes`.
 */
import type { PersonaKey } from './samples.js';

/** How many there are, by name; each room merges its own, and may fill its tables by those of others. */
export interface Volumes {
  // Nobody's, so that the interface has a line before any room is there.
  readonly nothing?: never;
}

/** A public list, page by page: what belongs in it, and in which order, is said by hand, in SQL. */
export interface List {
  readonly at: string;
  /** Addresses of its rows, all of them, in order. */
  readonly rows: string;
  /** What the addresses of its rows look like, where other links of the page do not. */
  readonly row: RegExp;
}

/** A page that `npm run bench volumes` measures, where it is heaviest and where something narrows it. */
export interface Measured {
  readonly name: string;
  /** With a query string, so that no page in memory answers. */
  readonly path: string;
  /** What is posted there; without it the page is asked for by GET. */
  readonly form?: Readonly<Record<string, string>>;
  /** Finds what the path's $words stand for, by SQL for the owner. */
  readonly facts?: string;
  /** A file, or a list of the whole country: no goal of a page's weight. */
  readonly isFile?: true;
  /** Everything there is, for whoever works it out anew: its SQL grows with it, and what counts is for how long it keeps others waiting. */
  readonly isWhole?: true;
  /** The volume behind it is the same at both sizes (registers of the country), or it is no list. */
  readonly isConstant?: true;
}

export interface AtWorkPage {
  readonly path: string;
  readonly as: PersonaKey;
  readonly facts?: string;
  /** What belongs in it, as a public list says it. */
  readonly inOrder?: Pick<List, 'row' | 'rows'>;
}

/** Lists of the workspace, each filled by rows that are numbered (test/bounds-work.test.ts). */
export interface AtWork {
  readonly pages?: readonly AtWorkPage[];
  /** SQL for the owner, in order: `numbers` is a table of rows `n`, so that what is there can be made more. */
  readonly more?: (numbers: string) => readonly string[];
}

export interface RoomVolumes {
  /** Of a country; `of` takes a share of what grows beside what boards do. */
  readonly country?: (of: (whole: number) => number) => Partial<Volumes>;
  /** More than two pages of everything, as quickly filled as can be. */
  readonly few?: Partial<Volumes>;
  /** Three times as much. */
  readonly many?: Partial<Volumes>;
  /** What `fill` waits for, where no demonstration put it there. */
  readonly withoutDemonstration?: readonly string[];
  /** SQL that fills what readers see, in order, for the owner of the tables. */
  readonly fill?: (size: Volumes) => readonly string[];
  /** SQL that fills the workspace of the demonstration. */
  readonly fillWork?: (size: Volumes) => readonly string[];
  readonly lists?: readonly List[];
  readonly measured?: readonly Measured[];
  /** As the one who leads the demonstration's programme. */
  readonly measuredAtWork?: readonly Measured[];
  readonly atWork?: AtWork;
}

// SQL that several rooms fill with

/** Words for names, so that a search has something to tell apart; the same every time. */
export const words = `array['Ash','Beech','Cedar','Dale','Elm','Fern','Grange','Hazel','Ivy','Juniper',
  'Kings','Larch','Mill','North','Oak','Park','Queens','River','Stone',
  'Thorn','Upper','Vale','West','Yew']`;
export const themes = `array['equity-and-diversity','active-citizens','adaptable-and-reflective','beyond-achievement']`;

/** Words as a language has them: a few stand nearly everywhere, most hardly anywhere. The first are those that somebody looks for. */
export const vocabulary = 4_000;
export const word = (
  n: string,
) => `case ${n} when 1 then 'children' when 2 then 'council' when 10 then 'housing' when 40 then 'transport'
  when 200 then 'apprentices' when 1500 then 'kayaking'
  else (array['ba','de','fi','go','lu','ma','ne','pi','ro','su'])[1 + ${n} % 10] ||
    (array['k','l','m','n','r','s','t','v'])[1 + (${n} / 10) % 8] || (array['a','e','i','o','u'])[1 + (${n} / 80) % 5]
    || (array['','n','r','s','t'])[1 + (${n} / 400) % 5] || (array['','ing','ed','ly','er'])[1 + (${n} / 2000) % 5] end`;
export const text = (count: number, of: string) =>
  `(select string_agg(${word('n')}, ' ' order by k) from generate_series(1, ${count}) k, lateral
    (select floor(${vocabulary} ^ ((hashint8extended(((${of}) * 64 + k)::bigint, 7) & 1048575) /
    1048576.0::float8))::integer as n) chosen)`;

/** A random-looking id that is the same every time, of version 4 as the house makes them. */
export const id = (made: string) => `overlay(overlay(md5(${made}) placing '4' from 13) placing '8' from 17)::uuid`;

/** A row like another one, with some of it changed. */
export const like = (table: string, row: string, changes: string) =>
  `(jsonb_populate_record(null::${table}, to_jsonb(${row}) || jsonb_build_object(${changes}))).*`;
/** For whom somebody of the demonstration acts. */
export const holder = (key: PersonaKey) =>
  `(select r.organisation from record.account a join record.account_role r on r.account = a.id where a.email = '${key}@demonstration.invalid' limit 1)`;
export const reader = `(select a.id from record.account a where a.email = 'programme@demonstration.invalid')`;

/** A value as SQL has it. */
export const literal = (value: unknown) => `'${JSON.stringify(value).replaceAll("'", "''")}'`;

// Of lists

/** Addresses right below one. */
export const one = (path: string): RegExp => new RegExp(`^${path}/[^/?#]+$`);
export const newestMinutes = (table: string): string =>
  `select path from published.${table} order by date desc, publication desc, position`;

// Of pages that are measured

/** A board, its newest meeting with minutes, the month of it, and somebody who was there. */
export const oneMeeting = `select m.board, m.slug as meeting, to_char(m.date, 'YYYY-MM') as month, (select p.slug
  from published.person p where p.kind = 'attendance' and p.board = m.board order by p.slug limit 1) as person,
  (select publication::text from published.decision d where d.board = m.board limit 1) as publication
    from published.meeting m where m.minutes is not null and m.board = 'volume-board-0007' order by m.date desc limit 1`;
/** A place far on in a list, as its address has it: the place of the row after so many. */
export const farOn = (select: string, from: string, order: string) =>
  `select replace(replace(replace(encode(convert_to(to_json(place)::text, 'UTF8'), 'base64'), E'\\n', ''), '+', '-'),
    '/', '_') as place from (select ${select} as place from ${from} order by ${order} offset (select count(*) * 9 / 10
    from ${from}) limit 1) far`;
