/**
 * How long what is suggested or said in the room may be, in characters, and how many steps it may have. A clause of a
 * charter begins as a suggestion and has the same limits.
 */
export const suggestionLongest = { aim: 300, effect: 300, step: 300, steps: 12, said: 600 } as const;
