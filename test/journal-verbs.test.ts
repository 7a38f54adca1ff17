/**
 * The journal's line of an act has the act's own verb (CONTRIBUTING, Verbs): `recordAward` writes "record", `publishFramework` "publish". Read
 * from what was built, so that a fault that is planted there is seen. Where an act has another name, its verbs are said here by hand.
 */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { test } from 'node:test';

const built = resolve(import.meta.dirname, '..', 'src');
const verbs = ['record', 'submit', 'publish', 'agree', 'withdraw', 'sign', 'invite', 'answer', 'report back', 'close'];

/** Acts whose name does not begin with the verb that they leave. */
const otherwise: Readonly<Record<string, string>> = {
  acceptRest: 'answer',
  addPasskey: 'record',
  announceAgain: 'record',
  answerAsHead: 'record',
  answerSetting: 'record',
  askAgain: 'record',
  askOrganisation: 'record',
  askSetting: 'invite',
  askToName: 'invite',
  beginSurvey: 'record',
  changeInstrumentDraft: 'record',
  checkOffer: 'record',
  closeSurvey: 'close',
  closing: 'withdraw',
  confirmDate: 'agree',
  confirmDateByOwner: 'agree',
  confirmReset: 'agree',
  discardOffer: 'withdraw',
  editFramework: 'record',
  endOffer: 'withdraw',
  endRole: 'withdraw',
  endRoleByOwner: 'withdraw',
  endSessions: 'withdraw',
  finish: 'record',
  giveParticulars: 'record',
  giveRole: 'record',
  joinBy: 'record',
  makeSignInLink: 'record',
  moveLastDay: 'record',
  nameDomain: 'record',
  nameHead: 'record',
  nameHeadByOwner: 'record',
  note: 'record',
  openAccount: 'invite',
  openCards: 'record',
  openSurvey: 'publish',
  openWay: 'record',
  placeText: 'answer',
  recordNews: 'report back',
  recordReview: 'agree',
  refuseReset: 'withdraw',
  rejectByOwner: 'withdraw',
  removeEntry: 'withdraw',
  removePasskey: 'withdraw',
  reopenDoubt: 'answer',
  resetByOwner: 'agree',
  save: 'record',
  sealInstrument: 'agree',
  showGroup: 'publish',
  showPasskey: 'withdraw',
  signSheet: 'agree',
  tellVerified: 'agree',
  useEarlierAnswers: 'answer',
};

/** Each function of a file that leaves lines in the journal, with their verbs. */
function linesOf(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const [, ...parts] = text.split(/^(?:export )?(?:async )?function (?=\w)/m);
  for (const part of parts) {
    const name = part.slice(0, part.search(/\W/));
    // What else stands there is the kind of thing: a room's own `note` may know its verb.
    for (const [, verb = ''] of part.matchAll(/(?:\bverb: |\bnote\(\s*write,\s*who,\s*)['"]([a-z ]+)['"]/g))
      if (verbs.includes(verb)) found.set(name, (found.get(name) ?? new Set()).add(verb));
  }
  return found;
}

test('each line of the journal has the verb of its act', () => {
  const faults: string[] = [];
  let many = 0;
  for (const file of globSync('rooms/**/*.js', { cwd: built }).filter((one) => !/test|fixtures/.test(basename(one))))
    for (const [name, left] of linesOf(readFileSync(join(built, file), 'utf8'))) {
      many += 1;
      const own = verbs.find((verb) => name.toLowerCase().startsWith(verb.replace(' ', '')));
      const said = [...left].toSorted().join(', ');
      if (said !== (otherwise[name] ?? own)) faults.push(`${file}, ${name}: ${said}`);
    }
  assert.deepEqual(faults, []);
  assert.ok(many > 60, `${many} acts`);
});
