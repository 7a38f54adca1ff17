/** What readers find of minutes, drawn from what is published: written in the transaction that makes them public. */
import { plainText } from '#base/prose.js';
import type { Write } from '#kit/db/gate.js';
import { drawAnew } from '#kit/publications/drawn.js';
import { publishNamed } from '#rooms/decided/boards/index.js';
import { inDocument, isLong } from '#ui/frozen/divide.js';
import { minutesAnchors } from './anchors.js';
import { minutesPaths } from './paths.js';
import type { MinutesContent } from './words.js';

/** Puts decisions, attendance and declarations into the lists that readers ask, out of a version just published; `html` is its page. */
export async function publishMinutes(write: Write, id: string, content: MinutesContent, html: string): Promise<void> {
  const { slug: board, name: board_name } = content.board;
  const { slug: meeting, date } = content.meeting;
  const path = minutesPaths.newest(board, meeting);
  const anchors = minutesAnchors(content.minutes);
  const place = (anchor = '') => inDocument(path, anchor, isLong(html.length));
  const common = { board, meeting, date };
  const decisions = content.minutes.items.flatMap((item, index) =>
    item.decisions.map((decision, at) => ({
      ...common,
      item_number: item.number,
      item_title: item.title,
      body: plainText(decision.text),
      path: place(anchors.items[index]?.decisions[at]),
    })),
  );
  await drawAnew(write, 'published.decision', id, decisions);
  const person = { board, board_name, political_group: null, meeting, date, path };
  const rows = [
    ...content.minutes.attendance.flatMap((row) =>
      row.slug === null
        ? []
        : [
            {
              ...person,
              slug: row.slug,
              name: row.name,
              kind: 'attendance' as const,
              label: row.status,
              authority: row.organisation,
            },
          ],
    ),
    ...content.minutes.declarations.flatMap((row) =>
      row.slug === null
        ? []
        : [
            {
              ...person,
              slug: row.slug,
              name: row.name,
              kind: 'declaration' as const,
              label: [row.item === null ? null : `Item ${row.item}`, row.nature ?? row.kind]
                .filter((part) => part !== null)
                .join(': '),
              authority: null,
            },
          ],
    ),
  ];
  await publishNamed(write, id, rows);
}
