import { readOr, needed, type Read, text, type Typed } from '../act.form.js';

export function readNews(typed: Typed): Read<{ readonly body: string; readonly atRisk: boolean }> {
  const standing = text(typed, 'standing');
  return readOr(
    [
      ...needed(typed, 'body', 2000, 'Say what was done since the last news'),
      ...(['on track', 'at risk'].includes(standing)
        ? []
        : [{ field: 'standing', message: 'Choose whether it will be kept in time' }]),
    ],
    () => ({ body: text(typed, 'body'), atRisk: standing === 'at risk' }),
  );
}
