/**
 * What Kept itself says to whoever takes part. Short sentences and plain words: the youngest readers are eight (reference listening, P3, P4, P8).
 */
export const en = {
  // Typing a code
  codeTitle: 'Take part',
  codeLabel: 'Type the code',
  codeHint: 'It is on your card, or on the board in your class. It has 8 or 9 letters and numbers.',
  codeGo: 'Continue',
  codeWrong: 'No survey has this code. Look at it again: it has no A, E, I, O or U, and no 0, 1 or 8.',
  // States of a code
  spentTitle: 'This card has been used',
  spent: 'Answers were sent with this card. A card works once. If it was not you, ask for another card.',
  notYetTitle: 'This survey is not open yet',
  notYet: 'Keep the code. It will work when the survey opens.',
  closedTitle: 'This survey is closed',
  closed: 'No more answers can be sent.',
  endedTitle: 'This class session is over',
  ended: 'If you still want to answer, ask your teacher for more time.',
  fullTitle: 'Every place is taken',
  full: 'Ask your teacher to add a place. Then try the same code again.',
  codeEndedTitle: 'This code has ended',
  codeEnded: 'Ask whoever gave it to you whether there is another one.',
  pausedTitle: 'This code does not work now',
  paused: 'Ask whoever gave it to you. It may work again later.',
  voidedTitle: 'This code does not count any more',
  voided:
    'The adults who run the survey stopped it, because the wrong people may have used it. Answers that were sent ' +
    'with it were deleted, yours too if you had sent any. If you still want to answer, ask whoever gave it to ' +
    'you for a new code.',
  anotherCode: 'Type another code',
  tryAgain: 'Try again',
  manyTitle: 'Too many tries',
  many: 'Wait a minute. Then try again. Nothing is lost.',
  awayTitle: 'Please wait a minute',
  away: 'We cannot save anything right now. It is not your fault. Wait a minute, then press “Try again”. Nothing that you sent before is lost.',
  missingTitle: 'Page not found',
  missing: 'There is nothing at this address. Type your code again, or check the link.',
  notTakenTitle: 'This could not be sent',
  notTaken: 'Go back and try again. If it does not work, go to the beginning and type the code again.',
  faultTitle: 'Something went wrong here',
  fault: 'It is not your fault. Nothing that you sent before is lost. Wait a minute, then try again.',
  faultNumber: 'If you ask an adult for help, show them this: {number}',
  // Text that cannot be kept goes back to its writer
  problemTitle: 'There is a problem',
  mendTitle: 'Your text cannot be saved like this',
  mend: 'Nothing was saved yet. Change the text below, then send it again. Your other answers are still here.',
  mendLabel: 'Your text',
  mendUnreadable: 'Something in this text could not be saved, such as a broken symbol. We took it out. Check the text.',
  mendGo: 'Send again',
  // Before the first question
  asks: '{organisation} asks',
  at: 'At {setting}',
  chooseLanguage: 'Language',
  noticeTitle: 'Before you start',
  stopTitle: 'You decide',
  stop:
    'You can leave out any question. You can stop at any time: press “Stop and leave”, and nothing is kept. Once ' +
    'you have sent your answers, we cannot take them back, because nobody can tell which are yours.',
  contact: 'Questions about this survey:',
  closesOn: 'You can answer until {day}.',
  start: 'Start',
  // Help
  helpTitle: 'If you want to talk to somebody',
  helpTurnTo: 'You can talk to {who}.',
  helpChildline: 'Childline, free, day and night: {number}',
  helpDanger: 'If somebody is in danger now: {number}',
  // Questions
  progress: 'Question {number} of {total}',
  information: 'Please read',
  next: 'Continue',
  skip: 'Skip this question',
  back: 'Back',
  leave: 'Stop and leave',
  atMost: 'Choose up to {number}.',
  between: 'A whole number from {least} to {most}.',
  freeNames:
    'Do not write names. If we read that you or someone else is at risk, we will try to help. That may mean telling your school’s safeguarding lead.',
  freeNow: 'We cannot see who you are. If you need help now:',
  // Messages
  error: 'Error',
  tooMany: 'You chose more than {number}. Take some away, so that {number} are left.',
  notAnOption: 'Choose one of the answers on this page.',
  notANumber: 'Write a whole number, such as 4.',
  outOfBounds: 'Write a number from {least} to {most}.',
  tooLong: 'This is too long. Shorten it to {number} letters.',
  // The end
  sendTitle: 'Send your answers',
  sendSome: 'You answered {number} of {total} questions.',
  send: 'When you press “Send”, your answers go off together. Then you cannot change them.',
  sendGo: 'Send',
  busy: 'Many answers are arriving now. Wait a few seconds, then press “Send” again. Nothing is lost.',
  fullAtEnd:
    'Your place was given to somebody else, and every place is taken. Ask your teacher to add a place. Then press “Send” again. Nothing is lost.',
  thanksTitle: 'Thank you. Your answers have arrived.',
  receipt: 'These words show that they arrived. They say nothing about what you answered. Keep them if you like.',
  receiptLabel: 'Your words',
  nextPerson: 'Next person',
  closePage: 'You can close this page now.',
  usedTitle: 'This place has been used',
  used: 'Other answers were sent from this place before. Yours were not kept.',
  unknownTitle: 'Your answers could not be sent',
  unknown: 'The place that you took is not there any more. Start again, or ask whoever gave you the code.',
  lateTitle: 'The survey closed before you sent',
  late: 'Your answers were not kept. We are sorry.',
  leftTitle: 'You have left. Nothing was kept.',
  left: 'You can close this page now.',
  goneTitle: 'This page is no longer there',
  gone: 'It belonged to somebody who has finished, or who stopped. Nothing of it can be shown. If you sent your answers, they have arrived.',
  startAgain: 'Go to the beginning',
  // Kept from being lost
  passedTitle: 'Not answered.',
  passed: 'You have not answered this question. That is fine. Press “Continue” again to leave it out.',
  inForm:
    'You have written a lot. To go back, use the “Back” button on this page, not the Back key of your phone or browser.',
  inFormTitle: 'Your answers are on the next page',
  inFormForward: 'You came here with the Back key. Go forward again: your answers are there.',
  begunTitle: 'Answers were started in this browser',
  begun:
    'They have not been sent. If they are yours, go back to them: use the Back or Forward key of the browser, or the other tab.',
  begunAnew: 'If you start now, those answers are deleted.',
  begunGo: 'Delete them and start',
  noOtherLanguage: 'There is no connection. You can change the language when it is back.',
  goOnTitle: 'Your answers are still here',
  goOn: 'Go on with them',
  noCookieTitle: 'This browser blocks cookies',
  noCookie:
    'Kept needs one small file, called a cookie. It holds your answers together until you send them, and is then deleted.',
  noCookieHow: 'Nothing was lost. You can:',
  noCookieAllow: 'allow cookies for this site in the browser’s settings, and try again',
  noCookieScript: 'switch on JavaScript and try again: then no cookie is needed',
  noCookieOther: 'use another browser or another device',
  noCookiePaper: 'ask for a paper form',
  // Paper
  paperTitle: 'Enter a paper form',
  paperLead: 'For staff: copy what was written, and leave out what was left out. Nothing is kept until you send it.',
  paperGo: 'Send this form',
  paperNext: 'Enter another form',
  paperWait:
    'Many answers are arriving now. Wait a few seconds, then press “Send this form” again. What you copied is still here.',
  paperFull:
    'Every place is taken. Give the session another place, then press “Send this form” again. What you copied is still here.',
  paperErrors: 'Look at these answers again',
  paperOver:
    'For staff: to enter paper forms now, use the link for paper forms. Whoever opened the session finds it on the page of the session.',
  // Helped by a script
  chosen: '{number} of {total} chosen',
  listen: 'Listen to the question',
  read: 'Read aloud',
  quiet: 'Stop reading',
  unsentOne:
    'One person’s answers wait on this device. They are sealed: nobody can read them here. They will be sent when there is a connection.',
  unsentMany:
    'Answers of {number} people wait on this device. They are sealed: nobody can read them here. They will be sent when there is a connection.',
  unsentLabel: 'Answers that wait',
  sendNow: 'Send now',
  saveFile: 'Save to a file',
  refusedSome:
    'Some answers were not taken: their code was used or stopped, or the survey has closed. Save them to a file and tell whoever leads the survey.',
  throwAway: 'Throw away what was not taken',
  waitingTitle: 'Thank you. Your answers are safe on this device.',
  waiting:
    'There is no connection now. They are sealed, and will be sent by themselves. You do not have to do anything.',
  refusedTitle: 'Your answers could not be taken',
  refused: 'This code has been used or stopped, or the survey has closed. Tell whoever gave you the code.',
  noStore:
    'There is no connection, and this browser keeps nothing. Stay on this page, and press “Send” again when you are connected.',
  // Handing in a file
  unsentTitle: 'Hand in unsent answers',
  unsentLead:
    'Choose the file that was saved on a device without a connection. It is sealed, so only the survey can open ' +
    'it. If you hand a file in twice, each answer still counts once.',
  unsentFile: 'The file with unsent answers',
  unsentGo: 'Hand in',
  unsentNoFile: 'Choose a file that was saved with “Save to a file”.',
  unsentNotRead: 'This file does not hold unsent answers. Look for the file named kept-unsent-answers.json.',
  unsentDone: 'Arrived: {arrived}. Not taken: {refused}. Not now: {later}.',
  unsentWhy:
    '“Not taken” means that a card was used before, that the survey has closed, or that the answers had arrived ' +
    'and have been counted. “Not now” means that a class session has no place left: give it more places and hand ' +
    'the file in again.',
} as const;

/** Words of receipts, in the order of the English ones. */
export const receiptThings: readonly string[] = (
  'sun, moon, star, cloud, rain, snow, wind, river, sea, hill, tree, leaf, flower, grass, stone, sand, ' +
  'apple, pear, lemon, bread, milk, honey, rice, salt, cat, horse, sheep, rabbit, lion, bear, fox, mouse, ' +
  'bird, duck, owl, fish, whale, frog, bee, ant, house, door, window, table, chair, bed, lamp, clock, ' +
  'key, book, pen, bag, ball, kite, drum, bell, hat, coat, shoe, ring, boat, train, bridge, road'
).split(', ');
