/** The door of taking part. */
export type { Asked, Band, WayInKind, WayInPlace } from './words.js';
export { wayInKinds } from './words.js';
export { codePrinted, newSessionCode } from './codes.js';
export { changeWayIn, closeIntake, copySounds, freeSeats, lateDays, makeCards, moveIntake, openIntake, openWayIn, paperAddress, receivedBySetting, receivedByWayIn, stopWayIn, voidWayIn } from './opening.js';
export { takingPartPaths } from './paths.js';
