/** The frozen form of a pack's page: made once, when it is published. */
import { render } from 'preact-render-to-string';
import { boardPaths } from '#rooms/decided/boards/index.js';
import { packAnchors } from '../../anchors.js';
import { packPaths } from '../../paths.js';
import type { PackContent, PackPages } from '../../words.js';
import { PackView } from './pack.view.js';

/** The main part of a pack's page as HTML; the same content, pages, version and day give the same bytes. */
export function renderPackHtml(
  content: PackContent,
  pages: PackPages | null,
  version: number,
  publishedOn: string,
): string {
  const board = content.board.slug;
  const meeting = content.meeting.slug;
  return render(
    <PackView
      content={content}
      anchors={packAnchors(content)}
      pages={pages}
      version={version}
      publishedOn={publishedOn}
      paths={{ pdf: pages === null ? null : packPaths.pdf(board, meeting, version), person: boardPaths.person }}
    />,
  );
}
