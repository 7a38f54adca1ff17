import { z } from 'zod';
import { slugParameter } from '#kit/address.js';
import { halt, publicPage, view } from '#kit/page.js';
import { boardPaths } from '../../paths.js';
import { publishedPerson } from '../../published.js';
import type { PublishedPersonRow } from '../../tables.js';
import { type AttendanceAt, PersonView } from './person.view.js';

export const personPage = publicPage({
  path: '/people/:person',
  params: z.object({ person: slugParameter }),
  cached: true,
  async get({ db, params, site }) {
    const rows = await publishedPerson(db, params.person);
    const [first] = rows;
    if (!first) return halt('not-found');
    const of = (kind: PublishedPersonRow['kind']) => rows.filter((row) => row.kind === kind);
    // The membership gives the name in full; minutes may only give an initial.
    const named =
      rows.find((row) => row.kind === 'member' || row.kind === 'substitute' || row.kind === 'office') ?? first;
    return view({
      title: named.name,
      canonical: site + boardPaths.person(params.person),
      crumbs: [
        { text: 'Home', href: '/' },
        { text: 'Boards', href: boardPaths.all() },
        ...(named.board_name === '' ? [] : [{ text: named.board_name, href: boardPaths.one(named.board) }]),
        { text: named.name },
      ],
      main: (
        <PersonView
          name={named.name}
          authority={named.authority}
          offices={of('office').map((row) => ({ text: row.label ?? 'Office', href: row.path, more: row.board_name }))}
          seats={of('member').map((row) => ({ text: row.board_name, href: row.path, more: row.political_group }))}
          substitutes={of('substitute').map((row) => ({
            text: row.board_name,
            href: row.path,
            more: row.political_group,
          }))}
          outsideBodies={of('outside body').map((row) => ({
            text: row.label ?? 'Outside body',
            href: row.path,
            more: `for the ${row.board_name}`,
          }))}
          attendance={attendanceOf(of('attendance'))}
          declarations={of('declaration')
            .slice(0, 100)
            .map((row) => ({ date: row.date, href: row.path, board: row.board_name, nature: row.label }))}
        />
      ),
    });
  },
});

/** By board; a meeting that two publications report is one meeting. */
export function attendanceOf(rows: readonly PublishedPersonRow[]): readonly AttendanceAt[] {
  const once = [...new Map(rows.map((row) => [`${row.board}/${row.meeting ?? row.date ?? row.path}`, row])).values()];
  return [...Map.groupBy(once, (row) => row.board_name)].map(([board, own]) => ({
    board,
    meetings: own.map((row) => ({ date: row.date, href: row.path, status: row.label ?? 'not stated' })),
  }));
}
