/** What the database refuses of this room’s rows: words for whoever meets it, or why no form does. */
import type { RowRefusals } from '#kit/refused-row.js';

export const peopleRefusals: RowRefusals = {
  words: {
    'record.account': { account_email_free: 'There is an account with this address already.' },
    'record.account_role': { account_role_once: 'This person has this role already.' },
    'record.head': { head_pk: 'A head has just been named for this organisation.' },
    'record.invitation': { invitation_one_open: 'This address has been invited already.' },
    'record.naming': { naming_asked_once: 'This organisation has been asked already.' },
    'record.official_domain': { official_domain_pk: 'This domain belongs to an organisation already.' },
    'record.organisation': {
      organisation_slug_free: 'There is an organisation of this name already.',
      organisation_one_for_authority: 'This authority has an organisation here already.',
      organisation_one_for_school: 'This school has an organisation here already.',
    },
    'published.organisation': { published_organisation_slug_free: 'There is an organisation of this name already.' },
  },
  unmet: {
    'form first': {
      'record.account': ['account_email_lower', 'account_opens_again_once_closed'],
      'record.head': ['head_email_lower', 'head_name_length'],
      'record.invitation': ['invitation_email_lower', 'invitation_names_whom', 'invitation_words_length'],
      'record.naming': ['naming_answered_whole', 'naming_kind_known', 'naming_of_others'],
      'record.official_domain': ['official_domain_is_lower', 'official_domain_of_one'],
      'record.organisation': [
        'organisation_claim_is_answered_once',
        'organisation_rejected_because_length',
        'organisation_rejected_whole',
        'organisation_verified_whole',
      ],
    },
    'by Kept': {
      'record.invitation_letter': ['invitation_letter_pkey'],
      'record.role_given': ['role_given_pk'],
    },
  },
};
