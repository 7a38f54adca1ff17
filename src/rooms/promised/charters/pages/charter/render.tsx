import { render } from 'preact-render-to-string';
import type { CharterContent } from '../../words.js';
import { CharterMain } from './charter.view.js';

/** The frozen part of a charter's page. */
export function renderCharterHtml(content: CharterContent): string {
  return render(<CharterMain content={content} />);
}
