import type { SnippetPiece } from '#base/search.js';

export interface UnderstoodProps {
  /** Words that were put right without asking. */
  readonly changed: readonly { readonly from: string; readonly to: string }[];
  /** Words that stand nowhere, each with those that may have been meant. */
  readonly offers: readonly {
    readonly typed: string;
    readonly instead: readonly { readonly word: string; readonly href: string }[];
  }[];
}

/** What a search made of the words that were typed: never a change that is not said. */
export function Understood({ changed, offers }: UnderstoodProps) {
  return (
    <>
      {changed.length > 0 && (
        <p>
          Showing results for <strong>{changed.map(({ to }) => to).join(', ')}</strong>, not{' '}
          {changed.map(({ from }) => from).join(', ')}.
        </p>
      )}
      {offers.map(({ typed, instead }) => (
        <p>
          Nothing found for <strong>{typed}</strong>; did you mean{' '}
          {instead.map(({ word, href }, at) => (
            <>
              {at > 0 && (at === instead.length - 1 ? ' or ' : ', ')}
              <a href={href}>{word}</a>
            </>
          ))}
          ?
        </p>
      ))}
    </>
  );
}

/** A stretch of a text with the words found in it marked. */
export function Marked({ pieces }: { readonly pieces: readonly SnippetPiece[] }) {
  return <>{pieces.map((piece) => (piece.marked ? <mark>{piece.text}</mark> : piece.text))}</>;
}
