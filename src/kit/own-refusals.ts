/** What the database refuses of the tables of kit itself, and of what is published. */
import type { RowRefusals } from './refused-row.js';

export const kitRefusals: RowRefusals = {
  words: {
    'kit.passkey': { passkey_credential_once: 'This passkey is set up already, in your account or in another.' },
    'kit.passkey_reset': { passkey_reset_pk: 'Help with this passkey has been asked for already.' },
    'published.withdrawal': { withdrawal_pkey: 'This has been withdrawn already.' },
    'published.ending': { ending_pkey: 'This has been ended already.' },
  },
  unmet: {
    'form first': {
      'published.ending': ['ending_has_reason'],
      'published.withdrawal': ['withdrawal_of_this_site'],
      'kit.passkey_reset': ['passkey_reset_confirmed_whole', 'passkey_reset_not_by_oneself'],
      'kit.passkey': ['passkey_credential_length', 'passkey_name_length'],
    },
    'by Kept': {
      'kit.backup_plan': ['backup_plan_is_one', 'backup_plan_pk'],
      'kit.backup_run': ['backup_run_pk'],
      'kit.day_rule': ['day_rule_pkey'],
      'kit.daily_run': ['daily_run_pkey'],
      'kit.journal': ['journal_pk'],
      'kit.journal_head': ['journal_head_pk'],
      'kit.key_ring': ['key_ring_number_counts', 'key_ring_pk'],
      'kit.mail': ['mail_is_sealed'],
      'kit.mail_key': ['mail_key_is_one', 'mail_key_pk'],
      'kit.migration': ['migration_pkey'],
      'kit.passkey_challenge': ['passkey_challenge_pk'],
      'kit.rate_limit': ['rate_limit_pk'],
      'kit.retention_clock': ['retention_clock_is_one', 'retention_clock_pk'],
      'kit.retention_mark': ['retention_mark_pk'],
      'kit.spent_form': ['spent_form_pk', 'spent_form_sign_is_hash'],
      'kit.signed_scope': ['signed_scope_pk'],
      'published.publication_line': ['publication_line_once', 'publication_line_pk'],
      'published.publication': ['publication_version_counts'],
      'published.revision': ['revision_only_row_check', 'revision_pkey'],
      'published.signed_head': ['signed_head_once', 'signed_head_pk'],
      'published.signing_key': ['signing_key_pk'],
    },
    'drawn anew': {
      'published.passage': ['passage_pkey'],
      'published.publication': ['publication_version_once', 'stands_in_the_chain'],
      'published.word': ['word_pkey'],
    },
  },
};
