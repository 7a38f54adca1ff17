/** The rooms of the product in their order: a room may use those before it. The only list of its kind. */
import type { Room } from '#kit/room.js';
import { actions } from '#rooms/actions/room.js';
import { backups } from '#rooms/backups/room.js';
import { boards } from '#rooms/boards/room.js';
import { careOffer } from '#rooms/care-offer/room.js';
import { charters } from '#rooms/charters/room.js';
import { directory } from '#rooms/directory/room.js';
import { focusGroups } from '#rooms/focus-groups/room.js';
import { frameworks } from '#rooms/frameworks/room.js';
import { front } from '#rooms/front/room.js';
import { imports } from '#rooms/imports/room.js';
import { instruments } from '#rooms/instruments/room.js';
import { meetings } from '#rooms/meetings/room.js';
import { minutes } from '#rooms/minutes/room.js';
import { networks } from '#rooms/networks/room.js';
import { packs } from '#rooms/packs/room.js';
import { passkeys } from '#rooms/passkeys/room.js';
import { people } from '#rooms/people/room.js';
import { practice } from '#rooms/practice/room.js';
import { promises } from '#rooms/promises/room.js';
import { register } from '#rooms/register/room.js';
import { retention } from '#rooms/retention/room.js';
import { reviews } from '#rooms/reviews/room.js';
import { surveys } from '#rooms/surveys/room.js';
import { takingPart } from '#rooms/taking-part/room.js';

export const rooms: readonly Room[] = [
  people,
  passkeys,
  retention,
  directory,
  frameworks,
  instruments,
  takingPart,
  surveys,
  reviews,
  focusGroups,
  boards,
  meetings,
  minutes,
  actions,
  practice,
  promises,
  packs,
  charters,
  register,
  networks,
  careOffer,
  imports,
  backups,
  front,
];
