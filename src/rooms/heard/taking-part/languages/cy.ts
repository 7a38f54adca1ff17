/** What Kept says to whoever takes part, in Welsh. */
import type { Sentence } from '../said.js';

export const cy: Readonly<Record<Sentence, string>> = {
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

/** Words of receipts, in the order of the English ones. */
export const receiptThings: readonly string[] = (
  'haul, lleuad, seren, cwmwl, glaw, eira, gwynt, afon, môr, bryn, coeden, deilen, blodyn, glaswellt, carreg, tywod, ' +
  'afal, gellygen, lemwn, bara, llaeth, mêl, reis, halen, cath, ceffyl, dafad, cwningen, llew, arth, cadno, llygoden, ' +
  'aderyn, hwyaden, tylluan, pysgodyn, morfil, broga, gwenynen, morgrugyn, tŷ, drws, ffenestr, bwrdd, cadair, gwely, lamp, cloc, ' +
  'allwedd, llyfr, pin, bag, pêl, barcud, drwm, cloch, het, cot, esgid, modrwy, cwch, trên, pont, ffordd'
).split(', ');
