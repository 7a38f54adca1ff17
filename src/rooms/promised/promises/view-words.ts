/** What readers are told of promises, in plain words. */
import { daysUntil, plainDate } from '#base/london.js';
import { confirmationOf } from './rules.js';
import type {
  Answer,
  AskedAnswer,
  EventDetail,
  EventKind,
  EvidenceKind,
  MissingPart,
  PromiseProblem,
  PromiseState,
  PromiseStatus,
  ReasonKind,
  Strength,
  Tie,
} from './words.js';

export const statusWords: Readonly<
  Record<
    PromiseStatus,
    { readonly text: string; readonly tone: 'blue' | 'yellow' | 'red' | 'grey' | 'green'; readonly means: string }
  >
> = {
  'on track': { text: 'On track', tone: 'blue', means: 'Its date is still to come, and the last news was good.' },
  'at risk': { text: 'At risk', tone: 'yellow', means: 'Whoever promised says that it may not be kept in time.' },
  overdue: { text: 'Overdue', tone: 'red', means: 'This promise is overdue and has not been marked as kept or ended.' },
  'no news': { text: 'No news', tone: 'grey', means: 'Nothing was heard of it for six months.' },
  kept: { text: 'Kept', tone: 'green', means: 'Whoever promised says that it was kept, with evidence.' },
  'partly kept': {
    text: 'Partly kept',
    tone: 'yellow',
    means: 'Whoever promised says that a part was kept, and why not all.',
  },
  'not kept': { text: 'Not kept', tone: 'red', means: 'Whoever promised says that it was not kept, and why.' },
  withdrawn: { text: 'Withdrawn', tone: 'grey', means: 'It was taken back. The reason stays here.' },
  replaced: { text: 'Replaced', tone: 'grey', means: 'Another promise took its place.' },
};

export const stateWords: Readonly<Record<PromiseState, string>> = {
  draft: 'Draft',
  agreed: 'Agreed',
  'under way': 'Under way',
  kept: 'Kept',
  'partly kept': 'Partly kept',
  'not kept': 'Not kept',
  withdrawn: 'Withdrawn',
  replaced: 'Replaced',
};

export const strengthWords: Readonly<Record<Strength, string>> = {
  said: 'said by whoever promised',
  shown: 'shown: anybody can look it up',
  confirmed: 'confirmed by young people',
};

export const evidenceWords: Readonly<Record<EvidenceKind, string>> = {
  document: 'Document or page',
  photo: 'Photo without faces',
  figure: 'Figure',
  survey: 'Result of a survey',
  minute: 'Minutes or decision',
};

export const answerWords: Readonly<Record<Answer, string>> = {
  yes: 'Yes, it was kept',
  partly: 'It was partly kept',
  no: 'No, it was not kept',
};

/** Said beside a group's answer: readers weigh it by who brought the group here. */
export function tieWords(tie: Tie, promiser: string): string {
  switch (tie) {
    case 'invited':
      return `${promiser} invited this group to Kept.`;
    case 'part':
      return `This group is part of ${promiser}.`;
    case 'through':
      // Who stands in between was not asked whether it may be named.
      return `This group came to Kept through an organisation that ${promiser} invited, or that is part of it.`;
  }
}

export const reasonWords: Readonly<Record<ReasonKind, string>> = {
  money: 'Money',
  'people or time': 'People or time',
  law: 'The law',
  safety: 'Safety',
  'decided by somebody else': 'Somebody else decided',
  'did not work': 'It was tried and did not work',
  'no longer needed': 'No longer needed',
  other: 'Another reason',
};

/** What the answers of young people come to, in the order in which they were asked for. */
export function standingWords(
  answers: readonly AskedAnswer[],
  events: readonly { readonly kind: EventKind; readonly detail: EventDetail }[],
): readonly string[] {
  const { on, against } = confirmationOf(answers);
  const last = answers.at(-1);
  if (against !== null) {
    const wasConfirmed = events.some(({ detail }) => detail.stands === 'no longer confirmed');
    return [
      `${against.name} said on ${plainDate(against.on)}: “${answerWords[against.answer]}”.`,
      wasConfirmed
        ? 'Before that, young people had confirmed it. Now they do not.'
        : 'So young people do not confirm it.',
    ];
  }
  if (on !== null) return ['Young people confirm it.'];
  return last === undefined || last.answer === 'yes'
    ? []
    : [`Fewer than ten young people say: “${answerWords[last.answer]}”.`];
}

const times = ['', 'once', 'twice'];

/** "moved twice": how often a date was put off or brought forward. */
export function movedWords(moves: number): string {
  return `moved ${times[moves] ?? `${moves} times`}`;
}

/** "1 March 2027 (was due 1 December 2026, moved twice)". */
export function dueWords({
  due,
  first_due,
  moves,
}: {
  readonly due: string;
  readonly first_due: string | null;
  readonly moves: number;
}): string {
  return moves === 0 || first_due === null
    ? plainDate(due)
    : `${plainDate(due)} (was due ${plainDate(first_due)}, ${movedWords(moves)})`;
}

/** "in 3 days", "5 days ago". */
export function fromNow(day: string, today: string): string {
  const days = daysUntil(today, day);
  if (days === 0) return 'today';
  const many = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;
  return days > 0 ? `in ${many(days)}` : `${many(-days)} ago`;
}

/** What happened, as one line of the history. */
export function eventWords(kind: EventKind, detail: EventDetail): string {
  switch (kind) {
    case 'agreed':
      return `Promised${detail.to ? `, for ${plainDate(detail.to)}` : ''}${detail.by ? `; agreed by ${detail.by}` : ''}`;
    case 'news':
      return detail.atRisk ? 'News: it is at risk' : 'News: it is on track';
    case 'moved':
      return `Due date moved from ${plainDate(detail.from ?? '')} to ${plainDate(detail.to ?? '')}`;
    case 'evidence':
      return `Evidence added: ${detail.title ?? ''}`;
    case 'evidence taken back':
      return `Evidence taken back: ${detail.title ?? ''}`;
    case 'ended':
      return (
        `${stateWords[detail.state ?? 'kept']}, ${detail.state === 'kept' ? 'declared' : 'decided'} by ` +
        `${detail.by ?? ''}${detail.to ? `, on ${plainDate(detail.to)}` : ''}${detail.reason ? `. Reason: ${reasonWords[detail.reason].toLowerCase()}` : ''}`
      );
    case 'asked':
      return 'A group of young people was asked whether it was kept';
    case 'answered': {
      const counts = detail.enough ? '' : ' (fewer than ten took part, so it is heard and not counted)';
      const follows =
        detail.stands === 'confirmed'
          ? '. Young people confirm it'
          : detail.stands === 'no longer confirmed'
            ? '. It is no longer confirmed by young people'
            : '';
      return `${detail.group ?? ''} answered: ${answerWords[detail.answer ?? 'yes'].toLowerCase()}${counts}${follows}`;
    }
  }
}

export const missingWords: Readonly<Record<MissingPart, { readonly field: string; readonly message: string }>> = {
  aim: { field: 'aim', message: 'Say what you will do: “We will …”' },
  steps: { field: 'steps', message: 'List at least one step: “by …”' },
  effect: { field: 'effect', message: 'Say what changes for young people: “So, you can …” or “So, you feel …”' },
  owner: { field: 'owner', message: 'Name the role that owns it. A promise without an owner stays a draft' },
  due: { field: 'due-day', message: 'Give the date by which it is kept. A promise without a date stays a draft' },
  'due passed': {
    field: 'due-day',
    message: 'The date by which it is kept has passed: give one that is still to come',
  },
  'due before start': { field: 'due-day', message: 'It cannot be due before it starts' },
};

/** Each refusal, in words that say what to do. */
export function problemWords(problem: PromiseProblem): string {
  switch (problem.code) {
    case 'not there':
      return 'This is not there any more';
    case 'wrong state':
      return `This cannot be done any more: the promise is ${stateWords[problem.state].toLowerCase()}`;
    case 'not ready':
      return problem.missing.map((part) => missingWords[part].message).join('. ');
    case 'no evidence':
      return 'A promise is kept only with evidence: add at least one piece first';
    case 'date in the past':
      return 'The date is too early';
    case 'same date':
      return 'That is the date it has already';
    case 'date in the future':
      return 'The date is still to come: give today or an earlier one';
    case 'no such theme':
      return 'Choose a theme from the list';
    case 'no such board':
      return 'Choose a board from the list';
    case 'no such group':
      return 'Choose at least one group of young people from the list';
    case 'no such promise':
      return 'Choose which of your promises takes its place';
    case 'no such practice':
      return `There is no practice of that name: ${problem.practices.join(', ')}`;
    case 'asked too soon':
      return `${problem.group} has answered already. Add new evidence first, then ask again. Without it you can ask again from ${plainDate(problem.from)}`;
    case 'asked already':
      return 'That group was asked already and has not answered yet';
    case 'last evidence':
      return 'A kept promise keeps at least one piece of evidence: add another one first';
  }
}
