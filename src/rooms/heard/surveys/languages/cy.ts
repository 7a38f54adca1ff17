/** What notices, cards and paper forms of a survey say, in Welsh. The child’s notice is for a reading age of nine. */
import type { Same } from '#base/language/words.js';
import type { en } from './en.js';

export const cy: Same<typeof en> = {
  // The child's notice, paragraph by paragraph
  childAsks: 'Mae {organisation} yn gofyn y cwestiynau hyn i ti. {why}',
  childChoice:
    'Does dim rhaid i ti ateb. Cei di adael unrhyw gwestiwn allan. Cei di stopio unrhyw bryd. Mae hynny’n ' + 'iawn.',
  childAnonymous:
    'Dydyn ni ddim yn gofyn dy enw. All neb ddod i wybod pa atebion sy’n eiddo i ti. Y gair am hyn yw dienw.',
  childSpecial: 'Mae rhai cwestiynau’n gofyn am y pethau hyn: {kinds}. Cei di adael y rhain allan hefyd.',
  childText:
    'Cei di ysgrifennu rhai pethau yn dy eiriau dy hun. Paid ag ysgrifennu enwau. Mae oedolyn yn darllen ' +
    'beth rwyt ti’n ei ysgrifennu. Os darllenwn nad yw plentyn yn ddiogel, byddwn yn dweud wrth yr oedolion ' +
    'yn dy ysgol sy’n cadw plant yn ddiogel. Allan nhw ddim gweld pwy ysgrifennodd. Os bydd dau oedolyn yn ' +
    'cytuno bod angen hynny, cân nhw wybod o ba ddosbarth y daeth.',
  childCounts:
    'Rydyn ni’n cyfrif atebion llawer o bobl. Rydyn ni’n dangos y rhifau i eraill. Dydyn ni byth yn dangos ' +
    'beth ddywedodd un person. Byddwn yn dileu dy atebion ar ôl {months}.',
  childHelp:
    'Oes angen help arnat ti nawr? Dweda wrth oedolyn rwyt ti’n ymddiried ynddo. Neu ffonia {childline} ar ' +
    '{childlineNumber}. Mae am ddim. Os wyt ti mewn perygl, ffonia {emergency}.',
  childContact: 'Wyt ti am ofyn rhywbeth i ni? Gall oedolyn dy helpu i gysylltu â ni: {contact}',
  // The adult's
  adultAsks:
    'Mae {organisation} yn gofyn i chi gymryd rhan yn “{title}”. {why} {organisation} sy’n penderfynu beth a ' +
    'wneir â’r atebion.',
  adultChoice:
    'Eich dewis chi yw cymryd rhan. Cewch adael unrhyw gwestiwn allan a stopio unrhyw bryd; os stopiwch cyn ' +
    'y diwedd, ni chaiff dim ei anfon. Y sail gyfreithlon yw {basis}.',
  adultAnonymous:
    'Mae eich atebion yn ddienw. Nid ydym yn gofyn am enw nac yn cadw cyfeiriad eich dyfais. Mae cod yn ' +
    'gadael rhywun i mewn; does dim yn cofnodi pwy gafodd ba god. Gan na all neb ddweud pa atebion sy’n ' +
    'eiddo i chi, ni all neb eu dangos, eu newid na’u dileu ar eich rhan ar ôl eu hanfon.',
  adultSpecial:
    'Mae rhai cwestiynau am y pethau hyn: {kinds}. Mae’r gyfraith yn eu diogelu’n arbennig. Nid oes rhaid i ' +
    'chi eu hateb.',
  adultText:
    'Peidiwch ag ysgrifennu enwau lle cewch ysgrifennu’n rhydd. Mae adolygwyr a enwyd yn ei ddarllen. Os ' +
    'yw’n dweud bod rhywun mewn perygl, caiff arweinwyr diogelu’r lleoliad wybod beth a ysgrifennwyd, nid ' +
    'pwy a’i hysgrifennodd; os bydd dau berson yn cymeradwyo, cânt wybod o ba ddosbarth neu sesiwn y daeth.',
  adultPublish:
    'Rydym yn cyhoeddi tablau, byth atebion un person, ac yn cuddio rhifau bach. Caiff atebion eu dileu ' +
    '{months} ar ôl y diwrnod olaf; caiff yr hyn sydd ar ôl o godau a ddefnyddiwyd ei ddileu 30 diwrnod ar ' +
    'ei ôl. Mae’r tablau’n aros.',
  adultContact:
    'Cwestiynau, gwrthwynebiadau a’ch hawliau: {contact}. Cewch gwyno wrth y Comisiynydd Gwybodaeth: ' +
    'ico.org.uk, 0303 123 1113.',
  months: (many) => `${many} mis`,
  basis: {
    'public task': 'tasg a wnawn er budd y cyhoedd',
    'legitimate interests': 'ein buddiant dilys mewn gwybod sut mae pobl',
    consent: 'eich cydsyniad',
  },
  childKinds: {
    ethnicity: 'o ble mae dy deulu’n dod',
    faith: 'beth rwyt ti’n ei gredu',
    health: 'dy iechyd',
    sexuality: 'pwy rwyt ti’n ei hoffi',
    'gender identity': 'bod yn ferch, yn fachgen neu’n rhywbeth arall',
  },
  adultKinds: {
    ethnicity: 'ethnigrwydd',
    faith: 'ffydd',
    health: 'iechyd',
    sexuality: 'rhywioldeb',
    'gender identity': 'hunaniaeth rhywedd',
  },
  // On a card, and on a paper form
  picture: 'Cod QR ar gyfer {code}',
  scan: 'Sganiwch, neu deipiwch y cod yn',
  once: 'Mae’n gweithio unwaith. Does neb yn gwybod pa gerdyn yw eich un chi.',
  code: 'Y cod ar eich cerdyn',
  before: 'Cyn dechrau',
  begin: 'Cwestiynau',
  skip: 'Cewch adael unrhyw gwestiwn allan.',
  one: 'Ticiwch un.',
  upTo: 'Ticiwch hyd at {many}.',
  onlyIf: 'Dim ond os ticioch chi “{words}” yng nghwestiwn {question}.',
  noNames: 'Peidiwch ag ysgrifennu enwau.',
  thanks: 'Diolch. Rhowch y daflen yn yr amlen eich hun.',
  help:
    'Angen help nawr? Dwedwch wrth oedolyn rydych yn ymddiried ynddo, neu ffoniwch {childline}: ' +
    '{childlineNumber}. Mae am ddim. Mewn perygl, ffoniwch {emergency}.',
};
