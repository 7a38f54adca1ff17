/** The door of boards. */
export type * from './words.js';
export type { GroupDraft, KnownPerson, MemberDraft, People, PersonDraft } from './acts.js';
export { peopleOf, recordAppointments, recordBoard, recordMembership } from './acts.js';
export { boardContent, boardKeeper } from './lookups.js';
export { boardPaths } from './paths.js';
export type { BoardLine } from './published.js';
export { boardsToChoose, publishedBoards } from './published.js';
export { renderBoardHtml } from './pages/board/render.js';
