import { render } from 'preact-render-to-string';
import { directoryPaths } from '#rooms/ground/directory/index.js';
import { frameworkPaths } from '#rooms/ground/frameworks/index.js';
import { practicePaths } from '../../paths.js';
import type { PracticeContent } from '../../words.js';
import { PracticeMain, type PracticeLinks } from './practice.view.js';

export const practiceLinks: PracticeLinks = {
  theme: (framework, key) => `${frameworkPaths.one(framework)}#theme-${key}`,
  need: (need) => practicePaths.all({ need }),
  authority: directoryPaths.authority,
  school: directoryPaths.school,
};

/** The frozen part of a spotlight's page. */
export function renderPracticeHtml(content: PracticeContent): string {
  return render(<PracticeMain content={content} links={practiceLinks} />);
}
