/** The door of actions. */
export { recordActions } from './acts.js';
export { actionsOf } from './lookups.js';
export { publishActions } from './publish.js';
