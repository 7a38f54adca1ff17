/** A QR code as a drawing: its squares with the quiet zone of four around them that readers need (ISO/IEC 18004). Pure. */
import { encode } from 'uqr';

export const quietZone = 4;

/** Rows of squares, dark ones true, with the quiet zone. */
export function qrSquares(text: string): readonly (readonly boolean[])[] {
  return encode(text, { ecc: 'M', border: quietZone }).data;
}

/** The same as SVG: one path, a run of dark squares at a time. */
export function qrSvg(text: string): string {
  const rows = qrSquares(text);
  const runs = rows.flatMap((row, y) => {
    const found: string[] = [];
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== true || row[x - 1] === true) continue;
      let end = x;
      while (row[end] === true) end += 1;
      found.push(`M${x} ${y}h${end - x}v1h-${end - x}z`);
    }
    return found;
  });
  const size = rows.length;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}" ` +
    `shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path fill="#000" ` +
    `d="${runs.join('')}"/></svg>`
  );
}
