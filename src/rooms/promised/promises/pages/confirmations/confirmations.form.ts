/** What a group of young people answers. */
import { type FieldProblem, type Typed, tooLong } from '#base/form.js';
import { type Result, ok, refused } from '#base/result.js';
import { answers, type Answer } from '../../words.js';

export function readAnswer(
  typed: Typed,
): Result<
  { readonly answer: Answer; readonly people: number; readonly words: string | null },
  readonly FieldProblem[]
> {
  const answer = answers.find((one) => one === typed['answer']);
  const counted = (typed['people'] ?? '').trim();
  const people = /^\d{1,6}$/.test(counted) ? Number(counted) : 0;
  const words = (typed['words'] ?? '').trim();
  const problems = [
    ...(answer ? [] : [{ field: 'answer', message: 'Choose what the young people say' }]),
    ...(people >= 1 && people <= 100_000
      ? []
      : [
          {
            field: 'people',
            message: counted === '' ? 'Say how many young people took part' : 'Give the number in digits, like 14',
          },
        ]),
    ...(words.length > 2000 ? [{ field: 'words', message: tooLong(words.length, 2000, 'Their words') }] : []),
  ];
  return answer && problems.length === 0
    ? ok({ answer, people, words: words === '' ? null : words })
    : refused(problems);
}
