/** Every address that this room gives out, as it stands: one that changes breaks somebody's link, so it must change here too. */
import type { Lines } from '#test/addresses.js';

export const lines: Lines = {
  'signedHeadPaths.all': [[[], '/signed-heads']],
  'signedHeadPaths.one': [[[14], '/signed-heads/14']],
  'signedHeadPaths.key': [[[], '/signed-heads/key.pem']],
};
