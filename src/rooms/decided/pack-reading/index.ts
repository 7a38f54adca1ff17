/** The door of pack-reading: what is understood of a published pack or of minutes. */
export type { Doubt, ReadAnnex, ReadAttendance, ReadMinutes, ReadPerson, ReadReport, Reading } from './words.js';
export { makeDoubt } from './doubts/doubt.js';
export { readPack } from './read-pack.js';
export { type ReadAside, readAside } from './read-aside.js';
