/** The door of boards. */
export type { BoardContent, BoardName, GroupMembership, Member } from './words.js';
export type { KnownPerson, People } from './acts.js';
export { peopleOf, recordAppointments, recordBoard, recordMembership } from './acts.js';
export { boardContent, boardKeeper } from './lookups.js';
export { boardPaths } from './paths.js';
export { publishBoard, publishNamed } from './publish.js';
export type { PersonHit } from './published.js';
export { boardsToChoose, peopleNamed } from './published.js';
export { renderBoardHtml } from './pages/board/render.js';
