/** The frozen form of a board's membership: made once, when the board is published. */
import { render } from 'preact-render-to-string';
import { boardPaths } from '../../paths.js';
import type { BoardContent } from '../../words.js';
import { MembershipView } from './membership.view.js';

/** The frozen part of a board's page as HTML: its membership. Meetings change between versions and are added when the page is read. */
export function renderBoardHtml(content: BoardContent): string {
  return render(<MembershipView content={content} person={boardPaths.person} />);
}
