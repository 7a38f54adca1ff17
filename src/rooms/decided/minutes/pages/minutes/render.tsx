/** The frozen form of the page of minutes: made once, when they are published. */
import { render } from 'preact-render-to-string';
import { boardPaths } from '#rooms/decided/boards/index.js';
import { minutesAnchors } from '../../anchors.js';
import type { MinutesContent } from '../../words.js';
import { MinutesView } from './minutes.view.js';

/** The main part of the page of minutes as HTML; the same content, version and day give the same bytes. */
export function renderMinutesHtml(content: MinutesContent, version: number, publishedOn: string): string {
  return render(
    <MinutesView
      content={content}
      anchors={minutesAnchors(content.minutes)}
      version={version}
      publishedOn={publishedOn}
      paths={{ meeting: boardPaths.meeting(content.board.slug, content.meeting.slug), person: boardPaths.person }}
    />,
  );
}
