/**
 * Every address of the house, with the demonstration in it: what each page owes its readers. A route without an entry in
 * the table fails, so that no page is ever added unseen.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { nobody } from '#kit/db/gate.js';
import { json as jsonb } from '#kit/db/client.js';
import { newId } from '#kit/id.js';
import { askForJob } from '#kit/jobs/jobs.js';
import type { DirectoryReport, FileProblem } from '#rooms/ground/directory/index.js';
import { makeSignInLink } from '#rooms/ground/people/index.js';
import { openSurvey } from '#rooms/heard/taking-part/fixtures.js';
import { asOwner } from '../../src/app/owner.js';
import { publishNow } from '../../src/app/publish-now.js';
import type { PersonaKey } from '../../src/app/demonstration/who.js';
import { rooms } from '../../src/app/rooms.js';
import { lostPasskey } from '../lost-passkey.js';
import { type Running, runningKept } from '../running.js';
import { type Asker, asker, persona } from '../visit.js';
import { writtenFreely } from '../written-freely.js';

interface Facts {
  readonly board: string;
  /** Address of the meeting with a pack, of one with minutes, of one that is only planned. */
  readonly packed: string;
  readonly minuted: string;
  readonly planned: string;
  readonly person: string;
  /** A published pack, and a publication without a PDF. */
  readonly pack: string;
  readonly minutes: string;
  readonly import: string;
  readonly job: string;
  readonly failedJob: string;
  readonly link: string;
  /** The coming meeting that the clerk announced, at work; a piece of evidence; what the school council was asked. */
  readonly coming: string;
  readonly evidence: string;
  readonly confirmation: string;
  /** Spotlights of the school, published and a draft; one of the trust that came back; what waits for the programme, a first one and a next version. */
  readonly spotlights: {
    readonly published: string;
    readonly draft: string;
    readonly askedBack: string;
    readonly first: string;
    readonly next: string;
  };
  /** Published offers to care leavers: as printed, of the borough itself (with its id), and one that ended; and a draft's id. */
  readonly printed: string;
  readonly offer: string;
  readonly offerId: string;
  readonly ended: string;
  readonly draftOffer: string;
  /** Files of the registers: one that waits to be brought in, one that was refused. */
  readonly files: readonly string[];
  /** The organisation that asks to join the programme's network. */
  readonly asking: string;
  /** The code of a class session that is open to every test. */
  readonly takeCode: string;
  readonly colleague: string;
  /** At work, the school's published charter and one of its clauses; the one on which its classes vote, and what waits there. */
  /** The school as a setting of the programme's survey, with the ids of its session and of the link for all. */
  readonly surveys: { readonly setting: string; readonly session: string; readonly link: string };
  readonly charters: {
    readonly published: string;
    readonly clause: string;
    readonly voting: string;
    readonly waiting: string;
    readonly preparing: string;
  };
  readonly written: Written;
  readonly lost: Awaited<ReturnType<typeof lostPasskey>>;
}

/** What people wrote or said; see written-freely.ts. */
type Written = Awaited<ReturnType<typeof writtenFreely>>;

export interface Entry {
  /** A page of those who take part: a frame and a content policy of its own, and kept by no browser. */
  readonly intake?: true;
  readonly at: (facts: Facts) => readonly string[];
  /** Who looks; a visitor where it is left out. */
  readonly as?: PersonaKey;
  /** Runs the one script without which passkeys cannot be asked for. */
  readonly script?: true;
  /** Shows examples, whose links stand for links and lead nowhere. */
  readonly samples?: true;
  /** Rules of axe it is excused from, each with the reason. */
  readonly except?: Readonly<Record<string, string>>;
  /** What it gives where that is not a page: a file of this type, or the way to another address. */
  readonly gives?: { readonly file: RegExp } | 'the way';
}

const json = { file: /^application\/json/ };
const pdf = { file: /^application\/pdf/ };
const calendar = { file: /^text\/calendar; charset=utf-8/ };

const instrument = '/work/instruments/belonging-and-safety-at-school';
const recording = 'ab'.repeat(32);

const [survey, nextWave] = [
  '/work/surveys/belonging-and-safety-at-school-autumn',
  '/work/surveys/belonging-and-safety-at-school-autumn-2',
];

export const table: Readonly<Record<string, Entry>> = {
  '/sign-in': { at: () => ['/sign-in', '/sign-in?to=/work/imports'] },
  '/sign-in/link/:token': { at: ({ link }) => [`/sign-in/link/${link}`, `/sign-in/link/${'a'.repeat(43)}`] },
  '/': { at: () => ['/'] },
  '/search': {
    at: ({ board }) => [
      '/search',
      '/search?q=care+leavers',
      '/search?q=edcuation',
      '/search?q=xyzzyplugh',
      `/search?q=charter&board=${board}`,
    ],
  },
  '/problems': { at: () => ['/problems'] },
  '/kit': { at: () => ['/kit'] },
  '/kit/:component': { at: () => ['/kit/button', '/kit/table'], samples: true },
  '/kit/:component/:example': { at: () => ['/kit/page/meeting', '/kit/page/sign-in-refused'], samples: true },
  '/publications/:id': { at: ({ pack, minutes }) => [`/publications/${pack}`, `/publications/${minutes}`] },
  '/publications/:id/content.json': { at: ({ pack }) => [`/publications/${pack}/content.json`], gives: json },
  '/publications/:id/proof.json': { at: ({ pack }) => [`/publications/${pack}/proof.json`], gives: json },
  '/signed-heads': { at: () => ['/signed-heads'] },
  '/signed-heads/:number': { at: () => ['/signed-heads/1'], gives: json },
  '/publications/:id/main.html': {
    at: ({ pack }) => [`/publications/${pack}/main.html`],
    gives: { file: /^text\/html/ },
  },
  '/publications/:id/file.pdf': { at: ({ pack }) => [`/publications/${pack}/file.pdf`], gives: pdf },
  '/decisions': { at: ({ board }) => ['/decisions', `/decisions?board=${board}`] },
  '/actions': { at: ({ board }) => ['/actions', `/actions?board=${board}`] },
  '/boards/:board/meetings/:meeting': { at: ({ packed, minuted, planned }) => [packed, minuted, planned] },
  '/boards/:board/meetings/:meeting/pack': { at: ({ packed }) => [`${packed}/pack`] },
  '/boards/:board/meetings/:meeting/pack.json': { at: ({ packed }) => [`${packed}/pack.json`], gives: json },
  '/boards/:board/meetings/:meeting/pack.pdf': { at: ({ packed }) => [`${packed}/pack.pdf`], gives: pdf },
  '/boards/:board/meetings/:meeting/pack/v:version': { at: ({ packed }) => [`${packed}/pack/v1`, `${packed}/pack/v2`] },
  '/boards/:board/meetings/:meeting/pack/v:version/pack.json': {
    at: ({ packed }) => [`${packed}/pack/v1/pack.json`],
    gives: json,
  },
  '/boards/:board/meetings/:meeting/pack/v:version/pack.pdf': {
    at: ({ packed }) => [`${packed}/pack/v1/pack.pdf`],
    gives: pdf,
  },
  '/boards/:board/meetings/:meeting/pack/v:version/changes': { at: ({ packed }) => [`${packed}/pack/v2/changes`] },
  '/boards/:board/meetings/:meeting/minutes': { at: ({ minuted }) => [`${minuted}/minutes`] },
  '/boards/:board/meetings/:meeting/minutes.json': { at: ({ minuted }) => [`${minuted}/minutes.json`], gives: json },
  '/boards/:board/meetings/:meeting/minutes/v:version': { at: ({ minuted }) => [`${minuted}/minutes/v1`] },
  '/boards/:board/meetings/:meeting/minutes/v:version/minutes.json': {
    at: ({ minuted }) => [`${minuted}/minutes/v1/minutes.json`],
    gives: json,
  },
  '/authorities': {
    at: () => ['/authorities', '/authorities?region=London&kind=City+corporation', '/authorities?region=Atlantis'],
  },
  '/authorities/:code': { at: () => ['/authorities/E09000007', '/authorities/E09000002'] },
  '/schools': {
    at: () => ['/schools', '/schools?q=milpond', '/schools?q=xyzzyplugh', '/schools?authority=E09000007&phase=Primary'],
  },
  '/schools/:urn': { at: () => ['/schools/999003', '/schools/999001', '/schools/999007'] },
  '/trusts': { at: () => ['/trusts', '/trusts?q=lantrn', '/trusts?q=xyzzyplugh', '/trusts?page=9'] },
  '/trusts/:trust': { at: () => ['/trusts/999001', '/trusts/999001?page=9'] },
  '/work/directory': { at: () => ['/work/directory'], as: 'administrator' },
  '/work/directory/:file': { at: ({ files }) => files.map((file) => `/work/directory/${file}`), as: 'administrator' },
  '/join/:token': { at: () => [`/join/${'a'.repeat(43)}`] },
  '/frameworks': { at: () => ['/frameworks'] },
  '/frameworks/:framework': { at: () => ['/frameworks/inclusion-charter', '/frameworks/care-leavers-asks'] },
  '/frameworks/:framework/v:version': { at: () => ['/frameworks/inclusion-charter/v1'] },
  '/frameworks/:framework/framework.json': { at: () => ['/frameworks/inclusion-charter/framework.json'], gives: json },
  '/frameworks/:framework/register': {
    at: () => [
      '/frameworks/inclusion-charter/register',
      '/frameworks/care-leavers-asks/register',
      '/frameworks/inclusion-charter/register?show=heard',
      '/frameworks/inclusion-charter/register?show=removed',
      '/frameworks/inclusion-charter/register?q=millpond&kind=school',
      '/frameworks/inclusion-charter/register?authority=E09000012&page=9',
    ],
  },
  '/frameworks/:framework/register.csv': {
    at: () => ['/frameworks/inclusion-charter/register.csv'],
    gives: { file: /^text\/csv; charset=utf-8/ },
  },
  '/frameworks/:framework/register.json': { at: () => ['/frameworks/inclusion-charter/register.json'], gives: json },
  '/frameworks/:framework/register/map': {
    at: () => ['/frameworks/inclusion-charter/register/map', '/frameworks/care-leavers-asks/register/map'],
  },
  '/frameworks/:framework/register/interested': { at: () => ['/frameworks/inclusion-charter/register/interested'] },
  '/frameworks/:framework/register/:entry': {
    at: () =>
      [
        'eastmere-invented',
        'millpond-primary-school-invented',
        'millpond-school-council-invented',
        'fern-street-academy-invented',
        'tideway-schools-trust-invented',
      ].map((entry) => `/frameworks/inclusion-charter/register/${entry}`),
  },
  '/frameworks/:framework/register/:entry/badge.svg': {
    at: () =>
      ['millpond-primary-school-invented', 'tideway-schools-trust-invented'].map(
        (entry) => `/frameworks/inclusion-charter/register/${entry}/badge.svg`,
      ),
    gives: { file: /^image\/svg\+xml/ },
  },
  '/frameworks/:framework/register/:entry/badge.json': {
    at: () => ['/frameworks/inclusion-charter/register/millpond-primary-school-invented/badge.json'],
    gives: json,
  },
  '/frameworks/:framework/register/:entry/verify': {
    at: () =>
      ['millpond-primary-school-invented', 'fern-street-academy-invented'].map(
        (entry) => `/frameworks/inclusion-charter/register/${entry}/verify`,
      ),
  },
  '/work/register': { at: () => ['/work/register', '/work/register?done=renewed'], as: 'school' },
  '/work/register/sign': {
    at: () => ['/work/register/sign?framework=inclusion-charter', '/work/register/sign?framework=nothing'],
    as: 'school',
  },
  '/work/register/withdraw': { at: () => ['/work/register/withdraw?framework=inclusion-charter'], as: 'borough' },
  '/work/register/:framework': {
    at: () => [
      '/work/register/inclusion-charter',
      '/work/register/inclusion-charter?done=declined',
      '/work/register/inclusion-charter?q=xyzzyplugh',
    ],
    as: 'programme',
  },
  '/work/register/:framework/invite': { at: () => ['/work/register/inclusion-charter/invite'], as: 'programme' },
  '/work/register/:framework/invitations': {
    at: () => ['/work/register/inclusion-charter/invitations'],
    as: 'programme',
  },
  '/work/register/:framework/invitations/columns.csv': {
    at: () => ['/work/register/inclusion-charter/invitations/columns.csv'],
    as: 'programme',
    gives: { file: /^text\/csv/ },
  },
  '/work/register/:framework/entries/:entry/remove': {
    at: () => ['/work/register/inclusion-charter/entries/eastmere-invented/remove'],
    as: 'programme',
  },
  '/promises': {
    at: ({ board }) => [
      '/promises',
      '/promises?status=overdue',
      '/promises?status=replaced',
      '/promises?theme=inclusion-charter+active-citizens',
      '/promises?organisation=eastmere',
      `/promises?board=${board}`,
      '/promises?authority=E09000007&page=9',
    ],
  },
  '/promises/:promise': {
    at: () => [
      '/promises/millpond-primary-school-1',
      '/promises/millpond-primary-school-2',
      '/promises/millpond-primary-school-3',
      '/promises/eastmere-1',
      '/promises/eastmere-2',
      '/promises/eastmere-3',
      '/promises/inclusion-programme-1',
    ],
  },
  '/promises/:promise/promise.json': { at: () => ['/promises/millpond-primary-school-3/promise.json'], gives: json },
  '/work/promises': {
    at: () => ['/work/promises', '/work/promises?done=discarded', '/work/promises?need=drafts'],
    as: 'school',
  },
  '/work/promises/new': { at: () => ['/work/promises/new'], as: 'school' },
  '/work/promises/:promise': {
    at: () => [
      '/work/promises/millpond-primary-school-2?done=news',
      '/work/promises/millpond-primary-school-3',
      '/work/promises/millpond-primary-school-5',
    ],
    as: 'school',
  },
  '/work/promises/:promise/draft': { at: () => ['/work/promises/millpond-primary-school-5/draft'], as: 'school' },
  '/work/promises/:promise/agree': { at: () => ['/work/promises/millpond-primary-school-5/agree'], as: 'school' },
  '/work/promises/:promise/news': { at: () => ['/work/promises/millpond-primary-school-2/news'], as: 'school' },
  '/work/promises/:promise/date': { at: () => ['/work/promises/millpond-primary-school-2/date'], as: 'school' },
  '/work/promises/:promise/evidence': { at: () => ['/work/promises/millpond-primary-school-2/evidence'], as: 'school' },
  '/work/promises/:promise/evidence/:evidence': {
    at: ({ evidence }) => [`/work/promises/millpond-primary-school-3/evidence/${evidence}`],
    as: 'school',
  },
  '/work/promises/:promise/end': { at: () => ['/work/promises/millpond-primary-school-2/end'], as: 'school' },
  '/work/promises/:promise/practices': {
    at: () => ['/work/promises/millpond-primary-school-3/practices'],
    as: 'school',
  },
  '/work/promises/:promise/ask': { at: () => ['/work/promises/millpond-primary-school-3/ask'], as: 'school' },
  '/work/confirmations': { at: () => ['/work/confirmations', '/work/confirmations?done=answered'], as: 'group' },
  '/work/confirmations/:confirmation': {
    at: ({ confirmation }) => [`/work/confirmations/${confirmation}`],
    as: 'group',
  },
  '/work/boards': { at: () => ['/work/boards'], as: 'clerk' },
  '/work/boards/:board/meetings/new': { at: ({ board }) => [`/work/boards/${board}/meetings/new`], as: 'clerk' },
  '/work/boards/:board/meetings/:meeting': { at: ({ coming, packed }) => [coming, `/work${packed}`], as: 'clerk' },
  '/work/surveys': { at: () => ['/work/surveys'], as: 'programme' },
  '/work/surveys/new': { at: () => ['/work/surveys/new'], as: 'programme' },
  '/work/surveys/:survey': { at: () => [survey, `${nextWave}?done=again`], as: 'programme' },
  '/work/surveys/:survey/design': { at: () => [`${nextWave}/design`], as: 'programme' },
  '/work/surveys/:survey/data-sheet': { at: () => [`${nextWave}/data-sheet`], as: 'programme' },
  '/work/surveys/:survey/sign-off': { at: () => [`${survey}/sign-off`, `${nextWave}/sign-off`], as: 'programme' },
  '/work/surveys/:survey/notices': { at: () => [`${survey}/notices`], as: 'programme' },
  '/work/surveys/:survey/letter': { at: () => [`${survey}/letter`], as: 'programme' },
  '/work/surveys/:survey/letter.pdf': { at: () => [`${survey}/letter.pdf`], as: 'programme', gives: pdf },
  '/work/surveys/:survey/paper.pdf': {
    at: () => [`${survey}/paper.pdf?audience=student+primary&language=ar`],
    as: 'programme',
    gives: pdf,
  },
  '/work/surveys/:survey/settings': {
    at: () => [`${survey}/settings`, `${nextWave}/settings?q=eastmere`, `${survey}/settings?q=xyzzyplugh`],
    as: 'programme',
  },
  '/work/surveys/:survey/settings/:setting': {
    at: ({ surveys }) => [`${survey}/settings/${surveys.setting}`],
    as: 'programme',
  },
  '/work/surveys/:survey/open': { at: () => [`${nextWave}/open`], as: 'programme' },
  '/work/surveys/:survey/last-day': { at: () => [`${survey}/last-day`], as: 'programme' },
  '/work/surveys/:survey/again': { at: () => [`${survey}/again`], as: 'programme', gives: 'the way' },
  '/work/surveys/:survey/ways-in/new': {
    at: () => ['class+session', 'cards', 'open+link'].map((kind) => `${survey}/ways-in/new?kind=${kind}`),
    as: 'programme',
  },
  '/work/surveys/:survey/cards': { at: () => [`${survey}/cards`], as: 'programme' },
  '/work/surveys/:survey/ways-in/:way/cards': {
    at: ({ surveys }) => [`${survey}/ways-in/${surveys.session}/cards`],
    as: 'programme',
    gives: 'the way',
  },
  '/work/surveys/:survey/ways-in/:way/withdraw': {
    at: ({ surveys }) => [surveys.session, surveys.link].map((way) => `${survey}/ways-in/${way}/withdraw`),
    as: 'programme',
  },
  '/work/surveys/:survey/ways-in/:way': {
    at: ({ surveys }) => [surveys.session, surveys.link].map((way) => `${survey}/ways-in/${way}`),
    as: 'programme',
  },
  '/charters': { at: () => ['/charters', '/charters?page=9'] },
  '/charters/:charter': { at: ({ charters }) => [`/charters/${charters.published}`] },
  '/charters/:charter/v:version': { at: ({ charters }) => [`/charters/${charters.published}/v1`] },
  '/charters/:charter/easy-read': { at: ({ charters }) => [`/charters/${charters.published}/easy-read`] },
  '/charters/:charter/charter.json': {
    at: ({ charters }) => [`/charters/${charters.published}/charter.json`],
    gives: json,
  },
  '/charters/:charter/poster.pdf': { at: ({ charters }) => [`/charters/${charters.published}/poster.pdf`], gives: pdf },
  '/work/charters': { at: () => ['/work/charters'], as: 'school' },
  '/work/charters/new': { at: () => ['/work/charters/new'], as: 'school' },
  '/work/charters/:charter': {
    at: ({ charters }) => [
      `/work/charters/${charters.published}`,
      `/work/charters/${charters.voting}?done=stage`,
      `/work/charters/${charters.preparing}`,
    ],
    as: 'school',
  },
  '/work/charters/:charter/about': {
    at: ({ charters }) => [`/work/charters/${charters.preparing}/about`],
    as: 'school',
  },
  '/work/charters/:charter/stage': {
    at: ({ charters }) => [`/work/charters/${charters.voting}/stage`, `/work/charters/${charters.published}/stage`],
    as: 'school',
  },
  '/work/charters/:charter/clauses/new': {
    at: ({ charters }) => [`/work/charters/${charters.preparing}/clauses/new`],
    as: 'school',
  },
  '/work/charters/:charter/clauses/:clause': {
    at: ({ charters }) => [`/work/charters/${charters.preparing}/clauses/${charters.clause}`],
    as: 'school',
  },
  '/work/charters/:charter/examples': {
    at: ({ charters }) => [`/work/charters/${charters.preparing}/examples`],
    as: 'school',
  },
  '/work/charters/:charter/easy-read': {
    at: ({ charters }) => [`/work/charters/${charters.preparing}/easy-read`],
    as: 'school',
  },
  '/work/charters/:charter/queue': { at: ({ charters }) => [`/work/charters/${charters.voting}/queue`], as: 'school' },
  '/work/charters/:charter/queue/:suggestion': {
    at: ({ charters }) => [`/work/charters/${charters.voting}/queue/${charters.waiting}`],
    as: 'school',
  },
  '/work/charters/:charter/codes': { at: ({ charters }) => [`/work/charters/${charters.voting}/codes`], as: 'school' },
  '/work/charters/:charter/codes/:code': {
    at: ({ charters }) => [`/work/charters/${charters.voting}/codes/BRGHTPND2`],
    as: 'school',
  },
  '/work/charters/:charter/hands': { at: ({ charters }) => [`/work/charters/${charters.voting}/hands`], as: 'school' },
  '/work/charters/:charter/agree': {
    at: ({ charters }) => [`/work/charters/${charters.preparing}/agree`],
    as: 'school',
  },
  // Without a seat the room leads back to its door; with one it is tried in test/journeys/write-a-charter.test.ts.
  '/together': {
    at: () => [
      '/together',
      '/together?code=BRGHTPND2',
      '/together?left=yes',
      '/together?left=finished&code=BRGHTPND2',
      '/together?seat=none',
    ],
  },
  '/together/room': { at: () => ['/together/room'], gives: 'the way' },
  '/together/suggest': { at: () => ['/together/suggest'], gives: 'the way' },
  '/together/say': { at: () => ['/together/say'], gives: 'the way' },
  '/together/vote': { at: () => ['/together/vote'], gives: 'the way' },
  '/together/finish': { at: () => ['/together/finish'], gives: 'the way' },
  '/together/choose': { at: () => ['/together/choose'], gives: 'the way' },
  '/practice': {
    at: () => [
      '/practice',
      '/practice?q=atendance',
      '/practice?q=xyzzyplugh',
      '/practice?need=attendance&phase=Primary',
      '/practice?organisation=lantern-schools-trust',
      '/practice?authority=E09000007&page=9',
    ],
  },
  '/practice/:practice': {
    at: () => [
      '/practice/one-team-for-attendance-behaviour-and-special-needs',
      '/practice/no-exclusion-without-a-second-look',
      '/practice/breakfast-clubs-in-all-our-schools',
    ],
  },
  '/practice/:practice/v:version': { at: () => ['/practice/a-calm-start-to-the-day/v1'] },
  '/practice/:practice/practice.json': { at: () => ['/practice/a-calm-start-to-the-day/practice.json'], gives: json },
  '/work/practice': { at: () => ['/work/practice', '/work/practice?done=cleared'], as: 'programme' },
  '/work/practice/new': { at: () => ['/work/practice/new'], as: 'school' },
  '/work/practice/:spotlight': {
    at: ({ spotlights }) => [`/work/practice/${spotlights.published}`, `/work/practice/${spotlights.draft}?done=saved`],
    as: 'school',
  },
  '/work/practice/:spotlight/draft': {
    at: ({ spotlights }) => [
      `/work/practice/${spotlights.askedBack}/draft`,
      `/work/practice/${spotlights.askedBack}/draft?areas=4`,
    ],
    as: 'trust',
  },
  '/work/practice/:spotlight/withdraw': {
    at: ({ spotlights }) => [`/work/practice/${spotlights.published}/withdraw`],
    as: 'school',
  },
  '/work/practice/submissions/:submission': {
    at: ({ spotlights }) => [
      `/work/practice/submissions/${spotlights.next}`,
      `/work/practice/submissions/${spotlights.first}`,
    ],
    as: 'programme',
  },
  '/work/practice/submissions/:submission/draft': {
    at: ({ spotlights }) => [`/work/practice/submissions/${spotlights.first}/draft`],
    as: 'programme',
  },
  '/care-offer': { at: () => ['/care-offer'] },
  '/care-offer/find': { at: () => ['/care-offer/find'] },
  '/care-offer/offers': {
    at: () => [
      '/care-offer/offers',
      '/care-offer/offers?q=guarentor',
      '/care-offer/offers?q=xyzzyplugh',
      '/care-offer/offers?kind=care-leavers-asks+travel&outside=not+known',
      '/care-offer/offers?page=2',
    ],
  },
  '/care-offer/offers/:offer': {
    at: ({ printed, offer, ended }) => [offer, printed, ended].map((slug) => `/care-offer/offers/${slug}`),
  },
  '/care-offer/authorities/:code': {
    at: () => [
      '/care-offer/authorities/E09999001',
      '/care-offer/authorities/E06000052',
      '/care-offer/authorities/E09000007',
    ],
  },
  '/care-offer/coverage': {
    at: () => [
      '/care-offer/coverage',
      '/care-offer/coverage?region=North+West',
      '/care-offer/coverage?region=Atlantis',
      '/care-offer/coverage?page=2',
    ],
  },
  '/care-offer/coverage/:framework/:theme': { at: () => ['/care-offer/coverage/care-leavers-asks/travel'] },
  '/care-offer/coverage.csv': { at: () => ['/care-offer/coverage.csv'], gives: { file: /^text\/csv; charset=utf-8/ } },
  '/care-offer/compare': {
    at: () => [
      '/care-offer/compare?a=E09999001&b=E06000052',
      '/care-offer/compare',
      '/care-offer/compare?a=E09999001',
      '/care-offer/compare?a=E09999001&b=E09999001',
    ],
  },
  '/care-offer/benchmark': {
    at: () => ['/care-offer/benchmark', '/care-offer/benchmark?region=London', '/care-offer/benchmark?region=Atlantis'],
  },
  '/care-offer/open-referral': { at: () => ['/care-offer/open-referral'], gives: json },
  '/care-offer/open-referral/services': {
    at: () => ['/care-offer/open-referral/services', '/care-offer/open-referral/services?page=2&per_page=5'],
    gives: json,
  },
  '/care-offer/open-referral/services/:id': {
    at: ({ offerId }) => [`/care-offer/open-referral/services/${offerId}`],
    gives: json,
  },
  '/work/care-offer': { at: () => ['/work/care-offer', '/work/care-offer?done=12'], as: 'borough' },
  '/work/care-offer/new': { at: () => ['/work/care-offer/new'], as: 'programme' },
  '/work/care-offer/offers/:offer': {
    at: ({ offerId, draftOffer }) => [
      `/work/care-offer/offers/${offerId}`,
      `/work/care-offer/offers/${draftOffer}?done=recorded`,
    ],
    as: 'borough',
  },
  '/work/care-offer/offers/:offer/edit': {
    at: ({ offerId }) => [`/work/care-offer/offers/${offerId}/edit`],
    as: 'borough',
  },
  '/work/care-offer/upload': { at: () => ['/work/care-offer/upload'], as: 'borough' },
  '/work/care-offer/upload/columns.csv': {
    at: () => ['/work/care-offer/upload/columns.csv'],
    as: 'borough',
    gives: { file: /^text\/csv; charset=utf-8/ },
  },
  '/work/care-offer/coverage': {
    at: () => ['/work/care-offer/coverage', '/work/care-offer/coverage?done=said'],
    as: 'borough',
  },
  '/networks': { at: () => ['/networks', '/networks?kind=steering+group', '/networks?page=9'] },
  '/networks/:network': {
    at: () => [
      '/networks/belonging-before-behaviour-invented',
      '/networks/eastmere-child-rights-schools-steering-group-invented',
      '/networks/reading-aloud-together-invented',
    ],
  },
  '/networks/:network/calendar.ics': {
    at: () => ['/networks/belonging-before-behaviour-invented/calendar.ics'],
    gives: calendar,
  },
  '/networks/:network/events/:event': {
    at: () => [
      '/networks/belonging-before-behaviour-invented/events/one-adult-who-knows-you',
      '/networks/belonging-before-behaviour-invented/events/visit-to-oak-rise',
      '/networks/belonging-before-behaviour-invented/events/what-a-quiet-room-changed',
      '/networks/eastmere-child-rights-schools-steering-group-invented/events/spring-meeting',
    ],
  },
  '/networks/:network/events/:event/event.ics': {
    at: () => ['/networks/belonging-before-behaviour-invented/events/visit-to-oak-rise/event.ics'],
    gives: calendar,
  },
  '/award': { at: () => ['/award', '/award?page=9'] },
  '/award.csv': { at: () => ['/award.csv'], gives: { file: /^text\/csv; charset=utf-8/ } },
  '/award/:authority': { at: () => ['/award/E09000007', '/award/E09000003', '/award/E09000028?page=9'] },
  '/award/:authority/award.csv': {
    at: () => ['/award/E09000007/award.csv'],
    gives: { file: /^text\/csv; charset=utf-8/ },
  },
  '/work/verification': { at: () => ['/work/verification'], as: 'school' },
  '/verification': { at: () => ['/verification'] },
  '/work/networks': { at: () => ['/work/networks', '/work/networks?done=declined'], as: 'school' },
  '/work/networks/new': { at: () => ['/work/networks/new'], as: 'programme' },
  '/work/networks/join': { at: () => ['/work/networks/join?network=belonging-before-behaviour-invented'], as: 'group' },
  '/work/networks/:network': {
    at: () => [
      '/work/networks/belonging-before-behaviour-invented?done=invited',
      '/work/networks/eastmere-child-rights-schools-steering-group-invented',
    ],
    as: 'programme',
  },
  '/work/networks/:network/edit': {
    at: () => ['/work/networks/belonging-before-behaviour-invented/edit'],
    as: 'programme',
  },
  '/work/networks/:network/close': {
    at: () => ['/work/networks/belonging-before-behaviour-invented/close'],
    as: 'programme',
  },
  '/work/networks/:network/invite': {
    at: () => ['/work/networks/belonging-before-behaviour-invented/invite'],
    as: 'programme',
  },
  '/work/networks/:network/members/:member': {
    at: ({ asking }) => [`/work/networks/belonging-before-behaviour-invented/members/${asking}`],
    as: 'programme',
  },
  '/work/networks/:network/events/new': {
    at: () => ['/work/networks/belonging-before-behaviour-invented/events/new'],
    as: 'programme',
  },
  '/work/networks/:network/events/:event': {
    at: () => ['/work/networks/belonging-before-behaviour-invented/events/one-adult-who-knows-you'],
    as: 'programme',
  },
  '/work/networks/:network/events/:event/cancel': {
    at: () => ['/work/networks/belonging-before-behaviour-invented/events/one-adult-who-knows-you/cancel'],
    as: 'programme',
  },
  '/work/award': { at: () => ['/work/award', '/work/award?done=3'], as: 'programme' },
  '/work/award/upload': { at: () => ['/work/award/upload'], as: 'borough' },
  '/work/award/upload/columns.csv': {
    at: () => ['/work/award/upload/columns.csv'],
    as: 'borough',
    gives: { file: /^text\/csv; charset=utf-8/ },
  },
  '/boards': { at: () => ['/boards'] },
  '/boards/:board': { at: ({ board }) => [`/boards/${board}`] },
  '/boards/:board/calendar.ics': { at: ({ board }) => [`/boards/${board}/calendar.ics`], gives: calendar },
  '/people/:person': { at: ({ person }) => [`/people/${person}`] },
  '/calendar': { at: () => ['/calendar'] },
  '/calendar.ics': { at: () => ['/calendar.ics'], gives: calendar },
  '/work': { at: () => ['/work'], as: 'clerk' },
  '/work/frameworks': { at: () => ['/work/frameworks'], as: 'programme' },
  '/work/frameworks/:framework': {
    at: () => ['/work/frameworks/inclusion-charter', '/work/frameworks/care-leavers-asks?done=saved'],
    as: 'programme',
  },
  '/work/frameworks/:framework/preview': { at: () => ['/work/frameworks/inclusion-charter/preview'], as: 'programme' },
  '/work/frameworks/:framework/about': { at: () => ['/work/frameworks/inclusion-charter/about'], as: 'programme' },
  '/work/frameworks/:framework/themes/new': {
    at: () => ['/work/frameworks/inclusion-charter/themes/new'],
    as: 'programme',
  },
  '/work/frameworks/:framework/themes/:theme': {
    at: () => ['/work/frameworks/inclusion-charter/themes/safety'],
    as: 'programme',
  },
  '/work/frameworks/:framework/asks/new': {
    at: () => ['/work/frameworks/inclusion-charter/asks/new'],
    as: 'programme',
  },
  '/work/frameworks/:framework/asks/:ask': {
    at: () => ['/work/frameworks/inclusion-charter/asks/school-adopt'],
    as: 'programme',
  },
  '/work/frameworks/:framework/wordings/new': {
    at: () => ['/work/frameworks/inclusion-charter/wordings/new'],
    as: 'programme',
  },
  '/work/frameworks/:framework/wordings/:wording': {
    at: () => ['/work/frameworks/inclusion-charter/wordings/research'],
    as: 'programme',
  },
  '/take': { at: () => ['/take', '/take?language=cy', '/take?language=ar'], intake: true },
  '/take/:code': { at: ({ takeCode }) => [`/take/${takeCode}`, `/take/${takeCode}?language=ar`], intake: true },
  '/take/:code/pages': { at: ({ takeCode }) => [`/take/${takeCode}/pages`], gives: json },
  '/take/sounds/:sound': { at: () => [`/take/sounds/${recording}`], gives: { file: /^audio\/mpeg/ } },
  '/take/unsent': { at: () => ['/take/unsent', '/take/unsent?language=ar'], intake: true },
  '/take/worker.js': { at: () => ['/take/worker.js'], gives: { file: /^text\/javascript/ } },
  '/take/:code/begin': { at: ({ takeCode }) => [`/take/${takeCode}/begin`], gives: 'the way' },
  '/take/:code/answer': { at: ({ takeCode }) => [`/take/${takeCode}/answer`], gives: 'the way' },
  '/take/:code/questions/:step': { at: ({ takeCode }) => [`/take/${takeCode}/questions/1`], gives: 'the way' },
  '/take/:code/told/:what': { at: ({ takeCode }) => [`/take/${takeCode}/told/left?language=ar`], intake: true },
  '/take/:code/paper': {
    at: ({ takeCode }) => [`/take/${takeCode}/paper`, `/take/${takeCode}/paper?language=ar`],
    intake: true,
  },
  '/work/instruments': { at: () => ['/work/instruments'], as: 'programme' },
  '/work/instruments/new': { at: () => ['/work/instruments/new'], as: 'programme' },
  '/work/instruments/:instrument': { at: () => [instrument, `${instrument}?done=sealed`], as: 'programme' },
  '/work/instruments/:instrument/preview': {
    at: () => [
      `${instrument}/preview`,
      `${instrument}/preview?audience=student+secondary&language=ar`,
      `${instrument}/preview?audience=parent+or+carer&language=cy`,
      `${instrument}/preview?audience=student+primary&item=belonging`,
    ],
    as: 'programme',
  },
  '/work/instruments/:instrument/about': {
    at: () => [`${instrument}/about`, `${instrument}/about?done=saved`],
    as: 'programme',
  },
  '/work/instruments/:instrument/new-question': {
    at: () => [
      `${instrument}/new-question`,
      `${instrument}/new-question?kind=choose`,
      `${instrument}/new-question?kind=number`,
    ],
    as: 'programme',
  },
  '/work/instruments/:instrument/questions/:item': {
    at: () => [`${instrument}/questions/belonging`, `${instrument}/questions/what-changed`],
    as: 'programme',
  },
  '/work/instruments/:instrument/questions/:item/leave-out': {
    at: () => [`${instrument}/questions/something-changed/leave-out`],
    as: 'programme',
  },
  '/work/instruments/:instrument/questions/:item/sounds': {
    at: () => [`${instrument}/questions/belonging/sounds`, `${instrument}/questions/safe/sounds`],
    as: 'programme',
  },
  '/work/instruments/:instrument/sounds/:sound': {
    at: () => [`${instrument}/sounds/${recording}`],
    as: 'programme',
    gives: { file: /^audio\/mpeg/ },
  },
  '/work/instruments/:instrument/library': {
    at: () => [`${instrument}/library`, `${instrument}/library?theme=safety&language=ar`],
    as: 'programme',
  },
  '/work/instruments/:instrument/order': { at: () => [`${instrument}/order`], as: 'programme', gives: 'the way' },
  '/work/instruments/:instrument/codebook.csv': {
    at: () => [`${instrument}/codebook.csv`],
    as: 'programme',
    gives: { file: /^text\/csv; charset=utf-8/ },
  },
  '/work/instruments/:instrument/form': { at: () => [`${instrument}/form`], as: 'programme' },
  '/work/instruments/:instrument/seal': { at: () => [`${instrument}/seal`], as: 'programme', gives: 'the way' },
  '/work/reviews': { at: () => ['/work/reviews'], as: 'programme' },
  '/work/reviews/:queue': {
    at: ({ written }) => [`/work/reviews/${written.queue.value}?done=cleared`],
    as: 'programme',
  },
  '/work/reviews/:queue/texts/:text': {
    at: ({ written }) => [`/work/reviews/${written.queue.value}/texts/${written.text.value}`],
    as: 'programme',
  },
  '/work/safeguarding': { at: () => ['/work/safeguarding'], as: 'safeguarding' },
  '/work/safeguarding/:concern': {
    at: ({ written }) => [`/work/safeguarding/${written.concern.value}?done=acknowledged`],
    as: 'safeguarding',
  },
  '/work/session-requests': { at: () => ['/work/session-requests'], as: 'programme' },
  '/work/focus-groups': { at: () => ['/work/focus-groups'], as: 'programme' },
  '/work/focus-groups/new': { at: () => ['/work/focus-groups/new'], as: 'programme' },
  '/work/focus-groups/:conversation': {
    at: ({ written }) => [`/work/focus-groups/${written.conversation.value}?done=quoted`],
    as: 'programme',
  },
  '/work/focus-groups/:conversation/edit': {
    at: ({ written }) => [`/work/focus-groups/${written.conversation.value}/edit`],
    as: 'programme',
  },
  '/work/quotes': {
    at: () => ['/work/quotes', '/work/quotes?theme=fair+rules', '/work/quotes?theme=xyzzyplugh'],
    as: 'programme',
  },
  '/work/quotes.csv': { at: () => ['/work/quotes.csv'], as: 'programme', gives: { file: /^text\/csv; charset=utf-8/ } },
  '/work/quotes/texts': { at: () => ['/work/quotes/texts'], as: 'programme' },
  '/work/quotes/:quote': { at: ({ written }) => [`/work/quotes/${written.quote.value}`], as: 'programme' },
  '/sign-in/passkey': { at: () => ['/sign-in/passkey'], gives: 'the way' },
  '/sign-in/passkey/lost': { at: () => ['/sign-in/passkey/lost'], gives: 'the way' },
  '/work/retention': { at: () => ['/work/retention', '/work/retention?done=confirmed'], as: 'administrator' },
  '/work/retention/date': { at: () => ['/work/retention/date'], as: 'administrator' },
  '/work/passkeys': { at: () => ['/work/passkeys', '/work/passkeys?done=added'], as: 'administrator', script: true },
  '/work/passkeys/:passkey/remove': {
    at: ({ lost }) => [`/work/passkeys/${lost.passkey.value}/remove`],
    as: 'administrator',
  },
  '/work/passkey-resets': {
    at: () => ['/work/passkey-resets', '/work/passkey-resets?done=refused'],
    as: 'safeguarding',
  },
  '/work/passkey-resets/:asker': { at: ({ lost }) => [`/work/passkey-resets/${lost.asker.value}`], as: 'safeguarding' },
  '/work/organisation': { at: () => ['/work/organisation'], as: 'clerk' },
  '/work/backups': { at: () => ['/work/backups'], as: 'administrator' },
  '/work/colleagues': { at: () => ['/work/colleagues', '/work/colleagues?done=removed'], as: 'borough' },
  '/work/colleagues/safeguarding': {
    at: () => ['/work/colleagues/safeguarding', '/work/colleagues/safeguarding?done=ended'],
    as: 'safeguarding',
  },
  '/work/withdraw': {
    at: () => [
      '/work/withdraw',
      '/work/withdraw?address=/promises/millpond-primary-school-2',
      '/work/withdraw?address=/nothing',
      '/work/withdraw?done=yes',
    ],
    as: 'school',
  },
  '/work/named': { at: () => ['/work/named', '/work/named?done=yes'], as: 'administrator' },
  '/work/colleagues/head': { at: () => ['/work/colleagues/head'], as: 'borough' },
  '/work/colleagues/:colleague': {
    at: ({ colleague }) => [
      `/work/colleagues/${colleague}`,
      `/work/colleagues/${colleague}?end=lead`,
      `/work/colleagues/${colleague}?end=all`,
    ],
    as: 'borough',
  },
  '/work/account': { at: () => ['/work/account', '/work/account?close=yes'], as: 'clerk' },
  '/release/:token': { at: () => [`/release/${'a'.repeat(43)}`] },
  '/work/imports': { at: () => ['/work/imports'], as: 'clerk' },
  '/work/imports/new': { at: () => ['/work/imports/new'], as: 'clerk' },
  '/work/imports/:import': {
    at: (facts) => [`/work/imports/${facts.import}`, `/work/imports/${facts.import}?done=known`],
    as: 'clerk',
  },
  '/work/imports/:import/doubts/:doubt': {
    at: (facts) => [`/work/imports/${facts.import}/doubts/any`],
    as: 'clerk',
    gives: 'the way',
  },
  '/work/progress/:job': {
    at: ({ job, failedJob }) => [`/work/progress/${job}`, `/work/progress/${failedJob}`],
    as: 'clerk',
    except: {
      'meta-refresh':
        'The page shows work under way and holds nothing to type: loading itself again each second is how it ' +
        'works without script (WCAG 2.2.1 lets real-time events be).',
    },
  },
};

export const getRoutes = rooms.flatMap((room) => room.pages.filter((page) => page.get).map((page) => page.path));
export const postRoutes = rooms.flatMap((room) =>
  room.pages.filter((page) => page.gate !== 'public' && page.post).map((page) => page.path),
);

/** The running Kept that the addresses belong to. */
export let kept: Running;
let facts: Facts;
/** Every persona that an entry names, signed in. */
export const askers = new Map<PersonaKey, Asker>();
const visitor = (): Asker => asker(kept.url, null);

async function gatherFacts(): Promise<Facts> {
  const { gates } = kept.house;
  const found = await asOwner(kept.house, async (write) => {
    const imported = await write
      .selectFrom('record.import')
      .select(['id', 'organisation', 'imported_by'])
      .executeTakeFirstOrThrow();
    const work = {
      kind: 'nothing of the kind',
      organisation: imported.organisation,
      account: imported.imported_by,
      payload: {},
    };
    const [job, failedJob] = [await askForJob(write, work, new Date()), await askForJob(write, work, new Date())];
    // Under way with a lease of a day, and failed: nobody takes either.
    await write
      .updateTable('kit.job')
      .set({
        state: 'running',
        step: 'Typesetting the PDF',
        progress: 0.4,
        lease_until: new Date(Date.now() + 86_400_000),
      })
      .where('id', '=', job)
      .execute();
    await write
      .updateTable('kit.job')
      .set({ state: 'failed', outcome: 'The typesetter gave up.' })
      .where('id', '=', failedJob)
      .execute();
    const next = await write
      .selectFrom('published.meeting')
      .select(['board', 'slug'])
      .orderBy('date', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    const { id: evidence } = await write
      .selectFrom('record.evidence')
      .select('id')
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow();
    const { id: confirmation } = await write
      .selectFrom('record.confirmation')
      .select('id')
      .limit(1)
      .executeTakeFirstOrThrow();
    const titled = (title: string) =>
      write
        .selectFrom('record.practice')
        .select('id')
        .where(sql<boolean>`draft ->> 'title' = ${title}`)
        .executeTakeFirstOrThrow();
    const put = await write
      .selectFrom('record.submission')
      .select(['id', 'practice', 'state'])
      .orderBy('submitted_at')
      .execute();
    const [firstPut, nextPut] = put.filter(({ state }) => state === 'waiting');
    const spotlights = {
      published: (await titled('A calm start to the day')).id,
      draft: (await titled('Playground friends')).id,
      askedBack: put.find(({ state }) => state === 'asked back')?.practice ?? '',
      first: firstPut?.id ?? '',
      next: nextPut?.id ?? '',
    };
    const draftOffer = (
      await write.selectFrom('record.offer').select('id').where('state', '=', 'draft').executeTakeFirstOrThrow()
    ).id;
    const own = {
      organisation: imported.organisation,
      sha256: '',
      bytes: null,
      names: null,
      job: null,
      sent_by: imported.imported_by,
      sent_at: new Date(),
      ended_at: null,
    };
    const report: DirectoryReport = {
      counts: { added: 1, changed: 1, closed: 1, reopened: 0, unchanged: 9, vanished: 1 },
      added: ['999012'],
      changed: [{ key: '999003', fields: [{ field: 'status', from: 'open', to: 'closed' }] }],
      closed: ['999003'],
      reopened: [],
      vanished: ['999001'],
      unmatched: ['Northshire: no authority is known by this name (1 school)'],
      trusts: { added: 0, changed: 1 },
    };
    const problem: FileProblem = {
      code: 'broken rows',
      message:
        'Line 3, column “URN” (x): a URN is a number of five to seven digits. This is the only such row. Nothing was saved.',
      rows: [{ line: 3, column: 'URN', found: 'x', rule: 'a URN is a number of five to seven digits' }],
      broken: 1,
    };
    const files = [newId(), newId()];
    await write
      .insertInto('record.directory_file')
      .values([
        {
          ...own,
          id: files[0] ?? '',
          kind: 'schools',
          name: 'edubasealldata.csv',
          state: 'checked',
          problem: null,
          report: jsonb(report),
        },
        {
          ...own,
          id: files[1] ?? '',
          kind: 'links',
          name: 'links.csv',
          state: 'refused',
          problem: jsonb(problem),
          report: null,
        },
      ])
      .execute();
    // A recording of the words of "belonging" as they stand, third of the questions.
    const asks = await write
      .selectFrom('record.instrument')
      .select(['organisation', 'id'])
      .where('slug', '=', 'belonging-and-safety-at-school')
      .executeTakeFirstOrThrow();
    await write
      .insertInto('record.instrument_sound')
      .values({
        organisation: asks.organisation,
        instrument: asks.id,
        sha256: recording,
        type: 'audio/mpeg',
        bytes: Buffer.from('ID3 of a recording '.repeat(40)),
      })
      .execute();
    const words = 'Do you feel that you belong at your school?';
    const spoken = { audience: null, language: 'en', type: 'audio/mpeg', sha256: recording, words };
    await sql`update record.instrument
      set
        draft = jsonb_set(draft,
        '{items,2,sounds}',
        ${JSON.stringify([spoken])}::jsonb)
      where id = ${asks.id}`.execute(write);
    const asking = (
      await write
        .selectFrom('record.network_member')
        .select('member')
        .where('state', '=', 'asked')
        .executeTakeFirstOrThrow()
    ).member;
    const drafts = await write
      .selectFrom('record.charter')
      .select(['id', 'slug', 'stage'])
      .where('stage', 'in', ['published', 'vote', 'preparing'])
      .execute();
    const charterAt = (stage: string) => drafts.find((one) => one.stage === stage) ?? { id: '', slug: '' };
    const clause = await write
      .selectFrom('record.clause')
      .select('id')
      .where('charter', '=', charterAt('preparing').id)
      .limit(1)
      .executeTakeFirstOrThrow();
    const waiting = await write
      .selectFrom('record.charter_suggestion')
      .select('id')
      .where('state', '=', 'waiting')
      .limit(1)
      .executeTakeFirstOrThrow();
    const charters = {
      published: charterAt('published').slug,
      voting: charterAt('vote').slug,
      preparing: charterAt('preparing').slug,
      clause: clause.id,
      waiting: waiting.id,
    };
    const ways = await write.selectFrom('record.way_in').select(['id', 'kind', 'setting']).execute();
    const [session, link] = [
      ways.find(({ kind }) => kind === 'class session'),
      ways.find(({ kind }) => kind === 'open link'),
    ];
    const surveys = { setting: session?.setting ?? '', session: session?.id ?? '', link: link?.id ?? '' };
    const { id: colleague } = await write
      .selectFrom('record.account')
      .select('id')
      .where('email', '=', 'borough@demonstration.invalid')
      .executeTakeFirstOrThrow();
    return {
      colleague,
      surveys,
      charters,
      asking,
      files,
      spotlights,
      import: imported.id,
      organisation: imported.organisation,
      account: imported.imported_by,
      job,
      failedJob,
      coming: `/work/boards/${next.board}/meetings/${next.slug}`,
      evidence,
      confirmation,
      draftOffer,
    };
  });
  await publishAgain(found);
  const survey = await openSurvey(gates.work, kept.house.key, randomUUID(), {
    opensOn: '2026-01-01',
    closesOn: '2099-12-31',
  });
  const { code: takeCode } = await survey.wayIn('class session');
  await asOwner(kept.house, (write) =>
    sql`insert into intake.sound (survey, sha256, type, bytes)
      values (${survey.survey}, ${recording}, 'audio/mpeg', ${Buffer.from('ID3 of a recording '.repeat(40))})`.execute(
      write,
    ),
  );
  const written = await asOwner(kept.house, writtenFreely);
  const lost = await asOwner(kept.house, (write) => lostPasskey(write, new Date()));
  const link = await gates.work.write(nobody, (write) =>
    makeSignInLink(write, 'clerk@demonstration.invalid', null, new Date()),
  );
  return gates.public.read(nobody, async (read) => {
    const meetings = await read
      .selectFrom('published.meeting')
      .select(['board', 'slug', 'pack', 'minutes'])
      .orderBy('date')
      .execute();
    const at = (wanted: (meeting: (typeof meetings)[number]) => boolean): string => {
      const meeting = meetings.find(wanted);
      assert.ok(meeting, 'the demonstration has such a meeting');
      return `/boards/${meeting.board}/meetings/${meeting.slug}`;
    };
    const person = await read
      .selectFrom('published.person')
      .select('slug')
      .where('kind', '=', 'office')
      .executeTakeFirstOrThrow();
    const newest = async (kind: 'pack' | 'minutes'): Promise<string> =>
      (
        await read
          .selectFrom('published.publication')
          .select('id')
          .where('kind', '=', kind)
          .orderBy('version', 'desc')
          .limit(1)
          .executeTakeFirstOrThrow()
      ).id;
    const offers = await read
      .selectFrom('published.offer')
      .select(['slug', 'id', 'state', 'printed'])
      .orderBy('slug')
      .execute();
    const offer = offers.find((one) => one.state === 'live' && one.printed === null);
    return {
      printed: offers.find((one) => one.printed !== null)?.slug ?? '',
      offer: offer?.slug ?? '',
      offerId: offer?.id ?? '',
      ended: offers.find((one) => one.state === 'ended')?.slug ?? '',
      draftOffer: found.draftOffer,
      asking: found.asking,
      colleague: found.colleague,
      files: found.files,
      surveys: found.surveys,
      charters: found.charters,
      takeCode,
      written,
      lost,
      board: meetings[0]?.board ?? '',
      packed: at((meeting) => meeting.pack !== null),
      minuted: at((meeting) => meeting.minutes !== null),
      planned: at((meeting) => meeting.pack === null && meeting.minutes === null),
      person: person.slug,
      pack: await newest('pack'),
      minutes: await newest('minutes'),
      import: found.import,
      job: found.job,
      failedJob: found.failedJob,
      coming: found.coming,
      evidence: found.evidence,
      confirmation: found.confirmation,
      spotlights: found.spotlights,
      link,
    };
  });
}

/** The clerk gives the meeting another place, and publishes a second version. */
async function publishAgain(at: {
  readonly import: string;
  readonly organisation: string;
  readonly account: string;
}): Promise<void> {
  const who = await persona(kept, 'clerk');
  const page = await who.get(`/work/imports/${at.import}`);
  const value = (name: string): string =>
    new RegExp(`name="${name}"[^>]* value="([^"]*)"|value="([^"]*)"[^>]* name="${name}"`)
      .exec(page.body)
      ?.slice(1)
      .find((one) => one !== undefined) ?? '';
  const sent = await who.post(`/work/imports/${at.import}/meeting`, {
    board: value('board').replaceAll('&amp;', '&'),
    date: value('date'),
    start: value('start'),
    place: 'Another room',
    mode: 'hybrid',
  });
  assert.equal(sent.status, 303, sent.body.slice(0, 500));
  await publishNow(kept.house.gates.work, { ...at, clock: () => new Date() });
}

/** Starts a Kept with the demonstration, finds what the table names in it, and signs every persona in. */
export async function openHouse(): Promise<void> {
  kept = await runningKept();
  facts = await gatherFacts();
  for (const key of new Set(Object.values(table).flatMap((entry) => entry.as ?? [])))
    askers.set(key, await persona(kept, key));
}

export interface Address {
  readonly path: string;
  readonly route: string;
  readonly entry: Entry;
  /** The first of its route. */
  readonly isFirst: boolean;
}

export function addresses(): readonly Address[] {
  return Object.entries(table)
    .filter(([route]) => getRoutes.includes(route))
    .flatMap(([route, entry]) => entry.at(facts).map((path, index) => ({ path, route, entry, isFirst: index === 0 })));
}

/** Those that are pages. */
export function pages(): readonly Address[] {
  return addresses().filter(({ entry }) => entry.gives === undefined);
}

/** Who looks at it. */
export const looker = (entry: Entry): Asker => (entry.as && askers.get(entry.as)) ?? visitor();

export function assertNone(faults: readonly string[]): void {
  assert.equal(faults.length, 0, `\n  ${faults.join('\n  ')}`);
}
