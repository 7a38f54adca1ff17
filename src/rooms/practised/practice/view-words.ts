/** What readers and leads are told, in plain words. */
import { type FieldProblem, tooLong } from '#base/form.js';
import type { EvidenceLevel, PracticeProblem, PracticeState, SpotlightProblem } from './words.js';

export const evidenceWords: Readonly<
  Record<EvidenceLevel, { readonly text: string; readonly tone: 'grey' | 'blue' | 'green'; readonly means: string }>
> = {
  said: { text: 'Said', tone: 'grey', means: 'Our own account: nobody counted or looked from outside.' },
  measured: { text: 'Measured', tone: 'blue', means: 'We counted before and after.' },
  evaluated: { text: 'Evaluated', tone: 'green', means: 'Somebody else looked at it and wrote down what they found.' },
};

export const stateWords: Readonly<
  Record<PracticeState, { readonly text: string; readonly tone: 'grey' | 'blue' | 'yellow' | 'green' | 'red' }>
> = {
  draft: { text: 'Draft', tone: 'grey' },
  submitted: { text: 'Submitted', tone: 'blue' },
  'asked back': { text: 'Asked back', tone: 'yellow' },
  published: { text: 'Published', tone: 'green' },
  withdrawn: { text: 'Withdrawn', tone: 'red' },
};

const emptyWords = {
  title: 'Give it a title',
  summary: 'Say in one or two sentences what it is',
  about: 'Say who you are',
  need: 'Say what the need was',
  changed: 'Say what changed',
  evidence: 'Choose how well it is known that something changed',
  known: 'Say how you know',
  cost: 'Say what it cost, if only time',
  role: 'Say who can be asked: a role, not a name',
  address: 'Give the organisation’s address at which to ask',
  framework: 'Choose to whom you submit it',
  phase: 'Choose a phase, or all',
} as const;

const partNames: Readonly<Record<string, string>> = {
  title: 'The title',
  summary: 'The short text',
  about: '“About us”',
  need: 'The need',
  heading: 'The heading',
  text: 'The text',
  changed: '“What changed”',
  known: '“How you know”',
  cost: '“What it cost”',
  amount: 'The amount',
  time: 'The time',
  role: 'The role',
  address: 'The address',
  authority: 'The authority',
  urn: 'The URN',
  ownNeeds: 'The needs in your own words',
};

function partWords(part: string, at: number | null): string {
  return `${partNames[part] ?? part}${at === null ? '' : ` of area ${at}`}`;
}

function fieldOf(part: string, at: number | null): string {
  return at === null ? part : `${part}-${at}`;
}

/** The rule that a draft breaks, beside the field that is to be mended. */
export function problemAt(problem: SpotlightProblem): FieldProblem {
  switch (problem.code) {
    case 'empty':
      return { field: problem.part, message: emptyWords[problem.part] };
    case 'no need chosen':
      return { field: 'needs', message: 'Choose at least one need, or name it in your own words' };
    case 'nothing done':
      return { field: 'heading-1', message: 'Say what was done: at least one area with a heading and a text' };
    case 'area without heading':
      return { field: `heading-${problem.at}`, message: `Give area ${problem.at} a heading` };
    case 'area without text':
      return { field: `text-${problem.at}`, message: `Say what was done in area ${problem.at}` };
    case 'no theme':
      return { field: 'themes', message: 'Choose at least one theme' };
    case 'unknown theme':
      return { field: 'themes', message: 'A theme that you chose is not there any more. Choose again' };
    case 'no theme of the framework':
      return { field: 'themes', message: 'Choose at least one theme of the framework to whose keeper you submit it' };
    case 'ended framework':
      return {
        field: 'framework',
        message: 'This framework has ended, so nothing new can be put to its keeper. Choose another',
      };
    case 'unknown framework':
      return { field: 'framework', message: 'That framework is not there any more. Choose another' };
    case 'unknown phase':
      return { field: 'phase', message: 'Choose one of the phases, or all' };
    case 'unknown authority':
      return {
        field: 'authority',
        message: `There is no authority called “${problem.typed}”. Enter its name or its code, for example E09000007, or leave it empty`,
      };
    case 'unknown school':
      return {
        field: 'urn',
        message: `There is no school or setting with the number “${problem.typed}”. Enter its URN, or leave it empty`,
      };
    case 'no amount':
      return { field: 'amount', message: 'Enter the amount in whole pounds, for example 1,500, or leave it empty' };
    case 'too long':
      return {
        field: fieldOf(problem.part, problem.at),
        message: tooLong(problem.length, problem.most, partWords(problem.part, problem.at)),
      };
    case 'e-mail address':
      return {
        field: fieldOf(problem.part, problem.at),
        message:
          `${partWords(problem.part, problem.at)} has an e-mail address in it. Everybody reads this: give a web ` +
          `page, a telephone number or a street in its place`,
      };
    case 'not agreed':
      return { field: 'agreed', message: 'Confirm that everybody who is shown or quoted has agreed' };
    case 'a child':
      return { field: 'noChild', message: 'Confirm that no child is named or can be recognised' };
  }
}

/** Each field once: two rules about one field are told one after the other. */
export function problemsAt(problems: readonly SpotlightProblem[]): readonly FieldProblem[] {
  const told = problems.map(problemAt);
  const order = [
    'title',
    'summary',
    'about',
    'need',
    'needs',
    'ownNeeds',
    'heading',
    'text',
    'changed',
    'evidence',
    'known',
    'cost',
    'amount',
    'time',
    'role',
    'address',
    'framework',
    'themes',
    'phase',
    'authority',
    'urn',
    'agreed',
    'noChild',
  ];
  const place = ({ field }: FieldProblem): number => {
    const [part = '', at = ''] = field.split('-');
    return order.indexOf(part === 'text' ? 'heading' : part) * 100 + Number(at || '0') * 2 + (part === 'text' ? 1 : 0);
  };
  return told
    .filter(({ field }, index) => told.findIndex((one) => one.field === field) === index)
    .sort((a, b) => place(a) - place(b));
}

export function refusalWords(problem: PracticeProblem): string {
  switch (problem.code) {
    case 'not there':
      return 'It is not there any more';
    case 'wrong state':
      return `This cannot be done now: it is ${stateWords[problem.state].text.toLowerCase()}`;
    case 'not ready':
      return 'It is not ready: something is missing or wrong';
    case 'no reason':
      return 'Say why';
  }
}

/** "Used by 2 promises". */
export function usedWords(uses: number): string {
  return uses === 1 ? 'Used by 1 promise' : `Used by ${uses} promises`;
}
