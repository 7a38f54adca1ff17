/** A report of an invented council, for showing how text of the record looks. */
import type { Block, Prose, Run } from '#base/prose.js';

const text = (...runs: readonly (string | Run)[]): Prose =>
  runs.map((run) => (typeof run === 'string' ? { text: run } : run));
const lines = null;
const numbered = (number: string, ...runs: readonly (string | Run)[]): Block => ({
  kind: 'paragraph',
  number,
  numbering: 'printed',
  prose: text(...runs),
  lines,
});

export const sampleBlocks: readonly Block[] = [
  { kind: 'heading', level: 1, prose: text('Background'), lines },
  numbered(
    '1',
    'In the autumn, pupils of four schools told the youth forum that they leave clubs early because the last bus goes at ',
    { text: '4.10 pm', bold: true },
    '.',
  ),
  numbered('2', 'The forum put it to the board in January. The board asked officers to find out:'),
  {
    kind: 'list',
    ordered: false,
    lines,
    items: [
      { prose: text('how many pupils are concerned, by school'), items: [] },
      {
        prose: text('what a later bus would cost'),
        items: [
          { prose: text('on school days only'), items: [] },
          { prose: text('on all weekdays'), items: [] },
        ],
      },
    ],
  },
  numbered(
    '2.1',
    'The survey was written by the forum itself. It is published with the ',
    { text: 'forum’s report', href: '#forum-report' },
    '.',
  ),
  { kind: 'heading', level: 1, prose: text('What was found'), lines },
  {
    kind: 'paragraph',
    number: '3',
    numbering: 'recovered',
    prose: text(
      'Of the pupils who answered, more than half had missed a club at least once a week. The ',
      { text: 'reasons', italic: true },
      ' they gave were much the same in every school.',
    ),
    lines,
  },
  {
    kind: 'table',
    caption: text('Answers by school'),
    header: [text('School'), text('Answers'), text('Missed a club'), text('Would use a later bus')],
    rows: [
      [text('Northmoor High'), text('212'), text('58%'), text('71%')],
      [text('Saltby Academy'), text('148'), text('44%'), text('63%')],
      [text('St Bride’s'), text('97'), text('61%'), text('80%')],
    ],
    lines,
  },
  {
    kind: 'quote',
    prose: text('I get to do half of everything. Half a match, half a rehearsal.'),
    attribution: text('Pupil, year 9'),
    lines,
  },
  { kind: 'heading', level: 2, prose: text('Next steps'), lines },
  numbered('14.10', 'Officers will report the first figures of the trial in September.'),
];
