import { changedPieces, type Piece } from './pieces.js';

export interface DiffProps {
  readonly before: string;
  readonly after: string;
}

/** What changed between two texts, word by word. Heard as well as seen: browsers do not announce ins and del. */
export function Diff({ before, after }: DiffProps) {
  return (
    <p class="diff">
      {changedPieces(before, after).map((piece) => (
        <PieceView piece={piece} />
      ))}
    </p>
  );
}

function PieceView({ piece }: { readonly piece: Piece }) {
  if (piece.kind === 'same') return <>{piece.text}</>;
  const Tag = piece.kind === 'removed' ? 'del' : 'ins';
  return (
    <Tag>
      <span class="govuk-visually-hidden"> [{piece.kind}: </span>
      {piece.text}
      <span class="govuk-visually-hidden">] </span>
    </Tag>
  );
}
