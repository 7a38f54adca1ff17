/** What was typed into a search, put right by the words that stand in what was published. */
import { sql } from 'kysely';
import { checkableWords, type Likely, likelyWords, mend, type Mended } from '#base/search.js';
import type { Read } from '#kit/db/gate.js';
import type { PublicationKind } from './publications.js';

/** Known words looked at for each unknown one, and of these the likeliest whose places are counted. */
const wordsLookedAt = 300;
const wordsCounted = 12;
const wordsOffered = 3;

/** A word that stands nowhere and was left as typed, with those that may have been meant. */
export interface Offer {
  readonly typed: string;
  readonly instead: readonly string[];
}

export interface Understood {
  readonly mended: Mended;
  readonly offers: readonly Offer[];
}

/** The nearest words stand in for misspelt ones: among all that was published, or only in what is of one kind. */
export async function understood(read: Read, typed: string, kind: PublicationKind | null = null): Promise<Understood> {
  const likely = await likelyFor(read, checkableWords(typed), kind);
  const nearest = [...likely].flatMap(([word, [first]]) => (first?.sure ? [[word, first.word] as const] : []));
  return {
    mended: mend(typed, new Map(nearest)),
    offers: [...likely].flatMap(([word, own]) =>
      own.length === 0 || own[0]?.sure
        ? []
        : [{ typed: word, instead: own.slice(0, wordsOffered).map((one) => one.word) }],
    ),
  };
}

/**
 * What may have been meant by each word that stands nowhere: words that share trigrams with it, and words of about its
 * length with the same first or last letter, because trigrams miss exchanged letters ("yuoth"). Only words that lead to
 * a place count, the frequent before the rare. A word whose stem is found ("decides" where only "decide" stands) is not
 * unknown.
 */
async function likelyFor(
  read: Read,
  words: readonly string[],
  kind: PublicationKind | null,
): Promise<ReadonlyMap<string, readonly Likely[]>> {
  if (words.length === 0) return new Map();
  // The table of words does not know where each stands: within one kind only a place tells that a word is known. "The" has no place anywhere
  // and is no slip. The kind stands in the text of the query, so that the index of its passages alone is used.
  const isUnknown =
    kind === null
      ? sql`not exists (select from published.word as known where known.word = typed.word)
            and not exists (select from published.passage where passage.found @@ plainto_tsquery('english', typed.word))`
      : sql`numnode(plainto_tsquery('english', typed.word)) > 0
            and not exists (select from published.passage where ${ofKind(kind)} and passage.found @@ plainto_tsquery('english', typed.word))`;
  // Found first: only what is unknown is compared with all words.
  const { rows } = await sql<{ typed: string; word: string; alike: number }>`
    with unknown as materialized (select typed.word from unnest(${[...words]}::text[]) as typed (word) where ${isUnknown})
    select unknown.word as typed, near.word, near.alike
    from unknown
    cross join lateral (
      select known.word, extension.similarity(known.word, unknown.word) as alike
      from published.word as known
      where known.word % unknown.word
        or (length(known.word) between length(unknown.word) - 2 and length(unknown.word) + 2
            and (left(known.word, 1) = left(unknown.word, 1) or right(known.word, 1) = right(unknown.word, 1)))
      order by alike desc, abs(length(known.word) - length(unknown.word)), known.word
      limit ${wordsLookedAt}
    ) as near`.execute(read);
  const likely = [...Map.groupBy(rows, ({ typed }) => typed)].map(
    ([typed, known]) => [typed, likelyWords(typed, known).slice(0, wordsCounted)] as const,
  );
  const places = await placesOf(
    read,
    likely.flatMap(([, own]) => own.map(({ word }) => word)),
    kind,
  );
  const often = ({ word }: Likely) => places.get(word) ?? 0;
  return new Map(
    likely.map(([typed, own]) => [
      typed,
      own
        .filter((one) => often(one) > 0)
        .sort((a, b) => Number(b.sure) - Number(a.sure) || a.edits - b.edits || often(b) - often(a)),
    ]),
  );
}

const ofKind = (kind: PublicationKind) => sql`passage.kind = ${sql.lit(kind)}`;

/** In how many passages each word stands, counted up to a number that says "often". */
async function placesOf(
  read: Read,
  words: readonly string[],
  kind: PublicationKind | null,
): Promise<ReadonlyMap<string, number>> {
  if (words.length === 0) return new Map();
  const narrowed = kind === null ? sql`` : sql`and ${ofKind(kind)}`;
  const { rows } = await sql<{ word: string; places: number }>`
    select asked.word, (select count(*) from (select from published.passage
      where passage.found @@ plainto_tsquery('english', asked.word) ${narrowed} limit 1000) as place)::integer as places
    from unnest(${[...new Set(words)]}::text[]) as asked (word)`.execute(read);
  return new Map(rows.map(({ word, places }) => [word, places]));
}
