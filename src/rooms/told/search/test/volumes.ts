/** How much of it there is in a country, how tests fill it, and where its lists are (test/room-volumes.ts). */
import { oneMeeting, type RoomVolumes } from '#test/room-volumes.js';

export const volumes: RoomVolumes = {
  measured: [
    { name: 'search, a word that is everywhere', path: '/search?q=children' },
    { name: 'search, a frequent word', path: '/search?q=housing' },
    { name: 'search, a word of every fortieth place', path: '/search?q=transport' },
    { name: 'search, two words', path: '/search?q=housing+transport' },
    { name: 'search, a rare word', path: '/search?q=kayaking' },
    { name: 'search, a misspelt word', path: '/search?q=aprentises' },
    { name: 'search, a word that is nowhere', path: '/search?q=xyzzyplugh' },
    { name: 'search, a name', path: '/search?q=cedar' },
    { name: 'search in a board', path: '/search?q=children&board=$board', facts: oneMeeting },
    { name: 'search in minutes', path: '/search?q=children&kind=minutes' },
    { name: 'search in practices', path: '/search?q=children&kind=practice' },
    { name: 'search, beyond the end', path: '/search?q=children&page=9999' },
  ],
};
