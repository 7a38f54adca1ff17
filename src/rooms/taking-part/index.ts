/** The door of taking part. */
export type { Asked, Band, WayInKind, WayInPlace } from './words.js';
export { wayInKinds } from './words.js';
export { codePrinted, newSessionCode } from './codes.js';
export { changeWayIn, copySounds, lateDays, makeCards, moveIntake, openIntake, openWayIn, receivedBySetting, receivedByWayIn } from './opening.js';
export { takingPartPaths } from './paths.js';
