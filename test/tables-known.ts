/** What breaks a law of the tables today, and why it still does. The list may only shrink: what is no longer needed fails the test. */
export const tablesKnown: readonly {
  readonly reason: string;
  /** "piece > table", as the test prints them. */
  readonly mentions: readonly string[];
}[] = [
  {
    reason: 'Kit writes to the administrators when the clock of the machine is not believed: it asks who they are.',
    mentions: [
      'src/kit/retention/retention.ts > record.account_role',
      'src/kit/retention/retention.ts > record.account',
      'function kit.confirm_date > record.account_role',
      'function kit.confirm_date > record.account',
    ],
  },
  {
    reason: 'What an organisation’s standing does to the rows of later rooms still hangs on triggers at its table.',
    mentions: [
      'trigger ends_boards_of_rejected on record.organisation > record.organisation',
      'trigger ends_charters_of_rejected on record.organisation > record.organisation',
      'trigger ends_networks_of_rejected on record.organisation > record.organisation',
      'trigger ends_offers_of_rejected on record.organisation > record.organisation',
      'trigger ends_practices_of_rejected on record.organisation > record.organisation',
      'trigger ends_promises_of_rejected on record.organisation > record.organisation',
      'trigger ends_signatures_of_rejected on record.organisation > record.organisation',
      'trigger marks own offers on record.organisation > record.organisation',
      'trigger rejected_closes_rooms on record.organisation > record.organisation',
      'trigger rejected_stops_ways on record.organisation > record.organisation',
      'trigger rejected_ways_are_noted on record.organisation > record.organisation',
    ],
  },
  {
    reason: 'The migration of people that marks names set these triggers on tables of later rooms.',
    mentions: [
      'trigger marks organisation_name on published.award > published.award',
      'trigger marks organisation_name on published.charter > published.charter',
      'trigger marks group_name on published.confirmation > published.confirmation',
      'trigger marks organisation_name on published.coverage > published.coverage',
      'trigger marks organisation_name on published.framework > published.framework',
      'trigger marks organisation_name on published.network > published.network',
      'trigger marks name on published.network_member > published.network_member',
      'trigger marks organisation_name on published.offer > published.offer',
      'trigger marks keeper_name on published.practice > published.practice',
      'trigger marks organisation_name on published.practice > published.practice',
      'trigger marks organisation_name on published.practice_use > published.practice_use',
      'trigger marks organisation_name on published.promise > published.promise',
      'trigger marks name on published.register_entry > published.register_entry',
      'trigger marks organisation_name on published.withdrawal > published.withdrawal',
    ],
  },
  {
    reason: 'Only who is verified publishes: set by the room that wrote the rule, before the table had this owner.',
    mentions: [
      'trigger only_verified on published.award > published.award',
      'trigger only_verified on published.board > published.board',
      'trigger only_verified on published.meeting > published.meeting',
      'trigger only_verified on published.publication > published.publication',
      'trigger only_verified on record.together_code > record.together_code',
    ],
  },
  {
    reason: 'Votes and seats are written in functions of charters, from before together was a room of its own.',
    mentions: [
      'function record.choose_clauses > record.clause_vote',
      'function record.close_rooms_of_rejected > record.together_code',
      'function record.close_seats > record.together_seat',
      'function record.close_vote > record.vote_secret',
      'function record.close_vote > record.clause_vote',
      'function record.leave_seat > record.together_seat',
      'function record.open_vote > record.clause_vote',
      'function record.open_vote > record.vote_secret',
      'function record.suggest > record.charter_suggestion',
      'function record.take_seat > record.together_seat',
      'function record.void_vote > record.clause_vote',
      'function record.void_vote > record.vote_secret',
      'function record.vote > record.clause_vote',
    ],
  },
  {
    reason: 'Codes and suggestions are bound to a charter, which comes after the room in which they are written.',
    mentions: [
      'key charter_suggestion_organisation_charter_fkey of record.charter_suggestion > record.charter',
      'key together_code_organisation_charter_fkey of record.together_code > record.charter',
    ],
  },
  {
    reason: 'What is drawn from a publication is taken away with it, and with whoever published it.',
    mentions: [
      'function published.empty_withdrawn > published.decision',
      'function published.empty_withdrawn > published.action',
      'function published.empty_withdrawn > published.person',
      'function published.empty_withdrawn > published.board',
      'function published.empty_withdrawn > published.meeting',
      'function record.ends_boards_of_rejected > published.decision',
      'function record.ends_boards_of_rejected > published.action',
      'function record.ends_boards_of_rejected > published.meeting',
    ],
  },
  {
    reason: 'The page of a board shows its meetings.',
    mentions: ['src/rooms/decided/boards/published.ts > published.meeting'],
  },
  {
    reason: 'Where one room writes what another shows.',
    mentions: [
      'src/rooms/promised/promises/suggestions.ts > record.meeting',
      'function intake.may_open_at > record.survey_setting',
      'function record.ends_networks_of_rejected > published.award',
      'function record.take_in_texts > intake.text',
      'trigger naming_of_a_board_is_shown on record.naming > record.naming',
    ],
  },
];
