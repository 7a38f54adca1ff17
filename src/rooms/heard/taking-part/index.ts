/** The door of taking part. */
export type { Asked, Band, WayInKind } from './words.js';
export { wayInKinds } from './words.js';
export { codePrinted, newSessionCode } from './codes.js';
export {
  changeWayIn,
  closeIntake,
  closeWaysIn,
  copySounds,
  freeSeats,
  lateDays,
  lateUntil,
  makeCards,
  moveIntake,
  openIntake,
  openWayIn,
  paperAddress,
  type ReceivedBySetting,
  receivedBySetting,
  receivedByWayIn,
  receivedOf,
  sealCodes,
  stopWayIn,
  stopWaysIn,
  unsealCodes,
  voidWayIn,
} from './workspace-to-intake.js';
export { takingPartPaths } from './paths.js';
