/**
 * Every address that a room gives out, as it stands: an address that changes breaks somebody's link, so it must change
 * here too. A function without a line, a line without a function and an address that nobody answers fail alike.
 */
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { rooms } from '../src/app/rooms.js';

const board = 'cyp-board';
const meeting = '2024-03-12';
const id = '018e3a5c-0000-7000-8000-000000000000';
/** Cannot stand in an address as it is. */
const odd = 'a/b ?ŵ#';
const oddPart = 'a%2Fb%20%3F%C5%B5%23';

type Line = readonly [words: readonly unknown[], address: string];

const lines: Readonly<Record<string, readonly Line[]>> = {
  'publicationPaths.one': [[[id], `/publications/${id}`]],
  'publicationPaths.json': [[[id], `/publications/${id}/content.json`]],
  'publicationPaths.proof': [[[id], `/publications/${id}/proof.json`]],
  'publicationPaths.html': [[[id], `/publications/${id}/main.html`]],
  'publicationPaths.pdf': [[[id], `/publications/${id}/file.pdf`]],
  'peoplePaths.signIn': [
    [[], '/sign-in'],
    [['/work/imports?a=b&c'], '/sign-in?to=%2Fwork%2Fimports%3Fa%3Db%26c'],
  ],
  'peoplePaths.persona': [[[], '/sign-in/persona']],
  'peoplePaths.link': [[[{ token: 'token' }], '/sign-in/link/token']],
  'peoplePaths.signOut': [[[], '/sign-out']],
  'peoplePaths.join': [[[{ token: 'token' }], '/join/token']],
  'peoplePaths.organisation': [[[], '/work/organisation']],
  'peoplePaths.verification': [[[], '/work/verification']],
  'peoplePaths.verified': [[[], '/verification']],
  'peoplePaths.account': [[[], '/work/account']],
  'backupPaths.all': [[[], '/work/backups']],
  'peoplePaths.colleagues': [[[], '/work/colleagues']],
  'peoplePaths.colleague': [[[id], `/work/colleagues/${id}`]],
  'peoplePaths.safeguardingLeads': [[[], '/work/colleagues/safeguarding']],
  'peoplePaths.head': [[[], '/work/colleagues/head']],
  'retentionPaths.kept': [
    [[], '/work/retention'],
    [['confirmed'], '/work/retention?done=confirmed'],
  ],
  'retentionPaths.date': [[[], '/work/retention/date']],
  'peoplePaths.named': [[[], '/work/named']],
  'passkeyPaths.show': [
    [[], '/sign-in/passkey'],
    [['/work/imports?a=b&c'], '/sign-in/passkey?to=%2Fwork%2Fimports%3Fa%3Db%26c'],
  ],
  'passkeyPaths.challenge': [[[], '/sign-in/passkey/challenge']],
  'passkeyPaths.lost': [[[], '/sign-in/passkey/lost']],
  'passkeyPaths.own': [
    [[], '/work/passkeys'],
    [['added'], '/work/passkeys?done=added'],
  ],
  'passkeyPaths.remove': [[[{ passkey: id }], `/work/passkeys/${id}/remove`]],
  'passkeyPaths.resets': [
    [[], '/work/passkey-resets'],
    [['confirmed'], '/work/passkey-resets?done=confirmed'],
  ],
  'passkeyPaths.reset': [[[{ account: id }], `/work/passkey-resets/${id}`]],
  'reviewPaths.all': [[[], '/work/reviews']],
  'reviewPaths.queue': [
    [[odd], `/work/reviews/${oddPart}`],
    [['a-survey', 'cleared'], '/work/reviews/a-survey?done=cleared'],
  ],
  'reviewPaths.text': [
    [['a-survey', id], `/work/reviews/a-survey/texts/${id}`],
    [['a-survey', id, 'passed'], `/work/reviews/a-survey/texts/${id}?done=passed`],
  ],
  'reviewPaths.concerns': [[[], '/work/safeguarding']],
  'reviewPaths.concern': [
    [[id], `/work/safeguarding/${id}`],
    [[id, 'asked'], `/work/safeguarding/${id}?done=asked`],
  ],
  'reviewPaths.askForSession': [[[id], `/work/safeguarding/${id}/session`]],
  'reviewPaths.requests': [
    [[], '/work/session-requests'],
    [['released'], '/work/session-requests?done=released'],
  ],
  'reviewPaths.head': [[[{ token: 'token' }], '/release/token']],
  'reviewPaths.request': [[[id], `/work/session-requests/${id}`]],
  'focusGroupPaths.all': [[[], '/work/focus-groups']],
  'focusGroupPaths.begin': [[[], '/work/focus-groups/new']],
  'focusGroupPaths.one': [
    [[id], `/work/focus-groups/${id}`],
    [[id, 'quoted'], `/work/focus-groups/${id}?done=quoted`],
  ],
  'focusGroupPaths.edit': [[[id], `/work/focus-groups/${id}/edit`]],
  'focusGroupPaths.quotes': [
    [[], '/work/quotes'],
    [[odd], `/work/quotes?theme=${oddPart}`],
  ],
  'focusGroupPaths.csv': [[[], '/work/quotes.csv']],
  'focusGroupPaths.texts': [
    [[], '/work/quotes/texts'],
    [['quoted'], '/work/quotes/texts?done=quoted'],
  ],
  'focusGroupPaths.quote': [
    [[id], `/work/quotes/${id}`],
    [[id, 'read'], `/work/quotes/${id}?done=read`],
  ],
  'frameworkPaths.all': [[[], '/frameworks']],
  'frameworkPaths.one': [[[odd], `/frameworks/${oddPart}`]],
  'frameworkPaths.version': [[['inclusion-charter', 2], '/frameworks/inclusion-charter/v2']],
  'frameworkPaths.own': [[[], '/work/frameworks']],
  'frameworkPaths.draft': [
    [[odd], `/work/frameworks/${oddPart}`],
    [['inclusion-charter', 'saved'], '/work/frameworks/inclusion-charter?done=saved'],
  ],
  'frameworkPaths.about': [[['inclusion-charter'], '/work/frameworks/inclusion-charter/about']],
  'frameworkPaths.preview': [[['inclusion-charter'], '/work/frameworks/inclusion-charter/preview']],
  'frameworkPaths.publish': [[['inclusion-charter'], '/work/frameworks/inclusion-charter/publish']],
  'frameworkPaths.newTheme': [[['inclusion-charter'], '/work/frameworks/inclusion-charter/themes/new']],
  'frameworkPaths.theme': [[['inclusion-charter', odd], `/work/frameworks/inclusion-charter/themes/${oddPart}`]],
  'frameworkPaths.moveTheme': [
    [['inclusion-charter', 'safety'], '/work/frameworks/inclusion-charter/themes/safety/move'],
  ],
  'frameworkPaths.removeTheme': [
    [['inclusion-charter', 'safety'], '/work/frameworks/inclusion-charter/themes/safety/remove'],
  ],
  'frameworkPaths.newAsk': [[['inclusion-charter'], '/work/frameworks/inclusion-charter/asks/new']],
  'frameworkPaths.ask': [[['inclusion-charter', odd], `/work/frameworks/inclusion-charter/asks/${oddPart}`]],
  'frameworkPaths.moveAsk': [[['inclusion-charter', 'one'], '/work/frameworks/inclusion-charter/asks/one/move']],
  'frameworkPaths.removeAsk': [[['inclusion-charter', 'one'], '/work/frameworks/inclusion-charter/asks/one/remove']],
  'frameworkPaths.newWording': [[['inclusion-charter'], '/work/frameworks/inclusion-charter/wordings/new']],
  'frameworkPaths.wording': [[['inclusion-charter', odd], `/work/frameworks/inclusion-charter/wordings/${oddPart}`]],
  'frameworkPaths.removeWording': [
    [['inclusion-charter', 'one'], '/work/frameworks/inclusion-charter/wordings/one/remove'],
  ],
  'frameworkPaths.json': [[['inclusion-charter'], '/frameworks/inclusion-charter/framework.json']],
  'frameworkPaths.register': [[[odd], `/frameworks/${oddPart}/register`]],
  'registerPaths.all': [
    [[odd], `/frameworks/${oddPart}/register`],
    [
      ['inclusion-charter', { q: 'a b', show: 'heard', kind: '' }],
      '/frameworks/inclusion-charter/register?q=a+b&show=heard',
    ],
  ],
  'registerPaths.csv': [[['inclusion-charter'], '/frameworks/inclusion-charter/register.csv']],
  'registerPaths.json': [[['inclusion-charter'], '/frameworks/inclusion-charter/register.json']],
  'registerPaths.map': [[['inclusion-charter'], '/frameworks/inclusion-charter/register/map']],
  'registerPaths.interested': [[['inclusion-charter'], '/frameworks/inclusion-charter/register/interested']],
  'registerPaths.one': [[['inclusion-charter', odd], `/frameworks/inclusion-charter/register/${oddPart}`]],
  'registerPaths.badge': [[['inclusion-charter', 'camden'], '/frameworks/inclusion-charter/register/camden/badge.svg']],
  'registerPaths.badgeJson': [
    [['inclusion-charter', 'camden'], '/frameworks/inclusion-charter/register/camden/badge.json'],
  ],
  'registerPaths.verify': [[['inclusion-charter', 'camden'], '/frameworks/inclusion-charter/register/camden/verify']],
  'registerPaths.work': [[[], '/work/register']],
  'registerPaths.sign': [[[odd], `/work/register/sign?framework=${oddPart}`]],
  'registerPaths.withdraw': [[['inclusion-charter'], '/work/register/withdraw?framework=inclusion-charter']],
  'registerPaths.desk': [
    [[odd], `/work/register/${oddPart}`],
    [['inclusion-charter', 'removed'], '/work/register/inclusion-charter?done=removed'],
  ],
  'registerPaths.invite': [[['inclusion-charter'], '/work/register/inclusion-charter/invite']],
  'registerPaths.upload': [[['inclusion-charter'], '/work/register/inclusion-charter/invitations']],
  'registerPaths.uploadColumns': [[['inclusion-charter'], '/work/register/inclusion-charter/invitations/columns.csv']],
  'registerPaths.interest': [[['inclusion-charter', id], `/work/register/inclusion-charter/interested/${id}`]],
  'registerPaths.remove': [[['inclusion-charter', odd], `/work/register/inclusion-charter/entries/${oddPart}/remove`]],
  'takingPartPaths.door': [
    [[], '/take'],
    [['cy'], '/take?language=cy'],
    [['cy', odd], `/take?language=cy&code=${oddPart}`],
  ],
  'takingPartPaths.wrong': [[[odd], `/take?wrong=${oddPart}`]],
  'takingPartPaths.one': [
    [['BCDFGHJK'], '/take/BCDFGHJK'],
    [[odd, 'ar'], `/take/${oddPart}?language=ar`],
  ],
  'takingPartPaths.begin': [[['BCDFGHJK'], '/take/BCDFGHJK/begin']],
  'takingPartPaths.answer': [[['BCDFGHJK'], '/take/BCDFGHJK/answer']],
  'takingPartPaths.question': [[['BCDFGHJK', 3], '/take/BCDFGHJK/questions/3']],
  'takingPartPaths.told': [[['BCDFGHJK', 'no cookie', 'cy'], '/take/BCDFGHJK/told/no-cookie?language=cy']],
  'takingPartPaths.paper': [
    [['BCDFGHJK'], '/take/BCDFGHJK/paper'],
    [['BCDFGHJK', 'ar'], '/take/BCDFGHJK/paper?language=ar'],
    [['BCDFGHJK', 'ar', 'a-ticket'], '/take/BCDFGHJK/paper?language=ar&ticket=a-ticket'],
  ],
  'takingPartPaths.bundle': [[['BCDFGHJK', 'ar'], '/take/BCDFGHJK/pages?language=ar']],
  'takingPartPaths.seat': [[['BCDFGHJK'], '/take/BCDFGHJK/seat']],
  'takingPartPaths.worker': [[[], '/take/worker.js']],
  'takingPartPaths.sound': [[['0'.repeat(64)], `/take/sounds/${'0'.repeat(64)}`]],
  'takingPartPaths.unsent': [[[], '/take/unsent']],
  'instrumentPaths.all': [[[], '/work/instruments']],
  'instrumentPaths.begin': [[[], '/work/instruments/new']],
  'instrumentPaths.one': [
    [[odd], `/work/instruments/${oddPart}`],
    [['an-instrument', 'sealed'], '/work/instruments/an-instrument?done=sealed'],
  ],
  'instrumentPaths.form': [[['an-instrument'], '/work/instruments/an-instrument/form']],
  'instrumentPaths.seal': [[['an-instrument'], '/work/instruments/an-instrument/seal']],
  'instrumentPaths.codebook': [[['an-instrument'], '/work/instruments/an-instrument/codebook.csv']],
  'instrumentPaths.preview': [
    [['an-instrument'], '/work/instruments/an-instrument/preview'],
    [
      ['an-instrument', { audience: 'student primary', language: 'ar' }],
      '/work/instruments/an-instrument/preview?audience=student+primary&language=ar',
    ],
    [['an-instrument', { item: 'a b' }], '/work/instruments/an-instrument/preview?item=a+b'],
  ],
  'instrumentPaths.about': [[['an-instrument'], '/work/instruments/an-instrument/about']],
  'instrumentPaths.newQuestion': [
    [['an-instrument'], '/work/instruments/an-instrument/new-question'],
    [['an-instrument', 'yes or no'], '/work/instruments/an-instrument/new-question?kind=yes+or+no'],
  ],
  'instrumentPaths.question': [[['an-instrument', odd], `/work/instruments/an-instrument/questions/${oddPart}`]],
  'instrumentPaths.move': [[['an-instrument'], '/work/instruments/an-instrument/order']],
  'instrumentPaths.leaveOut': [
    [['an-instrument', odd], `/work/instruments/an-instrument/questions/${oddPart}/leave-out`],
  ],
  'instrumentPaths.sounds': [[['an-instrument', odd], `/work/instruments/an-instrument/questions/${oddPart}/sounds`]],
  'instrumentPaths.sound': [
    [['an-instrument', 'a'.repeat(64)], `/work/instruments/an-instrument/sounds/${'a'.repeat(64)}`],
  ],
  'instrumentPaths.library': [
    [['an-instrument'], '/work/instruments/an-instrument/library'],
    [
      ['an-instrument', { theme: 'about you', from: '', done: 'added' }],
      '/work/instruments/an-instrument/library?theme=about+you&done=added',
    ],
  ],
  'surveyPaths.all': [[[], '/work/surveys']],
  'surveyPaths.begin': [[[], '/work/surveys/new']],
  'surveyPaths.one': [
    [[odd], `/work/surveys/${oddPart}`],
    [['a-survey', 'opened'], '/work/surveys/a-survey?done=opened'],
  ],
  'surveyPaths.design': [[['a-survey'], '/work/surveys/a-survey/design']],
  'surveyPaths.sheet': [[['a-survey'], '/work/surveys/a-survey/data-sheet']],
  'surveyPaths.sign': [[['a-survey'], '/work/surveys/a-survey/sign-off']],
  'surveyPaths.notices': [[['a-survey'], '/work/surveys/a-survey/notices']],
  'surveyPaths.letter': [[['a-survey'], '/work/surveys/a-survey/letter']],
  'surveyPaths.letterPdf': [[['a-survey'], '/work/surveys/a-survey/letter.pdf']],
  'surveyPaths.open': [[['a-survey'], '/work/surveys/a-survey/open']],
  'surveyPaths.lastDay': [[['a-survey'], '/work/surveys/a-survey/last-day']],
  'surveyPaths.again': [[['a-survey'], '/work/surveys/a-survey/again']],
  'surveyPaths.paper': [
    [['a-survey', 'student primary', 'cy'], '/work/surveys/a-survey/paper.pdf?audience=student%20primary&language=cy'],
  ],
  'surveyPaths.settings': [
    [['a-survey'], '/work/surveys/a-survey/settings'],
    [['a-survey', 'a b'], '/work/surveys/a-survey/settings?q=a%20b'],
  ],
  'surveyPaths.setting': [[['a-survey', id], `/work/surveys/a-survey/settings/${id}`]],
  'surveyPaths.addWay': [[['a-survey', 'class session'], '/work/surveys/a-survey/ways-in/new?kind=class%20session']],
  'surveyPaths.cards': [
    [['a-survey'], '/work/surveys/a-survey/cards'],
    [['a-survey', 'made'], '/work/surveys/a-survey/cards?done=made'],
  ],
  'surveyPaths.cardsFile': [[['a-survey', id], `/work/surveys/a-survey/ways-in/${id}/cards`]],
  'surveyPaths.withdraw': [[['a-survey', id], `/work/surveys/a-survey/ways-in/${id}/withdraw`]],
  'surveyPaths.way': [[['a-survey', id], `/work/surveys/a-survey/ways-in/${id}`]],
  'directoryPaths.authorities': [
    [[], '/authorities'],
    [[{ region: 'London', kind: 'London borough', page: 2 }], '/authorities?region=London&kind=London+borough&page=2'],
  ],
  'directoryPaths.authority': [
    [['E09000007'], '/authorities/E09000007'],
    [[odd, 2], `/authorities/${oddPart}?page=2`],
  ],
  'directoryPaths.schools': [
    [[], '/schools'],
    [
      [{ q: 'mill pond', authority: 'E09000007', phase: 'Primary', page: 2 }],
      '/schools?q=mill+pond&authority=E09000007&phase=Primary&page=2',
    ],
    [[{ q: 'a', page: 1 }], '/schools?q=a'],
  ],
  'directoryPaths.school': [[[999003], '/schools/999003']],
  'directoryPaths.trusts': [
    [[], '/trusts'],
    [[{ q: 'mill pond', page: 2 }], '/trusts?q=mill+pond&page=2'],
  ],
  'directoryPaths.trust': [
    [['999001'], '/trusts/999001'],
    [[odd, 2], `/trusts/${oddPart}?page=2`],
  ],
  'directoryPaths.work': [[[], '/work/directory']],
  'directoryPaths.file': [[[id], `/work/directory/${id}`]],
  'directoryPaths.bringIn': [[[id], `/work/directory/${id}/bring-in`]],
  'directoryPaths.setAside': [[[id], `/work/directory/${id}/set-aside`]],
  'networkPaths.all': [
    [[], '/networks'],
    [['steering group'], '/networks?kind=steering+group'],
  ],
  'networkPaths.one': [[[odd], `/networks/${oddPart}`]],
  'networkPaths.calendar': [[['belonging'], '/networks/belonging/calendar.ics']],
  'networkPaths.event': [[['belonging', odd], `/networks/belonging/events/${oddPart}`]],
  'networkPaths.eventCalendar': [[['belonging', 'visit'], '/networks/belonging/events/visit/event.ics']],
  'awardPaths.all': [
    [[], '/award'],
    [[2], '/award?page=2'],
  ],
  'awardPaths.csv': [[[], '/award.csv']],
  'awardPaths.authority': [
    [['E09000007'], '/award/E09000007'],
    [[odd, 2], `/award/${oddPart}?page=2`],
  ],
  'awardPaths.authorityCsv': [[['E09000007'], '/award/E09000007/award.csv']],
  'networkPaths.work': [[[], '/work/networks']],
  'networkPaths.add': [[[], '/work/networks/new']],
  'networkPaths.join': [
    [[], '/work/networks/join'],
    [[odd], `/work/networks/join?network=${oddPart}`],
  ],
  'networkPaths.own': [[[odd], `/work/networks/${oddPart}`]],
  'networkPaths.edit': [[['belonging'], '/work/networks/belonging/edit']],
  'networkPaths.invite': [[['belonging'], '/work/networks/belonging/invite']],
  'networkPaths.close': [[['belonging'], '/work/networks/belonging/close']],
  'networkPaths.answer': [[['belonging'], '/work/networks/belonging/answer']],
  'networkPaths.member': [[['belonging', id], `/work/networks/belonging/members/${id}`]],
  'networkPaths.addEvent': [[['belonging'], '/work/networks/belonging/events/new']],
  'networkPaths.editEvent': [[['belonging', odd], `/work/networks/belonging/events/${oddPart}`]],
  'networkPaths.cancelEvent': [[['belonging', 'visit'], '/work/networks/belonging/events/visit/cancel']],
  'awardPaths.work': [
    [[], '/work/award'],
    [[2], '/work/award?page=2'],
  ],
  'awardPaths.upload': [[[], '/work/award/upload']],
  'awardPaths.columns': [[[], '/work/award/upload/columns.csv']],
  'meetingPaths.boards': [
    [[], '/work/boards'],
    [[board], '/work/boards?board=cyp-board'],
  ],
  'meetingPaths.coming': [[[board], '/work/boards/cyp-board/meetings/new']],
  'meetingPaths.atWork': [
    [[board, meeting], '/work/boards/cyp-board/meetings/2024-03-12'],
    [[odd, odd], `/work/boards/${oddPart}/meetings/${oddPart}`],
  ],
  'charterPaths.all': [[[], '/charters']],
  'charterPaths.one': [[[odd], `/charters/${oddPart}`]],
  'charterPaths.version': [[['our-charter', 2], '/charters/our-charter/v2']],
  'charterPaths.json': [[['our-charter'], '/charters/our-charter/charter.json']],
  'charterPaths.easyRead': [[['our-charter'], '/charters/our-charter/easy-read']],
  'charterPaths.poster': [[['our-charter'], '/charters/our-charter/poster.pdf']],
  'charterPaths.work': [[[], '/work/charters']],
  'charterPaths.add': [[[], '/work/charters/new']],
  'charterPaths.own': [[[odd], `/work/charters/${oddPart}`]],
  'charterPaths.about': [[['our-charter'], '/work/charters/our-charter/about']],
  'charterPaths.stage': [[['our-charter'], '/work/charters/our-charter/stage']],
  'charterPaths.addClause': [[['our-charter'], '/work/charters/our-charter/clauses/new']],
  'charterPaths.clause': [[['our-charter', id], `/work/charters/our-charter/clauses/${id}`]],
  'charterPaths.moveClause': [[['our-charter', id], `/work/charters/our-charter/clauses/${id}/move`]],
  'charterPaths.removeClause': [[['our-charter', id], `/work/charters/our-charter/clauses/${id}/remove`]],
  'charterPaths.promise': [[['our-charter', id], `/work/charters/our-charter/clauses/${id}/promise`]],
  'charterPaths.examples': [[['our-charter'], '/work/charters/our-charter/examples']],
  'charterPaths.easyWords': [[['our-charter'], '/work/charters/our-charter/easy-read']],
  'charterPaths.queue': [[['our-charter'], '/work/charters/our-charter/queue']],
  'charterPaths.suggestion': [[['our-charter', id], `/work/charters/our-charter/queue/${id}`]],
  'charterPaths.take': [[['our-charter', id], `/work/charters/our-charter/queue/${id}/take`]],
  'charterPaths.codes': [[['our-charter'], '/work/charters/our-charter/codes']],
  'charterPaths.code': [[['our-charter', 'BRGHTPND2'], '/work/charters/our-charter/codes/BRGHTPND2']],
  'charterPaths.hands': [[['our-charter'], '/work/charters/our-charter/hands']],
  'charterPaths.agree': [[['our-charter'], '/work/charters/our-charter/agree']],
  'charterPaths.publish': [[['our-charter'], '/work/charters/our-charter/publish']],
  'togetherPaths.door': [
    [[], '/together'],
    [['BRGHTPND2'], '/together?code=BRGHTPND2'],
  ],
  'togetherPaths.room': [[[], '/together/room']],
  'togetherPaths.suggest': [
    [[], '/together/suggest'],
    [[id], `/together/suggest?clause=${id}`],
  ],
  'togetherPaths.say': [
    [[], '/together/say'],
    [[id], `/together/say?clause=${id}`],
  ],
  'togetherPaths.vote': [
    [[], '/together/vote'],
    [[2], '/together/vote?clause=2'],
  ],
  'togetherPaths.choose': [[[], '/together/choose']],
  'togetherPaths.finish': [[[], '/together/finish']],
  'togetherPaths.finished': [
    [[], '/together?left=finished'],
    [['BRGHTPND2'], '/together?left=finished&code=BRGHTPND2'],
  ],
  'togetherPaths.leave': [[[], '/together/leave']],
  'practicePaths.all': [
    [[], '/practice'],
    [
      [
        {
          q: 'calm start',
          theme: 'inclusion-charter belonging',
          phase: '',
          authority: 'E09000007',
          need: 'send',
          organisation: 'a',
          page: 2,
        },
      ],
      '/practice?q=calm+start&theme=inclusion-charter+belonging&authority=E09000007&need=send&organisation=a&page=2',
    ],
  ],
  'practicePaths.one': [[[odd], `/practice/${oddPart}`]],
  'practicePaths.version': [[['a-calm-start', 2], '/practice/a-calm-start/v2']],
  'practicePaths.json': [[['a-calm-start'], '/practice/a-calm-start/practice.json']],
  'practicePaths.promise': [[[odd], `/promises/${oddPart}`]],
  'practicePaths.promiseLikeIt': [[['a-calm-start'], '/work/promises/new?practice=a-calm-start']],
  'practicePaths.work': [[[], '/work/practice']],
  'practicePaths.add': [[[], '/work/practice/new']],
  'practicePaths.own': [[[id], `/work/practice/${id}`]],
  'practicePaths.draft': [
    [[id], `/work/practice/${id}/draft`],
    [[id, 3], `/work/practice/${id}/draft?areas=3#heading-3`],
  ],
  'practicePaths.submit': [[[id], `/work/practice/${id}/submit`]],
  'practicePaths.takeBack': [[[id], `/work/practice/${id}/take-back`]],
  'practicePaths.discard': [[[id], `/work/practice/${id}/discard`]],
  'practicePaths.review': [[[id], `/work/practice/${id}/review`]],
  'practicePaths.withdraw': [[[id], `/work/practice/${id}/withdraw`]],
  'practicePaths.submission': [[[id], `/work/practice/submissions/${id}`]],
  'practicePaths.editSubmission': [
    [[id], `/work/practice/submissions/${id}/draft`],
    [[id, 3], `/work/practice/submissions/${id}/draft?areas=3#heading-3`],
  ],
  'practicePaths.clear': [[[id], `/work/practice/submissions/${id}/clear`]],
  'practicePaths.askBack': [[[id], `/work/practice/submissions/${id}/ask-back`]],
  'promisePaths.all': [
    [[], '/promises'],
    [
      [{ status: 'not kept', framework: 'inclusion-charter', theme: 'a', authority: '', organisation: 'b', board }],
      '/promises?status=not+kept&framework=inclusion-charter&theme=a&organisation=b&board=cyp-board',
    ],
  ],
  'promisePaths.one': [[[odd], `/promises/${oddPart}`]],
  'promisePaths.json': [[['school-1'], '/promises/school-1/promise.json']],
  'promisePaths.work': [
    [[], '/work/promises'],
    [['ended', 2], '/work/promises?need=ended&page=2'],
  ],
  'promisePaths.add': [[[], '/work/promises/new']],
  'promisePaths.own': [[[odd], `/work/promises/${oddPart}`]],
  'promisePaths.draft': [[['school-1'], '/work/promises/school-1/draft']],
  'promisePaths.discard': [[['school-1'], '/work/promises/school-1/discard']],
  'promisePaths.agree': [[['school-1'], '/work/promises/school-1/agree']],
  'promisePaths.news': [[['school-1'], '/work/promises/school-1/news']],
  'promisePaths.date': [[['school-1'], '/work/promises/school-1/date']],
  'promisePaths.evidence': [[['school-1'], '/work/promises/school-1/evidence']],
  'promisePaths.takeBack': [[['school-1', id], `/work/promises/school-1/evidence/${id}`]],
  'promisePaths.end': [[['school-1'], '/work/promises/school-1/end']],
  'promisePaths.practices': [[['school-1'], '/work/promises/school-1/practices']],
  'promisePaths.ask': [[['school-1'], '/work/promises/school-1/ask']],
  'promisePaths.confirmations': [[[], '/work/confirmations']],
  'promisePaths.confirmation': [[[id], `/work/confirmations/${id}`]],
  'boardPaths.all': [[[], '/boards']],
  'boardPaths.one': [
    [[board], '/boards/cyp-board'],
    [[odd], `/boards/${oddPart}`],
  ],
  'boardPaths.meeting': [
    [[board, meeting], '/boards/cyp-board/meetings/2024-03-12'],
    [[odd, odd], `/boards/${oddPart}/meetings/${oddPart}`],
  ],
  'boardPaths.meetings': [[[odd], `/calendar?board=${oddPart}`]],
  'boardPaths.calendar': [[[board], '/boards/cyp-board/calendar.ics']],
  'boardPaths.decisions': [
    [[], '/decisions'],
    [[board], '/decisions?board=cyp-board'],
    [[odd], `/decisions?board=${oddPart}`],
  ],
  'boardPaths.actions': [
    [[], '/actions'],
    [[board], '/actions?board=cyp-board'],
  ],
  'boardPaths.person': [
    [['ann-lee'], '/people/ann-lee'],
    [[odd], `/people/${oddPart}`],
  ],
  'meetingPaths.calendar': [
    [[], '/calendar'],
    [[{ month: '2026-03', board: odd }], '/calendar?month=2026-03&board=a%2Fb+%3F%C5%B5%23'],
  ],
  'meetingPaths.feed': [[[], '/calendar.ics']],
  'minutesPaths.newest': [
    [[board, meeting], '/boards/cyp-board/meetings/2024-03-12/minutes'],
    [[odd, odd], `/boards/${oddPart}/meetings/${oddPart}/minutes`],
  ],
  'minutesPaths.newestJson': [[[board, meeting], '/boards/cyp-board/meetings/2024-03-12/minutes.json']],
  'minutesPaths.version': [[[board, meeting, 2], '/boards/cyp-board/meetings/2024-03-12/minutes/v2']],
  'minutesPaths.json': [[[board, meeting, 2], '/boards/cyp-board/meetings/2024-03-12/minutes/v2/minutes.json']],
  'packPaths.newest': [
    [[board, meeting], '/boards/cyp-board/meetings/2024-03-12/pack'],
    [[odd, odd], `/boards/${oddPart}/meetings/${oddPart}/pack`],
  ],
  'packPaths.newestPdf': [[[board, meeting], '/boards/cyp-board/meetings/2024-03-12/pack.pdf']],
  'packPaths.newestJson': [[[board, meeting], '/boards/cyp-board/meetings/2024-03-12/pack.json']],
  'packPaths.version': [[[board, meeting, 2], '/boards/cyp-board/meetings/2024-03-12/pack/v2']],
  'packPaths.pdf': [[[board, meeting, 2], '/boards/cyp-board/meetings/2024-03-12/pack/v2/pack.pdf']],
  'packPaths.json': [[[board, meeting, 2], '/boards/cyp-board/meetings/2024-03-12/pack/v2/pack.json']],
  'packPaths.changes': [[[board, meeting, 2], '/boards/cyp-board/meetings/2024-03-12/pack/v2/changes']],
  'careOfferPaths.start': [[[], '/care-offer']],
  'careOfferPaths.find': [[[], '/care-offer/find']],
  'careOfferPaths.offers': [
    [[], '/care-offer/offers'],
    [
      [
        {
          q: 'bus pass',
          kind: 'care-leavers-asks travel',
          authority: 'E08000037',
          group: 'parents',
          outside: 'not known',
          page: 2,
        },
      ],
      '/care-offer/offers?q=bus+pass&kind=care-leavers-asks+travel&authority=E08000037&group=parents&outside=not+known&page=2',
    ],
  ],
  'careOfferPaths.offer': [[[odd], `/care-offer/offers/${oddPart}`]],
  'careOfferPaths.authority': [
    [['E08000037'], '/care-offer/authorities/E08000037'],
    [[odd, 'my-asks'], `/care-offer/authorities/${oddPart}?framework=my-asks`],
  ],
  'careOfferPaths.coverage': [
    [[], '/care-offer/coverage'],
    [
      [{ framework: 'my-asks', region: 'North East', page: 2 }],
      '/care-offer/coverage?framework=my-asks&region=North+East&page=2',
    ],
  ],
  'careOfferPaths.coverageCsv': [[[], '/care-offer/coverage.csv']],
  'careOfferPaths.kind': [
    [['care-leavers-asks', 'travel'], '/care-offer/coverage/care-leavers-asks/travel'],
    [[odd, 'travel', { region: 'London', page: 3 }], `/care-offer/coverage/${oddPart}/travel?region=London&page=3`],
  ],
  'careOfferPaths.compare': [
    [[], '/care-offer/compare'],
    [['E08000037', 'E06000052'], '/care-offer/compare?a=E08000037&b=E06000052'],
  ],
  'careOfferPaths.benchmark': [[[{ region: 'London' }], '/care-offer/benchmark?region=London']],
  'careOfferPaths.openReferral': [[[], '/care-offer/open-referral']],
  'careOfferPaths.services': [
    [[], '/care-offer/open-referral/services'],
    [[2], '/care-offer/open-referral/services?page=2'],
  ],
  'careOfferPaths.service': [[[id], `/care-offer/open-referral/services/${id}`]],
  'careOfferPaths.desk': [
    [[], '/work/care-offer'],
    [[2], '/work/care-offer?page=2'],
  ],
  'careOfferPaths.create': [[[], '/work/care-offer/new']],
  'careOfferPaths.own': [[[id], `/work/care-offer/offers/${id}`]],
  'careOfferPaths.edit': [[[id], `/work/care-offer/offers/${id}/edit`]],
  'careOfferPaths.publish': [[[id], `/work/care-offer/offers/${id}/publish`]],
  'careOfferPaths.check': [[[id], `/work/care-offer/offers/${id}/check`]],
  'careOfferPaths.end': [[[id], `/work/care-offer/offers/${id}/end`]],
  'careOfferPaths.discard': [[[id], `/work/care-offer/offers/${id}/discard`]],
  'careOfferPaths.upload': [[[], '/work/care-offer/upload']],
  'careOfferPaths.template': [[[], '/work/care-offer/upload/columns.csv']],
  'careOfferPaths.sheet': [
    [[], '/work/care-offer/coverage'],
    [
      [{ authority: 'E08000037', framework: 'my-asks' }],
      '/work/care-offer/coverage?authority=E08000037&framework=my-asks',
    ],
  ],
  'homePaths.home': [[[], '/']],
  'searchPaths.search': [
    [[], '/search'],
    [[{ q: 'young people', board, kind: 'pack', page: 2 }], '/search?q=young+people&board=cyp-board&kind=pack&page=2'],
    [[{ q: 'a', page: 1 }], '/search?q=a'],
  ],
  'withdrawalPaths.withdraw': [
    [[], '/work/withdraw'],
    [['/charters/ours'], '/work/withdraw?address=%2Fcharters%2Fours'],
  ],
  'kitPagePaths.problems': [[[], '/problems']],
  'signedHeadPaths.all': [[[], '/signed-heads']],
  'signedHeadPaths.one': [[[14], '/signed-heads/14']],
  'signedHeadPaths.key': [[[], '/signed-heads/key.pem']],
  'kitPagePaths.kit': [
    [[], '/kit'],
    [['button'], '/kit/button'],
    [['page', 'pack'], '/kit/page/pack'],
  ],
  'importPaths.workspace': [[[], '/work']],
  'importPaths.list': [[[], '/work/imports']],
  'importPaths.upload': [[[], '/work/imports/new']],
  'importPaths.check': [[[{ import: id }], `/work/imports/${id}`]],
  'importPaths.answer': [[[{ import: id, doubt: 'doubt-1' }], `/work/imports/${id}/doubts/doubt-1`]],
  'importPaths.unplaced': [[[{ import: id, line: 7 }], `/work/imports/${id}/unplaced/7`]],
  'importPaths.particulars': [[[{ import: id }], `/work/imports/${id}/meeting`]],
  'importPaths.earlierAnswers': [[[{ import: id }], `/work/imports/${id}/earlier-answers`]],
  'importPaths.acceptRest': [[[{ import: id }], `/work/imports/${id}/accept-rest`]],
  'importPaths.publish': [[[{ import: id }], `/work/imports/${id}/publish`]],
  'importPaths.progress': [[[{ job: id }], `/work/progress/${id}`]],
};

type PathFunction = (...words: readonly unknown[]) => unknown;
const found = new Map<string, PathFunction>();

before(async () => {
  const source = join(import.meta.dirname, '..', 'src');
  for (const file of globSync(['rooms/*/*/paths.js', 'kit/**/paths.js'], { cwd: source }).toSorted()) {
    const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(join(source, file)).href);
    for (const [name, paths] of Object.entries(module)) {
      if (typeof paths !== 'object' || paths === null) continue;
      for (const [key, make] of Object.entries(paths))
        if (typeof make === 'function') found.set(`${name}.${key}`, (...words) => make(...words));
    }
  }
});

test('every address stands as it stood', () => {
  assert.deepEqual(
    [...found.keys()].filter((name) => !(name in lines)),
    [],
    'functions without a line',
  );
  assert.deepEqual(
    Object.keys(lines).filter((name) => !found.has(name)),
    [],
    'lines without a function',
  );
  for (const [name, cases] of Object.entries(lines)) {
    for (const [words, address] of cases) assert.equal(found.get(name)?.(...words), address, name);
  }
});

test('every address is answered by a route', () => {
  const routes = rooms.flatMap((room) =>
    room.pages.map((page) => new RegExp(`^${page.path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`)),
  );
  for (const [name, cases] of Object.entries(lines)) {
    for (const [, address] of cases)
      assert.ok(
        routes.some((route) => route.test(address.split('?')[0] ?? '')),
        `${name}: nobody answers at ${address}`,
      );
  }
});
