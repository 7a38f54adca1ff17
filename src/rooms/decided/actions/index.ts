/** The door of actions. */
export type { ActionDraft } from './acts.js';
export { recordActions } from './acts.js';
export type { ActionRecord } from './lookups.js';
export { actionsOf } from './lookups.js';
