/** Large type, short lines, much space: for pages that ten-year-olds use, for easy read, and for the card on a wall. */
import type { Content } from '../parts.js';

export interface PlainProps {
  readonly children: Content;
  /** Larger still. */
  readonly easyRead?: boolean;
}

export function Plain({ children, easyRead = false }: PlainProps) {
  return <div class={easyRead ? 'easy-read' : 'together'}>{children}</div>;
}

/** One idea a line. */
export function EasyLines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <div class="easy-read__clause">
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </div>
  );
}

/** Where help is, who reads what, and the way out; under every page on which children write. */
export function HelpBox({ children }: { readonly children: Content }) {
  return (
    <aside class="together__help" aria-label="Help, and the way out">
      {children}
    </aside>
  );
}

export interface CodeCardProps {
  readonly address: string;
  /** As it is typed, in groups. */
  readonly code: string;
  /** Read from the back of a room. */
  readonly wall?: boolean;
  /** A drawing (SVG) of a QR code that leads to the same place, for whoever has a camera. */
  readonly qr?: string | undefined;
  readonly children: Content;
}

/** What a class needs to come in: for the wall, the board and the printer. */
export function CodeCard({ address, code, wall = false, qr, children }: CodeCardProps) {
  return (
    <div class={wall ? 'together-card together-card--wall' : 'together-card'}>
      {qr !== undefined && (
        <img
          class="together-card__qr"
          alt="A QR code that leads to the same place"
          src={`data:image/svg+xml,${encodeURIComponent(qr)}`}
        />
      )}
      <p class="together-card__step">1. Go to</p>
      <p class="together-card__address">{address}</p>
      <p class="together-card__step">2. Type</p>
      <p class="together-card__code">{code}</p>
      {children}
    </div>
  );
}
