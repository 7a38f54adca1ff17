/** The rooms of the product in their order, wing by wing: a room may use those before it. */
import { hearBy } from '#kit/events.js';
import type { Room } from '#kit/room.js';
import { actions } from '#rooms/decided/actions/room.js';
import { award } from '#rooms/practised/award/room.js';
import { backups } from '#rooms/ground/backups/room.js';
import { boards } from '#rooms/decided/boards/room.js';
import { careOffer } from '#rooms/practised/care-offer/room.js';
import { charters } from '#rooms/promised/charters/room.js';
import { directory } from '#rooms/ground/directory/room.js';
import { focusGroups } from '#rooms/heard/focus-groups/room.js';
import { frameworks } from '#rooms/ground/frameworks/room.js';
import { home } from '#rooms/told/home/room.js';
import { kitPages } from '#rooms/told/kit-pages/room.js';
import { publications } from '#rooms/told/publications/room.js';
import { search } from '#rooms/told/search/room.js';
import { withdrawals } from '#rooms/told/withdrawals/room.js';
import { help } from '#rooms/ground/help/room.js';
import { imports } from '#rooms/decided/imports/room.js';
import { instruments } from '#rooms/heard/instruments/room.js';
import { meetingPageRoom } from '#rooms/told/meeting-page/room.js';
import { meetings } from '#rooms/decided/meetings/room.js';
import { minutes } from '#rooms/decided/minutes/room.js';
import { networks } from '#rooms/practised/networks/room.js';
import { packReading } from '#rooms/decided/pack-reading/room.js';
import { packs } from '#rooms/decided/packs/room.js';
import { passkeys } from '#rooms/ground/passkeys/room.js';
import { people } from '#rooms/ground/people/room.js';
import { practice } from '#rooms/practised/practice/room.js';
import { promises } from '#rooms/promised/promises/room.js';
import { register } from '#rooms/promised/register/room.js';
import { reports } from '#rooms/decided/reports/room.js';
import { retention } from '#rooms/ground/retention/room.js';
import { reviews } from '#rooms/heard/reviews/room.js';
import { surveys } from '#rooms/heard/surveys/room.js';
import { takingPart } from '#rooms/heard/taking-part/room.js';
import { together } from '#rooms/promised/together/room.js';

export const rooms: readonly Room[] = [
  // ground
  people,
  passkeys,
  retention,
  directory,
  frameworks,
  help,
  backups,
  // heard
  instruments,
  takingPart,
  surveys,
  reviews,
  focusGroups,
  // decided
  boards,
  meetings,
  reports,
  minutes,
  packReading,
  actions,
  packs,
  imports,
  // practised
  practice,
  award,
  networks,
  careOffer,
  // promised
  promises,
  together,
  charters,
  register,
  // told
  meetingPageRoom,
  publications,
  search,
  home,
  withdrawals,
  kitPages,
];

hearBy(async () => rooms.map(({ hears = {} }) => hears));
