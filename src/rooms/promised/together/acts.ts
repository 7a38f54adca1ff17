/**
 * What young people do: they come in by a code, hold a seat, suggest, say and vote (reference 4.2, 4.3). None of it has a line
 * in the journal, because a line has a time. What a seat is kept under and what it votes under are two numbers made of its
 * token in two ways; neither can be worked out from the other, and the second needs a secret of the database besides.
 */
import { codeOpens } from './lookups.js';
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { type Result, ok, refused } from '#base/result.js';
import type { Write } from '#kit/db/gate.js';
import { newToken, tokenHash } from '#kit/token.js';
import type { ClauseText, SeatProblem, TogetherProblem, VoteAnswer } from './words.js';

/** For voting only, and never kept. */
function voteKey(token: string): Buffer {
  return createHash('sha256').update(`vote ${token}`).digest();
}

/**
 * What a browser remembers once it has voted: the vote's name and nothing else. Several seats from one browser are refused by
 * it. Whoever deletes it, or takes another browser, is not held up: no text promises more (decision 0022).
 */
export function voteMark(vote: string): string {
  return vote.replaceAll('-', '');
}

/** Takes a seat by a code and gives its token, which only the browser keeps. `votedIn` are the marks of this browser. */
export async function takeSeat(
  write: Write,
  code: string,
  now: Date,
  votedIn: readonly string[] = [],
): Promise<Result<string, SeatProblem>> {
  const opens = await codeOpens(write, code, now);
  if (opens && !opens.shared && opens.vote !== null && votedIn.includes(voteMark(opens.vote)))
    return refused('voted here');
  const token = newToken();
  const { rows } = await sql<{
    refusal: SeatProblem | null;
  }>`select record.take_seat(${code}, ${tokenHash(token)}, ${londonDate(now)}::date) as refusal`.execute(write);
  const refusal = rows[0]?.refusal ?? null;
  return refusal === null ? ok(token) : refused(refusal);
}

/** Ends a seat: its token opens nothing any more. While a vote is open it stays taken. */
export async function leaveSeat(write: Write, token: string, now: Date): Promise<void> {
  await sql`select record.leave_seat(${tokenHash(token)}, ${londonDate(now)}::date)`.execute(write);
}

export type Said =
  | { readonly kind: 'clause' | 'change'; readonly clause: string | null; readonly text: ClauseText }
  | { readonly kind: 'words'; readonly clause: string | null; readonly body: string };

function answered(rows: readonly { readonly refusal: TogetherProblem | null }[]): Result<null, TogetherProblem> {
  const refusal = rows[0]?.refusal ?? null;
  return refusal === null ? ok(null) : refused(refusal);
}

/** Puts what a young person wrote into the queue. Nothing of the seat goes with it. */
export async function submitSuggestion(
  write: Write,
  token: string,
  said: Said,
  now: Date,
): Promise<Result<null, TogetherProblem>> {
  const text = said.kind === 'words' ? null : said.text;
  const { rows } = await sql<{ refusal: TogetherProblem | null }>`
    select record.suggest(${tokenHash(token)}, ${londonDate(now)}::date, ${said.kind}, ${said.clause}::uuid,
      ${text?.aim ?? null}, ${text === null ? null : text.steps}::text[], ${text?.effectVerb ?? null},
      ${text?.effect ?? null}, ${said.kind === 'words' ? said.body : null}) as refusal`.execute(write);
  return answered(rows);
}

/** One answer to one clause; another one takes its place while the seat is held. `vote` is the one that the page was made for. */
export async function answerClause(
  write: Write,
  token: string,
  vote: string,
  clause: string,
  answer: VoteAnswer,
  now: Date,
): Promise<Result<null, TogetherProblem>> {
  const { rows } = await sql<{
    refusal: TogetherProblem | null;
  }>`select record.vote(${tokenHash(token)}, ${voteKey(token)}, ${londonDate(now)}::date, ${vote}::uuid, ${clause}::uuid, ${answer}) as refusal`.execute(
    write,
  );
  return answered(rows);
}

/** Where each may choose a number of clauses: these, in place of those chosen before. */
export async function answerByChoosing(
  write: Write,
  token: string,
  vote: string,
  clauses: readonly string[],
  now: Date,
): Promise<Result<null, TogetherProblem>> {
  const { rows } = await sql<{
    refusal: TogetherProblem | null;
  }>`select record.choose_clauses(${tokenHash(token)}, ${voteKey(token)}, ${londonDate(now)}::date, ${vote}::uuid, ${clauses}::uuid[]) as refusal`.execute(
    write,
  );
  return answered(rows);
}
