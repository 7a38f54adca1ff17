/** What readers find of actions, drawn from published minutes: written in the transaction that makes them public. */
import { plainText } from '#base/prose.js';
import type { Write } from '#kit/db/gate.js';
import { drawAnew } from '#kit/publications/drawn.js';
import { minutesAnchors, type MinutesContent, minutesPaths } from '#rooms/decided/minutes/index.js';
import { inDocument, isLong } from '#ui/frozen/divide.js';

/** Puts the actions of minutes into the list that readers ask, out of a version just published; `html` is its page. */
export async function publishActions(write: Write, id: string, content: MinutesContent, html: string): Promise<void> {
  const [board, { slug: meeting, date }] = [content.board.slug, content.meeting];
  const path = minutesPaths.newest(board, meeting);
  const anchors = minutesAnchors(content.minutes);
  const actions = content.minutes.items.flatMap((item, index) =>
    item.actions.map((action, at) => ({
      board,
      meeting,
      date,
      item_number: item.number,
      item_title: item.title,
      body: plainText(action.text),
      owner: action.owner,
      due: action.due,
      state: null,
      path: inDocument(path, anchors.items[index]?.actions[at] ?? '', isLong(html.length)),
    })),
  );
  await drawAnew(write, 'published.action', id, actions);
}
