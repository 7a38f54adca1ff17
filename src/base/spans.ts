/** Spans of time that the rules of several rooms share. */

/** What was kept, shown, published or confirmed counts for so long in the register of a framework (reference listening 5.3). */
export const monthsEarned = 12;
