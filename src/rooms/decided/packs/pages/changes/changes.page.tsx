import { z } from 'zod';
import { plainDate } from '#base/london.js';
import { slugParameter, versionParameter } from '#kit/address.js';
import { halt, publicPage, view } from '#kit/page.js';
import { boardPaths } from '#rooms/decided/boards/index.js';
import { isLong } from '#ui/frozen/divide.js';
import { packPaths } from '../../paths.js';
import { publishedPack } from '../../published.js';
import { ChangesView } from './changes.view.js';

export const changesPage = publicPage({
  path: '/boards/:board/meetings/:meeting/pack/v:version/changes',
  params: z.object({ board: slugParameter, meeting: slugParameter, version: versionParameter }),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, params: { board, meeting, version }, site }) {
    const pack = await publishedPack(db, board, meeting, version);
    if (!pack) return halt('not-found');
    const day = plainDate(pack.date);
    return view({
      title: `What changed in version ${version}, ${pack.board_name}, ${day}`,
      canonical: site + packPaths.changes(board, meeting, version),
      crumbs: [
        { text: 'Home', href: '/' },
        { text: 'Boards', href: boardPaths.all() },
        { text: pack.board_name, href: boardPaths.one(board) },
        { text: day, href: boardPaths.meeting(board, meeting) },
        { text: 'Agenda pack', href: packPaths.newest(board, meeting) },
        { text: 'What changed' },
      ],
      main: (
        <ChangesView
          board={pack.board_name}
          day={day}
          version={version}
          changes={version === 1 ? null : (pack.changes ?? [])}
          pack={packPaths.version(board, meeting, version)}
          isLong={isLong(pack.html.length)}
          before={version === 1 ? null : packPaths.version(board, meeting, version - 1)}
        />
      ),
    });
  },
});
