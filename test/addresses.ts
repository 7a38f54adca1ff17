/** What a room says of the addresses it gives out (src/rooms/<wing>/<room>/test/addresses.ts); test/every-path.test.ts compares. */

/** By the name of a function of paths.ts: words that it is given, and the address it makes of them. */
export type Lines = Readonly<Record<string, readonly (readonly [words: readonly unknown[], address: string])[]>>;

export const board = 'cyp-board';
export const meeting = '2024-03-12';
export const id = '018e3a5c-0000-7000-8000-000000000000';
/** Cannot stand in an address as it is. */
export const odd = 'a/b ?ŵ#';
export const oddPart = 'a%2Fb%20%3F%C5%B5%23';
