import type { ComponentExamples } from '../examples.js';
import { BadLines } from './bad-lines.js';
import { Table } from './table.js';

const cell = (content: string) => ({ content });
const figure = (content: string) => ({ content, numeric: true });

export const tableExamples: ComponentExamples = {
  component: 'table',
  about:
    'Things compared in rows and columns. On a narrow screen its rows become blocks, or it scrolls in a frame of its own.',
  examples: [
    {
      name: 'figures',
      show: () => (
        <Table
          caption="Seats by group"
          captionClass="govuk-table__caption--m"
          firstCellIsHeader
          head={[cell('Group'), figure('Seats'), figure('Substitutes')]}
          rows={[
            [cell('Labour'), figure('5'), figure('3')],
            [cell('Conservative'), figure('4'), figure('2')],
            [cell('Liberal Democrat'), figure('2'), figure('1')],
            [cell('Independent'), figure('1'), figure('1')],
          ]}
        />
      ),
    },
    {
      name: 'lines of a file that are wrong',
      show: () => (
        <BadLines
          broken={40}
          lines={[
            { line: 3, column: 'URN', found: '12', rule: 'A URN is a number of five to seven digits' },
            { line: 9, column: null, found: '', rule: 'The line is empty: leave it out' },
          ]}
        />
      ),
    },
    {
      name: 'text, in blocks when narrow',
      show: () => (
        <Table
          caption="What young people asked for"
          narrow="stack"
          head={[cell('Ask'), cell('Example'), cell('Who answers')]}
          rows={[
            [
              cell('A named person in every school whom one can go to'),
              cell('Northmoor High: “ask me” badges, chosen by pupils'),
              cell('Schools'),
            ],
            [
              cell('Buses that still run when clubs end'),
              cell('Late bus on the 14 route since April'),
              cell('Transport team'),
            ],
          ]}
        />
      ),
    },
    {
      name: 'names, in lines when narrow',
      show: () => (
        <Table
          caption="Outside bodies"
          narrow="lines"
          head={[cell('Name'), cell('Sent to')]}
          rows={[
            [cell('Cllr Amina Farouk'), cell('Northmoor Youth Trust')],
            [cell('Cllr Tom Whitby'), cell('Transport forum')],
          ]}
        />
      ),
    },
    {
      name: 'many columns, in a frame when narrow',
      show: () => (
        <Table
          caption="Attendance in the municipal year"
          narrow="scroll"
          head={[
            cell('Member'),
            cell('Group'),
            figure('4 June'),
            figure('17 Sept'),
            figure('12 Nov'),
            figure('14 Jan'),
            figure('11 March'),
          ]}
          rows={[
            [
              cell('Cllr Amina Farouk'),
              cell('Labour'),
              figure('1'),
              figure('1'),
              figure('1'),
              figure('0'),
              figure('1'),
            ],
            [
              cell('Cllr Tom Whitby'),
              cell('Conservative'),
              figure('1'),
              figure('0'),
              figure('1'),
              figure('1'),
              figure('1'),
            ],
          ]}
        />
      ),
    },
  ],
};
