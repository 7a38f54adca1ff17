/** Evidence as a form, and what is asked before it is taken back. */
import { choice, day, type FieldProblem, form, optional, tick, words, wordsAs } from '#base/form.js';
import { evidenceKinds, type OwnStrength } from '../../words.js';
import { webLink } from '../act.form.js';

const strengths: readonly OwnStrength[] = ['said', 'shown'];

export const evidenceForm = form(
  {
    kind: choice(evidenceKinds, 'Choose what kind of evidence it is'),
    faceless: tick(),
    title: words({ length: 'line', most: 200, empty: 'Say what it is, with the figure where it is one' }),
    url: optional(
      wordsAs({
        length: 'line',
        most: 2000,
        wrong: 'Enter the address in full, like https://www.example.org/page',
        read: (typed, { site }) => webLink(typed, site),
      }),
    ),
    dated: day('evidence dated', 'Enter the day that it is of, like 1 9 2026'),
    strength: choice(strengths, 'Choose whether others can look it up'),
  },
  ({ kind, faceless, url, strength }) => {
    const problems: FieldProblem[] = [];
    if (strength === 'shown' && url === null)
      problems.push({ field: 'url', message: 'What is shown can be looked up: give its address' });
    if (kind === 'photo' && faceless !== true)
      problems.push({ field: 'faceless', message: 'A photo is evidence only if nobody’s face can be seen in it' });
    return problems;
  },
);

export const takeBackForm = form({
  why: words({ length: 'text', most: 1000, empty: 'Say why it is taken back' }),
});
