/** How commits are named and explained (CONTRIBUTING.md). Older ones stay as they are. */

/** What `git log` is asked for: a commit ends with NUL, its subject with the first line. */
export const commitFormat = '--format=%h %s%n%b%x00';
/** Subjects are held to since then. */
export const subjectsSince = '2026-11-30T21:40:00Z';
/** Bodies, since then. */
export const bodiesSince = '2026-12-01T05:00:00Z';

interface Commit {
  readonly hash: string;
  readonly subject: string;
  readonly body: string;
}

/** In a shallow clone the oldest commit has lost its parents, so a merge is also known by its words. */
function commitsIn(log: string): readonly Commit[] {
  return log
    .split('\0')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [first = '', ...rest] = entry.split('\n');
      const space = first.indexOf(' ');
      return { hash: first.slice(0, space), subject: first.slice(space + 1), body: rest.join('\n').trim() };
    })
    .filter(({ subject }) => !subject.startsWith('Merge '));
}

/** What is wrong with the subjects of these commits. */
export function subjectProblems(log: string): readonly string[] {
  return commitsIn(log)
    .filter(({ subject }) => subject.length > 60)
    .map(({ hash, subject }) => `${hash} has a subject of ${subject.length} letters, at most 60: ${subject}`);
}

/** Which of these commits do not say why. Names of who else worked on one say nothing of it. */
export function bodyProblems(log: string): readonly string[] {
  return commitsIn(log)
    .filter(({ body }) => body.split('\n').every((line) => line.trim() === '' || /^[A-Z][\w-]+-by: /.test(line)))
    .map(({ hash, subject }) => `${hash} has no body that says why: ${subject}`);
}
