import { render } from 'preact-render-to-string';
import type { FrameworkContent } from '../../words.js';
import { FrameworkMain } from './framework.view.js';

/** The frozen part of a framework's page. */
export function renderFrameworkHtml(content: FrameworkContent): string {
  return render(<FrameworkMain content={content} />);
}
