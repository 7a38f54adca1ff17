/**
 * Below these numbers nothing is told of young people (reference listening P8, P14; decision 0022). SQL, constraints and words name them again, where
 * they have to: `test/numbers.test.ts` reads all three and compares.
 */

/** So many young people at least, for an answer to count or a number to be told; and the width of a band. */
export const fewestPeople = 10;

/** So many at least on each side of what is told. */
export const fewestOnASide = 3;
