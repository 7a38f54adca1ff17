/**
 * Faults that somebody could make in passing, each a named edit of one file, with the tests that must notice it. Where the text to edit is no
 * longer there `npm run plant` refuses, so that no fault is forgotten when its file changes: find its new place.
 */
export interface NamedFault {
  readonly name: string;
  readonly file: string;
  /** Stands there once. */
  readonly text: string;
  readonly instead: string;
  /** Files of tests, from the root, without their ending; of a room its folder. One of them must fail. */
  readonly tests: readonly string[];
}

const room = (place: string): string => `src/rooms/${place}`;

/** Those that the tests beside them once passed (issue 11, step 1). */
export const named: readonly NamedFault[] = [
  {
    name: 'a letter goes out 8 days before the day instead of 7',
    file: room('promised/promises/reminder-days.ts'),
    text: 'days <= 7',
    instead: 'days <= 8',
    tests: [room('promised/promises/rules')],
  },
  {
    name: 'an older paper overwrites a newer membership',
    file: room('decided/boards/acts.ts'),
    text: 'if (known.membership_as_of !== null && known.membership_as_of > membership.asOf) return;',
    instead: '',
    tests: [room('decided/boards/membership')],
  },
  {
    name: 'administrators safeguard',
    file: room('ground/people/capabilities.ts'),
    text: "safeguard: ['safeguarding'],",
    instead: "safeguard: ['safeguarding', 'administrator'],",
    tests: ['test/rights'],
  },
  {
    name: 'page 2 of every list shows page 1',
    file: 'src/kit/db/slice.ts',
    text: 'const forward = valuesOf(place.after, order.keys);',
    instead: 'const forward = valuesOf(undefined, order.keys);',
    tests: ['test/lists'],
  },
  {
    name: 'page 2 of one list shows page 1',
    file: room('decided/boards/published.ts'),
    text: 'return slice(among, { keys: byName }, place, count);',
    instead: 'return slice(among, { keys: byName }, {}, count);',
    tests: ['test/lists'],
  },
  {
    name: 'page 2 of one list at work shows page 1',
    file: room('promised/charters/lookups.ts'),
    text: 'return slice(among, { keys: lastChangedFirst, descending: true }, place, count);',
    instead: 'return slice(among, { keys: lastChangedFirst, descending: true }, {}, count);',
    tests: ['test/bounds-work'],
  },
  {
    name: 'a discarded draft leaves no line in the journal',
    file: room('promised/promises/acts.ts'),
    text: "await note(write, who, 'withdraw', id, { slug: found.value.slug });",
    instead: '',
    tests: [room('promised/promises')],
  },
  {
    name: 'a network that ends leaves no line in the journal',
    file: room('practised/networks/acts.ts'),
    text: "await note(write, who, 'withdraw', 'network', row.id, { cancelled: coming.length }, reason.trim());",
    instead: '',
    tests: [room('practised/networks')],
  },
  {
    name: 'a charter’s forms are open in any stage',
    file: room('promised/charters/rules.ts'),
    text: 'return allowed.includes(stage);',
    instead: 'return allowed.length > 0 || allowed.includes(stage);',
    tests: [room('promised/charters/pages')],
  },
  {
    name: 'attendance stands in the wrong order',
    file: room('decided/meetings/lookups.ts'),
    text: ".orderBy('attendance.position')",
    instead: ".orderBy('attendance.name')",
    tests: [room('decided/meetings/lookups')],
  },
  {
    name: 'texts are left out of a submission’s hash',
    file: room('heard/taking-part/receiver.ts'),
    text: "${audience} ${answers} ${texts ?? ''}`",
    instead: '${audience} ${answers}`',
    tests: [room('heard/taking-part/intake')],
  },
  {
    name: 'a public list begins with the oldest',
    file: room('promised/charters/published.ts'),
    text: '{ keys: newestFirst, descending: true },',
    instead: '{ keys: newestFirst },',
    tests: ['test/lists'],
  },
  {
    name: 'a list at work begins with the oldest',
    file: room('heard/surveys/lookups.ts'),
    text: 'const { rows, ...ways } = await slice(among, { keys: lastChangedFirst, descending: true }, place, count);',
    instead: 'const { rows, ...ways } = await slice(among, { keys: lastChangedFirst }, place, count);',
    tests: ['test/bounds-work'],
  },
];

/** Their siblings, each in another room: invented afterwards, so that not the place is tested but the kind. */
export const siblings: readonly NamedFault[] = [
  {
    name: 'actions of every board stand under one',
    file: room('decided/actions/published.ts'),
    text: "query.where('action.board', '=', board ?? '')",
    instead: 'query',
    tests: ['test/lists', room('decided/actions')],
  },
  {
    name: 'an award holds for a day too long',
    file: room('practised/award/rules.ts'),
    text: "steps: [{ word: 'ran out', after: 'expires' }],",
    instead: "steps: [{ word: 'ran out', from: 'expires' }],",
    tests: [room('practised/award')],
  },
  {
    name: 'gold alone runs out, silver never does',
    file: room('practised/award/rules.ts'),
    text: "stage === 'silver' || stage === 'gold'",
    instead: "stage === 'gold'",
    tests: [room('practised/award')],
  },
  {
    name: 'what is said of schools has another verb in the journal',
    file: room('practised/award/acts.ts'),
    text: "verb: 'record',",
    instead: "verb: 'withdraw',",
    tests: ['test/journal-verbs'],
  },
  {
    name: 'a signature counts on the day on which it lapses',
    file: room('promised/register/rules.ts'),
    text: "steps: [{ word: 'lapsed', from: 'lapses_on' }],",
    instead: "steps: [{ word: 'lapsed', after: 'lapses_on' }],",
    tests: [room('promised/register')],
  },
  {
    name: 'renewal is due a day later',
    file: room('promised/register/rules.ts'),
    text: 'daysUntil(today, lapses_on) <= daysOfNotice',
    instead: 'daysUntil(today, lapses_on) < daysOfNotice',
    tests: [room('promised/register')],
  },
  {
    name: 'an offer is stale a day later',
    file: room('practised/care-offer/rules.ts'),
    text: 'monthsLater(verifiedOn, 12) <= today',
    instead: 'monthsLater(verifiedOn, 12) < today',
    tests: [room('practised/care-offer')],
  },
  {
    name: 'who is exactly as old as the limit gets no offer',
    file: room('practised/care-offer/rules.ts'),
    text: 'age > ageMax',
    instead: 'age >= ageMax',
    tests: [room('practised/care-offer')],
  },
  {
    name: 'a letter of a network goes to the host instead of whom it invites',
    file: room('practised/networks/acts.ts'),
    text: '    asked.id,\n    `You are invited',
    instead: '    who.organisation,\n    `You are invited',
    tests: [room('practised/networks')],
  },
  {
    name: 'what a network still has planned is not cancelled today',
    file: room('practised/networks/acts.ts'),
    text: ".where('day', '>=', today)",
    instead: ".where('day', '>', today)",
    tests: [room('practised/networks')],
  },
  {
    name: 'a survey is open one day too long',
    file: room('heard/surveys/rules.ts'),
    text: 'closesOn !== null && closesOn < today ?',
    instead: 'closesOn !== null && closesOn <= today ?',
    tests: [room('heard/surveys')],
  },
  {
    name: 'the languages are left out of what is signed',
    file: room('heard/surveys/rules.ts'),
    text: '    languages,\n    sheet,\n    reviewers: reviewers.toSorted(),',
    instead: '    sheet,\n    reviewers: reviewers.toSorted(),',
    tests: [room('heard/surveys')],
  },
  {
    name: 'a band has eleven numbers',
    file: room('heard/surveys/rules.ts'),
    text: '${least} to ${least + 9}',
    instead: '${least} to ${least + 10}',
    tests: [room('heard/surveys')],
  },
  {
    name: 'a text is overdue on its last day',
    file: room('heard/reviews/rules.ts'),
    text: 'today > nextSchoolDay(day)',
    instead: 'today >= nextSchoolDay(day)',
    tests: [room('heard/reviews')],
  },
  {
    name: 'a text that was passed on can be decided after all',
    file: room('heard/reviews/acts.ts'),
    text: "if (text.state === 'safeguarding') return refused('passed on already');",
    instead: '',
    tests: [room('heard/reviews')],
  },
  {
    name: 'a concern writes to those who lead, not to safeguarding leads',
    file: room('heard/reviews/acts.ts'),
    text: "addressesOf(write, home, ['safeguarding'])",
    instead: "addressesOf(write, home, ['lead'])",
    tests: [room('heard/reviews')],
  },
  {
    name: 'a quote keeps its second reader though its group is said to be larger now',
    file: room('heard/focus-groups/acts.ts'),
    text: 'if (isSmall(before?.eligible ?? null) && !isSmall(draft.eligible))',
    instead: 'if (isSmall(draft.eligible))',
    tests: [room('heard/focus-groups')],
  },
  {
    name: 'a conversation that is changed leaves no line in the journal',
    file: room('heard/focus-groups/acts.ts'),
    text: "  await note(write, who, 'conversation', id);\n  return ok(null);",
    instead: '  return ok(null);',
    tests: [room('heard/focus-groups')],
  },
  {
    name: 'a question without words in a language is shown empty',
    file: room('heard/instruments/rules.ts'),
    text: "return texts[language] ?? texts[first] ?? '';",
    instead: "return texts[language] ?? '';",
    tests: [room('heard/instruments')],
  },
  {
    name: 'every audience is asked everything',
    file: room('heard/instruments/rules.ts'),
    text: 'return content.items.filter(({ audiences }) => audiences.includes(audience));',
    instead: 'return content.items.filter(({ audiences }) => audiences.length > 0 || audiences.includes(audience));',
    tests: [room('heard/instruments')],
  },
  {
    name: 'a keeper withdraws a practice that waits',
    file: room('practised/practice/rules.ts'),
    text: "withdraw: { by: ['owner', 'keeper'], from: ['draft', 'asked back', 'published'],",
    instead: "withdraw: { by: ['owner', 'keeper'], from: ['draft', 'submitted', 'asked back', 'published'],",
    tests: [room('practised/practice')],
  },
  {
    name: 'the owner clears a practice without its keeper',
    file: room('practised/practice/rules.ts'),
    text: "clear: { by: ['keeper'],",
    instead: "clear: { by: ['keeper', 'owner'],",
    tests: [room('practised/practice')],
  },
  {
    name: 'the last passkey of a safeguarding lead can be removed',
    file: room('ground/passkeys/acts.ts'),
    text: "if (all.length === 1 && (await mustHavePasskey(write, visitor.account))) return refused('last');",
    instead: '',
    tests: ['test/passkeys'],
  },
  {
    name: 'a removed passkey leaves its other sessions open',
    file: room('ground/passkeys/acts.ts'),
    text: "    .where('passkey', '=', id)\n    .where('token_hash', '!=', session)",
    instead: "    .where('passkey', '=', id)\n    .where('token_hash', '=', session)",
    tests: ['test/passkeys'],
  },
  {
    name: 'a framework that is published has another verb in the journal',
    file: room('ground/frameworks/acts.ts'),
    text: "verb: 'publish',",
    instead: "verb: 'record',",
    tests: ['test/journal-verbs'],
  },
  {
    name: 'a closed account is still found by its address',
    file: room('ground/people/lookups.ts'),
    text: "    .where('email', 'in', forms)\n    .where('closed_at', 'is', null)",
    instead: "    .where('email', 'in', forms)",
    tests: [room('ground/people')],
  },
  {
    name: 'personas stand in the wrong order',
    file: room('ground/people/lookups.ts'),
    text: "    .orderBy('account.created_at')\n    .execute();\n  return rows.map((row) => ({ id: row.id, name: row.name, role",
    instead:
      "    .orderBy('account.created_at', 'desc')\n    .execute();\n  return rows.map((row) => ({ id: row.id, name: row.name, role",
    tests: [room('ground/people')],
  },
  {
    name: 'minutes that were agreed can be replaced',
    file: room('decided/minutes/acts.ts'),
    text: "if (known?.state === 'agreed') return null;",
    instead: '',
    tests: [room('decided/minutes')],
  },
  {
    name: 'the first version of a pack is shown for the newest',
    file: room('decided/packs/published.ts'),
    text: "    .orderBy('publication.version', 'desc')",
    instead: "    .orderBy('publication.version')",
    tests: [room('decided/packs')],
  },
  {
    name: 'a clause may be one letter longer than is said',
    file: room('promised/together/rules.ts'),
    text: 'aim.length > suggestionLongest.aim',
    instead: 'aim.length > suggestionLongest.aim + 1',
    tests: [room('promised/together')],
  },
];
