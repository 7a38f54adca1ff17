/** The door of taking part. */
export type { Asked, Band, WayInKind, WayInPlace } from './words.js';
export { wayInKinds } from './words.js';
export { codePrinted, newSessionCode } from './codes.js';
export { changeWayIn, closeIntake, copySounds, freeSeats, lateDays, lateUntil, makeCards, moveIntake, openIntake, openWayIn, paperAddress, receivedBySetting, receivedByWayIn, sealCodes, stopWayIn, unsealCodes, voidWayIn } from './opening.js';
export { takingPartPaths } from './paths.js';
