/**
 * What Kept itself says to whoever takes part, in each language that it speaks; where it does not speak one, in English. One table. Pure.
 * Short sentences and plain words: the youngest readers are eight (reference listening, P3, P4, P8).
 */
import { filled } from './filled.js';

export const spoken = ['en', 'cy', 'ar'] as const;
export type Spoken = (typeof spoken)[number];

const en = {
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

export type Sentence = keyof typeof en;

const cy: Readonly<Record<Sentence, string>> = {
  codeTitle: 'Cymryd rhan',
  codeLabel: 'Teipiwch y cod',
  codeHint: 'Mae ar eich cerdyn, neu ar y bwrdd yn eich dosbarth. Mae ganddo 8 neu 9 o lythrennau a rhifau.',
  codeGo: 'Parhau',
  codeWrong: 'Nid oes arolwg â’r cod hwn. Edrychwch arno eto: nid oes A, E, I, O nac U ynddo, na 0, 1 nac 8.',
  spentTitle: 'Mae’r cerdyn hwn wedi’i ddefnyddio',
  spent:
    'Anfonwyd atebion gyda’r cerdyn hwn. Mae cerdyn yn gweithio unwaith. Os nad chi oedd e, gofynnwch am gerdyn arall.',
  notYetTitle: 'Nid yw’r arolwg hwn ar agor eto',
  notYet: 'Cadwch y cod. Bydd yn gweithio pan fydd yr arolwg yn agor.',
  closedTitle: 'Mae’r arolwg hwn ar gau',
  closed: 'Ni ellir anfon rhagor o atebion.',
  endedTitle: 'Mae’r sesiwn ddosbarth hon ar ben',
  ended: 'Os ydych chi eisiau ateb o hyd, gofynnwch i’ch athro am ragor o amser.',
  fullTitle: 'Mae pob lle wedi’i gymryd',
  full: 'Gofynnwch i’ch athro ychwanegu lle. Yna rhowch gynnig ar yr un cod eto.',
  codeEndedTitle: 'Mae’r cod hwn wedi dod i ben',
  codeEnded: 'Gofynnwch i bwy bynnag a’i rhoddodd i chi a oes un arall.',
  pausedTitle: 'Nid yw’r cod hwn yn gweithio nawr',
  paused: 'Gofynnwch i bwy bynnag a’i rhoddodd i chi. Efallai y bydd yn gweithio eto yn nes ymlaen.',
  voidedTitle: 'Nid yw’r cod hwn yn cyfrif mwyach',
  voided:
    'Stopiodd yr oedolion sy’n rhedeg yr arolwg y cod, achos efallai bod y bobl anghywir wedi’i ddefnyddio. ' +
    'Cafodd yr atebion a anfonwyd gydag ef eu dileu, gan gynnwys eich rhai chi os anfonoch rai. Os ydych chi ' +
    'eisiau ateb o hyd, gofynnwch am god newydd i bwy bynnag a’i rhoddodd i chi.',
  anotherCode: 'Teipio cod arall',
  tryAgain: 'Rhoi cynnig arall arni',
  manyTitle: 'Gormod o gynigion',
  many: 'Arhoswch funud. Yna rhowch gynnig arall arni. Does dim byd wedi’i golli.',
  awayTitle: 'Arhoswch funud',
  away:
    'Ni allwn gadw dim byd ar hyn o bryd. Nid eich bai chi yw hyn. Arhoswch funud, yna pwyswch “Rhoi cynnig arall ' +
    'arni”. Does dim byd a anfonoch o’r blaen wedi’i golli.',
  missingTitle: 'Heb ddod o hyd i’r dudalen',
  missing: 'Does dim byd yn y cyfeiriad hwn. Teipiwch eich cod eto, neu edrychwch ar y ddolen unwaith eto.',
  notTakenTitle: 'Ni ellid anfon hwn',
  notTaken: 'Ewch yn ôl a rhowch gynnig arall arni. Os nad yw’n gweithio, ewch i’r dechrau a theipiwch y cod eto.',
  faultTitle: 'Aeth rhywbeth o’i le yma',
  fault:
    'Nid eich bai chi yw hyn. Does dim byd a anfonoch o’r blaen wedi’i golli. Arhoswch funud, yna rhowch gynnig arall arni.',
  faultNumber: 'Os ydych yn gofyn i oedolyn am help, dangoswch hwn: {number}',
  problemTitle: 'Mae problem',
  mendTitle: 'Ni ellir cadw eich testun fel hyn',
  mend: 'Does dim byd wedi’i gadw eto. Newidiwch y testun isod, yna anfonwch e eto. Mae eich atebion eraill yma o hyd.',
  mendLabel: 'Eich testun',
  mendUnreadable:
    'Roedd rhywbeth yn y testun hwn na ellid ei gadw, fel symbol sydd wedi torri. Rydym wedi’i dynnu allan. Edrychwch dros y testun.',
  mendGo: 'Anfon eto',
  asks: '{organisation} sy’n gofyn',
  at: 'Yn {setting}',
  chooseLanguage: 'Iaith',
  noticeTitle: 'Cyn dechrau',
  stopTitle: 'Chi sy’n penderfynu',
  stop:
    'Cewch adael unrhyw gwestiwn allan. Cewch stopio unrhyw bryd: pwyswch “Stopio a gadael”, ac ni chaiff dim ei ' +
    'gadw. Ar ôl anfon eich atebion, ni allwn eu tynnu’n ôl, achos all neb ddweud pa rai yw eich rhai chi.',
  contact: 'Cwestiynau am yr arolwg hwn:',
  closesOn: 'Cewch ateb tan {day}.',
  start: 'Dechrau',
  helpTitle: 'Os ydych chi eisiau siarad â rhywun',
  helpTurnTo: 'Gallwch chi siarad â {who}.',
  helpChildline: 'Childline, am ddim, ddydd a nos: {number}',
  helpDanger: 'Os oes rhywun mewn perygl nawr: {number}',
  progress: 'Cwestiwn {number} o {total}',
  information: 'Darllenwch hwn',
  next: 'Parhau',
  skip: 'Hepgor y cwestiwn hwn',
  back: 'Yn ôl',
  leave: 'Stopio a gadael',
  atMost: 'Dewiswch hyd at {number}.',
  between: 'Rhif cyfan o {least} i {most}.',
  freeNames:
    'Peidiwch ag ysgrifennu enwau. Os byddwn yn darllen eich bod chi neu rywun arall mewn perygl, byddwn yn ' +
    'ceisio helpu. Gall hynny olygu dweud wrth arweinydd diogelu eich ysgol.',
  freeNow: 'Ni allwn weld pwy ydych chi. Os oes angen help arnoch nawr:',
  error: 'Gwall',
  tooMany: 'Dewisoch fwy na {number}. Tynnwch rai i ffwrdd, fel bod {number} ar ôl.',
  notAnOption: 'Dewiswch un o’r atebion ar y dudalen hon.',
  notANumber: 'Ysgrifennwch rif cyfan, fel 4.',
  outOfBounds: 'Ysgrifennwch rif o {least} i {most}.',
  tooLong: 'Mae hwn yn rhy hir. Gwnewch e’n fyrrach: {number} o lythrennau ar y mwyaf.',
  sendTitle: 'Anfon eich atebion',
  sendSome: 'Ateboch {number} o {total} cwestiwn.',
  send: 'Pan bwyswch “Anfon”, bydd eich atebion yn mynd gyda’i gilydd. Wedyn ni allwch eu newid.',
  sendGo: 'Anfon',
  busy: 'Mae llawer o atebion yn cyrraedd nawr. Arhoswch ychydig eiliadau, yna pwyswch “Anfon” eto. Does dim byd wedi’i golli.',
  fullAtEnd:
    'Rhoddwyd eich lle i rywun arall, ac mae pob lle wedi’i gymryd. Gofynnwch i’ch athro ychwanegu lle. Yna pwyswch “Anfon” eto. Does dim byd wedi’i golli.',
  thanksTitle: 'Diolch. Mae eich atebion wedi cyrraedd.',
  receipt:
    'Mae’r geiriau hyn yn dangos eu bod wedi cyrraedd. Nid ydynt yn dweud dim am eich atebion. Cadwch nhw os hoffech.',
  receiptLabel: 'Eich geiriau',
  nextPerson: 'Y person nesaf',
  closePage: 'Gallwch gau’r dudalen hon nawr.',
  usedTitle: 'Mae’r lle hwn wedi’i ddefnyddio',
  used: 'Anfonwyd atebion eraill o’r lle hwn o’r blaen. Ni chafodd eich rhai chi eu cadw.',
  unknownTitle: 'Ni ellid anfon eich atebion',
  unknown: 'Nid yw’r lle a gymeroch yno mwyach. Dechreuwch eto, neu gofynnwch i bwy bynnag roddodd y cod i chi.',
  lateTitle: 'Caeodd yr arolwg cyn i chi anfon',
  late: 'Ni chafodd eich atebion eu cadw. Mae’n ddrwg gennym.',
  leftTitle: 'Rydych chi wedi gadael. Ni chadwyd dim.',
  left: 'Gallwch gau’r dudalen hon nawr.',
  goneTitle: 'Nid yw’r dudalen hon yno mwyach',
  gone: 'Roedd yn perthyn i rywun sydd wedi gorffen, neu a stopiodd. Ni ellir dangos dim ohoni. Os anfonoch eich atebion, maen nhw wedi cyrraedd.',
  startAgain: 'Mynd i’r dechrau',
  passedTitle: 'Heb ei ateb.',
  passed: 'Nid ydych wedi ateb y cwestiwn hwn. Mae hynny’n iawn. Pwyswch “Parhau” eto i’w adael allan.',
  inForm:
    'Rydych wedi ysgrifennu llawer. I fynd yn ôl, defnyddiwch y botwm “Yn ôl” ar y dudalen hon, nid botwm Yn ôl eich ffôn neu’ch porwr.',
  inFormTitle: 'Mae eich atebion ar y dudalen nesaf',
  inFormForward: 'Daethoch yma gyda’r botwm Yn ôl. Ewch ymlaen eto: mae eich atebion yno.',
  begunTitle: 'Dechreuwyd atebion yn y porwr hwn',
  begun:
    'Nid ydynt wedi’u hanfon. Os eich rhai chi ydynt, ewch yn ôl atynt: defnyddiwch fotwm Yn ôl neu Ymlaen y porwr, neu’r tab arall.',
  begunAnew: 'Os dechreuwch nawr, caiff yr atebion hynny eu dileu.',
  begunGo: 'Eu dileu a dechrau',
  noOtherLanguage: 'Nid oes cysylltiad. Cewch newid yr iaith pan ddaw yn ôl.',
  goOnTitle: 'Mae eich atebion yma o hyd',
  goOn: 'Parhau gyda nhw',
  noCookieTitle: 'Mae’r porwr hwn yn rhwystro cwcis',
  noCookie:
    'Mae angen un ffeil fach ar Kept, o’r enw cwci. Mae’n cadw eich atebion gyda’i gilydd nes i chi eu hanfon, ac yna caiff ei dileu.',
  noCookieHow: 'Does dim byd wedi’i golli. Gallwch:',
  noCookieAllow: 'ganiatáu cwcis i’r wefan hon yng ngosodiadau’r porwr, a rhoi cynnig arall arni',
  noCookieScript: 'droi JavaScript ymlaen a rhoi cynnig arall arni: wedyn nid oes angen cwci',
  noCookieOther: 'ddefnyddio porwr arall neu ddyfais arall',
  noCookiePaper: 'ofyn am ffurflen bapur',
  paperTitle: 'Cofnodi ffurflen bapur',
  paperLead:
    'I staff: copïwch yr hyn a ysgrifennwyd, a gadewch allan yr hyn a adawyd allan. Ni chedwir dim nes i chi ei anfon.',
  paperGo: 'Anfon y ffurflen hon',
  paperNext: 'Cofnodi ffurflen arall',
  paperWait:
    'Mae llawer o atebion yn cyrraedd nawr. Arhoswch ychydig eiliadau, yna pwyswch “Anfon y ffurflen hon” eto. Mae’r hyn a gopïwyd gennych yma o hyd.',
  paperFull:
    'Mae pob lle wedi’i gymryd. Rhowch le arall i’r sesiwn, yna pwyswch “Anfon y ffurflen hon” eto. Mae’r hyn a gopïwyd gennych yma o hyd.',
  paperErrors: 'Edrychwch eto ar yr atebion hyn',
  paperOver:
    'I staff: i gofnodi ffurflenni papur nawr, defnyddiwch y ddolen ar gyfer ffurflenni papur. Bydd pwy bynnag a ' +
    'agorodd y sesiwn yn ei gweld ar dudalen y sesiwn.',
  chosen: 'Dewiswyd {number} o {total}',
  listen: 'Gwrando ar y cwestiwn',
  read: 'Darllen yn uchel',
  quiet: 'Stopio darllen',
  unsentOne:
    'Mae atebion un person yn aros ar y ddyfais hon. Maen nhw wedi’u selio: ni all neb eu darllen yma. Fe’u hanfonir pan fydd cysylltiad.',
  unsentMany:
    'Mae atebion {number} o bobl yn aros ar y ddyfais hon. Maen nhw wedi’u selio: ni all neb eu darllen yma. Fe’u hanfonir pan fydd cysylltiad.',
  unsentLabel: 'Atebion sy’n aros',
  sendNow: 'Anfon nawr',
  saveFile: 'Cadw mewn ffeil',
  refusedSome:
    'Ni dderbyniwyd rhai atebion: defnyddiwyd neu stopiwyd eu cod, neu mae’r arolwg wedi cau. Cadwch nhw mewn ' +
    'ffeil a dywedwch wrth bwy bynnag sy’n arwain yr arolwg.',
  throwAway: 'Taflu’r hyn na dderbyniwyd',
  waitingTitle: 'Diolch. Mae eich atebion yn ddiogel ar y ddyfais hon.',
  waiting:
    'Nid oes cysylltiad nawr. Maen nhw wedi’u selio, ac fe’u hanfonir ar eu pen eu hunain. Does dim rhaid i chi wneud dim.',
  refusedTitle: 'Ni ellid derbyn eich atebion',
  refused:
    'Mae’r cod hwn wedi’i ddefnyddio neu ei stopio, neu mae’r arolwg wedi cau. Dywedwch wrth bwy bynnag a roddodd y cod i chi.',
  noStore:
    'Nid oes cysylltiad, ac nid yw’r porwr hwn yn cadw dim. Arhoswch ar y dudalen hon, a phwyswch “Anfon” eto pan fydd cysylltiad.',
  unsentTitle: 'Cyflwyno atebion heb eu hanfon',
  unsentLead:
    'Dewiswch y ffeil a gadwyd ar ddyfais heb gysylltiad. Mae wedi’i selio, felly dim ond yr arolwg all ei ' +
    'hagor. Os cyflwynwch ffeil ddwywaith, mae pob ateb yn dal i gyfrif unwaith.',
  unsentFile: 'Y ffeil o atebion heb eu hanfon',
  unsentGo: 'Cyflwyno',
  unsentNoFile: 'Dewiswch ffeil a gadwyd gyda “Cadw mewn ffeil”.',
  unsentNotRead:
    'Nid yw’r ffeil hon yn cynnwys atebion heb eu hanfon. Chwiliwch am y ffeil o’r enw kept-unsent-answers.json.',
  unsentDone: 'Cyrhaeddodd: {arrived}. Ni dderbyniwyd: {refused}. Ddim nawr: {later}.',
  unsentWhy:
    'Ystyr “ni dderbyniwyd” yw bod cerdyn wedi’i ddefnyddio o’r blaen, fod yr arolwg wedi cau, neu fod yr ' +
    'atebion wedi cyrraedd eisoes ac wedi’u cyfrif. Ystyr “ddim nawr” yw nad oes lle ar ôl mewn sesiwn dosbarth: ' +
    'rhowch fwy o leoedd a chyflwynwch y ffeil eto.',
};

const ar: Readonly<Record<Sentence, string>> = {
  codeTitle: 'المشاركة',
  codeLabel: 'اكتب الرمز',
  codeHint: 'تجده على بطاقتك أو على اللوح في صفك. يتكون من 8 أو 9 أحرف وأرقام.',
  codeGo: 'متابعة',
  codeWrong: 'لا يوجد استطلاع بهذا الرمز. انظر إليه مرة أخرى: ليس فيه 0 ولا 1 ولا 8 ولا الأحرف A و E و I و O و U.',
  spentTitle: 'هذه البطاقة مستعملة',
  spent: 'أُرسلت إجابات بهذه البطاقة. تعمل البطاقة مرة واحدة. إذا لم تكن أنت من أرسلها، فاطلب بطاقة أخرى.',
  notYetTitle: 'لم يبدأ هذا الاستطلاع بعد',
  notYet: 'احتفظ بالرمز. سيعمل عندما يبدأ الاستطلاع.',
  closedTitle: 'انتهى هذا الاستطلاع',
  closed: 'لا يمكن إرسال مزيد من الإجابات.',
  endedTitle: 'انتهت جلسة الصف هذه',
  ended: 'إذا كنت ما زلت تريد الإجابة، فاطلب من معلمك وقتًا إضافيًا.',
  fullTitle: 'كل الأماكن مأخوذة',
  full: 'اطلب من معلمك أن يضيف مكانًا. ثم جرّب الرمز نفسه مرة أخرى.',
  codeEndedTitle: 'انتهى هذا الرمز',
  codeEnded: 'اسأل من أعطاك إياه هل يوجد رمز آخر.',
  pausedTitle: 'هذا الرمز لا يعمل الآن',
  paused: 'اسأل من أعطاك إياه. قد يعمل مرة أخرى لاحقًا.',
  voidedTitle: 'هذا الرمز لم يعد يُحتسب',
  voided:
    'أوقفه الكبار الذين يديرون الاستطلاع، لأن أشخاصًا غير مقصودين ربما استعملوه. حُذفت الإجابات التي أُرسلت به، ' +
    'ومنها إجاباتك إن كنت قد أرسلت شيئًا. إذا كنت ما زلت تريد الإجابة، فاطلب رمزًا جديدًا ممن أعطاك إياه.',
  anotherCode: 'اكتب رمزًا آخر',
  tryAgain: 'حاول مرة أخرى',
  manyTitle: 'محاولات كثيرة',
  many: 'انتظر دقيقة، ثم حاول مرة أخرى. لم يضع شيء.',
  awayTitle: 'انتظر دقيقة من فضلك',
  away: 'لا نستطيع حفظ أي شيء الآن. هذا ليس خطأك. انتظر دقيقة، ثم اضغط «حاول مرة أخرى». لم يضع شيء مما أرسلته من قبل.',
  missingTitle: 'لم نجد الصفحة',
  missing: 'لا يوجد شيء في هذا العنوان. اكتب رمزك مرة أخرى، أو راجع الرابط.',
  notTakenTitle: 'تعذّر إرسال هذا',
  notTaken: 'ارجع وحاول مرة أخرى. إذا لم ينجح ذلك، فاذهب إلى البداية واكتب الرمز مرة أخرى.',
  faultTitle: 'حدث خطأ هنا',
  fault: 'هذا ليس خطأك. لم يضع شيء مما أرسلته من قبل. انتظر دقيقة، ثم حاول مرة أخرى.',
  faultNumber: 'إذا طلبت المساعدة من شخص بالغ، فأره هذا: {number}',
  problemTitle: 'توجد مشكلة',
  mendTitle: 'لا يمكن حفظ نصك بهذا الشكل',
  mend: 'لم يُحفظ شيء بعد. غيّر النص أدناه، ثم أرسله مرة أخرى. إجاباتك الأخرى ما زالت هنا.',
  mendLabel: 'نصك',
  mendUnreadable: 'كان في هذا النص شيء لا يمكن حفظه، مثل رمز معطوب. أزلناه. راجع النص.',
  mendGo: 'أرسل مرة أخرى',
  asks: 'تسأل: {organisation}',
  at: 'في {setting}',
  chooseLanguage: 'اللغة',
  noticeTitle: 'قبل أن تبدأ',
  stopTitle: 'القرار لك',
  stop: 'يمكنك ترك أي سؤال. ويمكنك التوقف في أي وقت: اضغط «توقف وغادر» ولن يُحفظ شيء. بعد إرسال إجاباتك لا يمكننا سحبها، لأن لا أحد يعرف أيها إجاباتك.',
  contact: 'للأسئلة عن هذا الاستطلاع:',
  closesOn: 'يمكنك الإجابة حتى {day}.',
  start: 'ابدأ',
  helpTitle: 'إذا أردت أن تتحدث إلى أحد',
  helpTurnTo: 'يمكنك أن تتحدث إلى {who}.',
  helpChildline: 'خط مساعدة الأطفال (Childline)، مجانًا نهارًا وليلًا: {number}',
  helpDanger: 'إذا كان أحد في خطر الآن: {number}',
  progress: 'السؤال {number} من {total}',
  information: 'اقرأ من فضلك',
  next: 'متابعة',
  skip: 'تخطَّ هذا السؤال',
  back: 'رجوع',
  leave: 'توقف وغادر',
  atMost: 'اختر ما يصل إلى {number}.',
  between: 'عدد صحيح من {least} إلى {most}.',
  freeNames:
    'لا تكتب أسماء. إذا قرأنا أنك أو أن شخصًا آخر في خطر، فسنحاول أن نساعد. وقد يعني ذلك إخبار مسؤول حماية الأطفال في مدرستك.',
  freeNow: 'لا يمكننا أن نعرف من أنت. إذا احتجت إلى مساعدة الآن:',
  error: 'خطأ',
  tooMany: 'اخترت أكثر من {number}. أزل بعضها حتى يبقى {number}.',
  notAnOption: 'اختر إحدى الإجابات في هذه الصفحة.',
  notANumber: 'اكتب عددًا صحيحًا، مثل 4.',
  outOfBounds: 'اكتب عددًا من {least} إلى {most}.',
  tooLong: 'هذا طويل جدًا. اختصره إلى {number} حرفًا على الأكثر.',
  sendTitle: 'أرسل إجاباتك',
  sendSome: 'أجبت عن {number} من {total} من الأسئلة.',
  send: 'عندما تضغط «إرسال» تذهب إجاباتك معًا. بعد ذلك لا يمكنك تغييرها.',
  sendGo: 'إرسال',
  busy: 'تصل إجابات كثيرة الآن. انتظر بضع ثوانٍ ثم اضغط «إرسال» مرة أخرى. لم يضع شيء.',
  fullAtEnd:
    'أُعطي مكانك لشخص آخر، وكل الأماكن مأخوذة. اطلب من معلمك أن يضيف مكانًا، ثم اضغط «إرسال» مرة أخرى. لم يضع شيء.',
  thanksTitle: 'شكرًا. وصلت إجاباتك.',
  receipt: 'تدل هذه الكلمات على أن إجاباتك وصلت. وهي لا تقول شيئًا عما أجبت. احتفظ بها إن أردت.',
  receiptLabel: 'كلماتك',
  nextPerson: 'الشخص التالي',
  closePage: 'يمكنك إغلاق هذه الصفحة الآن.',
  usedTitle: 'هذا المكان مستعمل',
  used: 'أُرسلت إجابات أخرى من هذا المكان من قبل. لم تُحفظ إجاباتك.',
  unknownTitle: 'تعذّر إرسال إجاباتك',
  unknown: 'المكان الذي أخذته لم يعد موجودًا. ابدأ من جديد، أو اسأل من أعطاك الرمز.',
  lateTitle: 'انتهى الاستطلاع قبل أن ترسل',
  late: 'لم تُحفظ إجاباتك. نأسف لذلك.',
  leftTitle: 'لقد غادرت. لم يُحفظ شيء.',
  left: 'يمكنك إغلاق هذه الصفحة الآن.',
  goneTitle: 'لم تعد هذه الصفحة موجودة',
  gone: 'كانت لشخص انتهى أو توقف. لا يمكن عرض شيء منها. إذا كنت قد أرسلت إجاباتك فقد وصلت.',
  startAgain: 'اذهب إلى البداية',
  passedTitle: 'بلا إجابة.',
  passed: 'لم تجب عن هذا السؤال. لا بأس بذلك. اضغط «متابعة» مرة أخرى لتتركه.',
  inForm: 'لقد كتبت كثيرًا. للرجوع استعمل زر «رجوع» في هذه الصفحة، لا زر الرجوع في هاتفك أو متصفحك.',
  inFormTitle: 'إجاباتك في الصفحة التالية',
  inFormForward: 'وصلت إلى هنا بزر الرجوع. تقدّم مرة أخرى: إجاباتك هناك.',
  begunTitle: 'بدأت إجابات في هذا المتصفح',
  begun: 'لم تُرسل بعد. إذا كانت إجاباتك فارجع إليها: استعمل زر الرجوع أو التقدم في المتصفح، أو علامة التبويب الأخرى.',
  begunAnew: 'إذا بدأت الآن فستُحذف تلك الإجابات.',
  begunGo: 'احذفها وابدأ',
  noOtherLanguage: 'لا يوجد اتصال. يمكنك تغيير اللغة عندما يعود.',
  goOnTitle: 'إجاباتك ما زالت هنا',
  goOn: 'تابع بها',
  noCookieTitle: 'هذا المتصفح يمنع ملفات تعريف الارتباط',
  noCookie: 'يحتاج Kept إلى ملف صغير واحد يسمى ملف تعريف الارتباط (cookie). وهو يجمع إجاباتك حتى ترسلها، ثم يُحذف.',
  noCookieHow: 'لم يضع شيء. يمكنك أن:',
  noCookieAllow: 'تسمح بملفات تعريف الارتباط لهذا الموقع في إعدادات المتصفح، ثم تحاول مرة أخرى',
  noCookieScript: 'تشغّل JavaScript وتحاول مرة أخرى: عندها لا حاجة إلى هذا الملف',
  noCookieOther: 'تستعمل متصفحًا آخر أو جهازًا آخر',
  noCookiePaper: 'تطلب استمارة ورقية',
  paperTitle: 'إدخال استمارة ورقية',
  paperLead: 'للعاملين: انقل ما كُتب، واترك ما تُرك. لا يُحفظ شيء حتى ترسله.',
  paperGo: 'أرسل هذه الاستمارة',
  paperNext: 'أدخل استمارة أخرى',
  paperWait: 'تصل الآن إجابات كثيرة. انتظر بضع ثوانٍ ثم اضغط «أرسل هذه الاستمارة» مرة أخرى. ما نقلته باقٍ هنا.',
  paperFull: 'كل الأماكن مأخوذة. أضف مكانًا إلى الحصة ثم اضغط «أرسل هذه الاستمارة» مرة أخرى. ما نقلته باقٍ هنا.',
  paperErrors: 'راجع هذه الإجابات',
  paperOver: 'للعاملين: لإدخال الاستمارات الورقية الآن استعمل رابط الاستمارات الورقية. يجده من فتح الجلسة في صفحة الجلسة.',
  chosen: 'اخترت {number} من {total}',
  listen: 'استمع إلى السؤال',
  read: 'اقرأ بصوت عالٍ',
  quiet: 'أوقف القراءة',
  unsentOne: 'إجابات شخص واحد تنتظر على هذا الجهاز. وهي مختومة: لا يستطيع أحد قراءتها هنا. ستُرسل عندما يتوفر اتصال.',
  unsentMany:
    'إجابات عدد من الأشخاص ({number}) تنتظر على هذا الجهاز. وهي مختومة: لا يستطيع أحد قراءتها هنا. ستُرسل عندما يتوفر اتصال.',
  unsentLabel: 'إجابات تنتظر',
  sendNow: 'أرسل الآن',
  saveFile: 'احفظ في ملف',
  refusedSome: 'لم تُقبل بعض الإجابات: استُعمل رمزها أو أُوقف، أو انتهى الاستطلاع. احفظها في ملف وأخبر من يقود الاستطلاع.',
  throwAway: 'تخلّص مما لم يُقبل',
  waitingTitle: 'شكرًا. إجاباتك محفوظة بأمان على هذا الجهاز.',
  waiting: 'لا يوجد اتصال الآن. إجاباتك مختومة وستُرسل من تلقاء نفسها. لا يلزمك فعل شيء.',
  refusedTitle: 'تعذّر قبول إجاباتك',
  refused: 'استُعمل هذا الرمز أو أُوقف، أو انتهى الاستطلاع. أخبر من أعطاك الرمز.',
  noStore: 'لا يوجد اتصال، وهذا المتصفح لا يحفظ شيئًا. ابقَ في هذه الصفحة، واضغط «إرسال» مرة أخرى عندما يعود الاتصال.',
  unsentTitle: 'تسليم إجابات لم تُرسل',
  unsentLead:
    'اختر الملف الذي حُفظ على جهاز بلا اتصال. وهو مختوم، فلا يفتحه إلا الاستطلاع. إذا سلّمت ملفًا مرتين، فإن كل إجابة تُحسب مرة واحدة فقط.',
  unsentFile: 'ملف الإجابات التي لم تُرسل',
  unsentGo: 'تسليم',
  unsentNoFile: 'اختر ملفًا حُفظ باستعمال «احفظ في ملف».',
  unsentNotRead: 'لا يحتوي هذا الملف على إجابات لم تُرسل. ابحث عن الملف الذي اسمه kept-unsent-answers.json.',
  unsentDone: 'وصلت: {arrived}. لم تُقبل: {refused}. ليس الآن: {later}.',
  unsentWhy:
    '«لم تُقبل» تعني أن البطاقة استُعملت من قبل، أو أن الاستطلاع انتهى، أو أن الإجابات وصلت من قبل وحُسبت. «ليس ' +
    'الآن» تعني أن الحصة لم يبق فيها مكان: أضف أماكن ثم سلّم الملف مرة أخرى.',
};

export const sentences: Readonly<Record<Spoken, Readonly<Record<Sentence, string>>>> = { en, cy, ar };

/** The language in which Kept speaks beside questions in another one. */
export function spokenIn(language: string): Spoken {
  const [main = ''] = language.split('-');
  return spoken.find((tag) => tag === main) ?? 'en';
}

/** The first that Kept speaks of those that somebody asked for. */
export function firstSpoken(languages: readonly string[]): Spoken {
  return languages.flatMap((wanted) => spoken.filter((one) => one === wanted))[0] ?? 'en';
}

/** Attributes of an element with Kept's own words: nothing where the page is in their language, else which language they are in. */
export type Tongue = { readonly lang?: Spoken; readonly dir?: 'ltr' };

export interface Say {
  (sentence: Sentence, values?: Readonly<Record<string, string | number>>): string;
  readonly tongue: Tongue;
}

/** Kept's voice in a language. */
export function sayIn(language: string): Say {
  const table = sentences[spokenIn(language)];
  const [main = ''] = language.split('-');
  const tongue: Tongue = spoken.some((tag) => tag === main) ? {} : { lang: 'en', dir: 'ltr' };
  return Object.assign(
    (sentence: Sentence, values: Readonly<Record<string, string | number>> = {}) => filled(table[sentence], values),
    { tongue },
  );
}
