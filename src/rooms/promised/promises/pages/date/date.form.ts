import { readOr, needed, neededDate, type Read, text, type Typed } from '../act.form.js';

export function readNewDate(typed: Typed, today: string): Read<{ readonly due: string; readonly why: string }> {
  const due = neededDate(typed, 'due', 'promise due', today, 'Enter the new date, like 1 9 2027');
  return readOr([...due.problems, ...needed(typed, 'why', 1000, 'Say why the date moves. Readers see it')], () => ({
    due: due.date,
    why: text(typed, 'why'),
  }));
}
