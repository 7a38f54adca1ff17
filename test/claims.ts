/** What a room says of its tables and organisations that are not verified (src/rooms/<wing>/<room>/test/claims.ts; people/claims.test.ts compares). */
export interface Claims {
  /** Tables that readers see and an organisation at work may write, and that need no guard of their own: each with why. */
  readonly unguarded?: Readonly<Record<string, string>>;
  /** Tables that readers do not see, and that are guarded all the same: what they hold opens or signs something. */
  readonly guarded?: readonly string[];
}
