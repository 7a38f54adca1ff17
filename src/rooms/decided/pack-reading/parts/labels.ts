/** The words by which packs and minutes name their parts. Seed, and section 4 of the reference: 57 published texts. */

export const AGENDA_TITLE =
  /^(?:(?:public|summons and|meeting|full|supplementary)\s+)?agenda(?:\s+(?:and|for|of)\b.{0,120}|\s+frontsheet|\s+items?)?$/i;
export const BOTH_TITLE = /^agenda(?:,\s*decisions)?\s+and\s+(?:draft\s+|printed\s+)?(?:minutes|decisions)\b/i;
export const MINUTES_TITLE =
  /^(?:(?:draft|printed|unconfirmed|confirmed|public|approved|full|action)\s+)*(?:minutes?|notes?|record|proceedings)\b(?!\s+(?:no\b|number|\d))(?=.{0,200}\b(?:meeting|held|board|committee|council|cabinet|panel|forum|group|commission|executive|call)\b|$)|^notes?\s+of\s+(?:decisions|actions)\b/i;
export const MEMBERSHIP_TITLE =
  /\bmembership\b|^(?:committee|board|panel|council)\s+members\b|^members\s+of\s+the\s+(?:committee|board|panel|council|cabinet)\b/i;
export const NEXT_MEETING =
  /^(?:the\s+)?(?:date|time|dates|details)?(?:\s*(?:,|and|&)?\s*(?:time|date|venue|place))*\s*(?:of\s+)?(?:the\s+)?next\s+(?:\p{L}+\s+){0,3}?(?:meetings?|calls?)\b/iu;
export const CANCELLED =
  /\bmeeting\b.{0,300}\b(?:cancelled|postponed)\b|^\W*(?:notice\s+of\s+(?:cancellation|postponement)|(?:meeting\s+)?(?:cancelled|postponed))\b/i;
export const BODY_NAME =
  /\b(?:board|committee|sub-?committee|cabinet|panel|forum|executive|commission|council|assembly|working\s+(?:group|party)|task\s+group|steering\s+group|partnership|authority)\b/i;
export const ORGANISATION = /\b(?:council|association|authority|trust|partnership|borough|city of [A-Z]\w+)$/i;

export const PURPOSE_REPORT = /^purpose(?:\s+of\s+(?:the\s+|this\s+)?(?:report|paper|item))?/i;
export const SUMMARY = /^(?:executive\s+)?summary(?:\s+of\s+(?:the\s+)?(?:report|issues?))?/i;
export const RECOMMENDATION =
  /^(?:officer(?:'s|s|s')?\s+)?recommend(?:ation\(s\)|ations?|ed\s+actions?)(?:\s+and\s+reasons?)?/i;
export const THEME =
  /^(?:(?:lga\s+plan\s+)?theme|(?:corporate|council|strategic)\s+(?:plan\s+)?(?:theme|priority|priorities|objective)s?)/i;
export const CONTACT_HEAD = /^(?:contact\s+details|contact\s+information|further\s+information)/i;
export const CONTACT_OFFICER =
  /^(?:contact(?:\s+officer(?:\(s\)|s)?)?|report\s+author|lead\s+officer|author|officer\s+contact)/i;
export const POSITION_LABEL = /^(?:position|job\s+title|post|role|designation)/i;
export const PHONE_LABEL = /^(?:phone|tel(?:ephone)?|contact\s+number|mobile)(?:\s*(?:no|number)s?\b)?\.?/i;
export const EMAIL_LABEL = /^e-?\s?mail(?:\s+address)?/i;
export const REPORT_TO = /^report\s+to/i;
export const REPORT_BY = /^(?:by|report\s+(?:of|by|from)(?:\s+the)?)/i;
export const REPORT_TITLE = /^(?:title(?:\s+of\s+report)?|report\s+title|subject)/i;
export const REPORT_DATE = /^(?:date(?:\s+of\s+(?:meeting|report|decision))?|meeting\s+date)/i;
export const RECOMMENDED_TO =
  /^(?:the\s+)?(?:\p{L}+\s+){1,8}(?:is|are)\s+(?:asked|invited|recommended|requested)\s+to\b/iu;

export const COMMENTS =
  /^(?:members?(?:'s?|’s?|s)?|board|committee|councillors?(?:'|’)?)?\s*(?:comment(?:s|ed)?|discussion|discussed|raised\s+the\s+following(?:\s+\p{L}+)?|made\s+the\s+following\s+(?:\p{L}+\s+){0,2}(?:comments?|points?))(?:\s+(?:made|raised|and\s+(?:points?|discussion)))?(?:\s+(?:included|were))?/iu;
export const DISCUSSION =
  /^(?:(?:in\s+the\s+)?(?:ensuing\s+|following\s+)?(?:discussion|debate|points?\s+(?:raised|made)|the\s+following\s+(?:points?|comments?|matters|issues)\s+(?:were\s+)?(?:raised|made|noted)|members\s+(?:made|raised)\s+the\s+following\s+(?:points?|comments?)|comments?\s+(?:raised|made)))(?:.{0,60})?$/i;
export const QUESTIONS =
  /^(?:(?:members?(?:'|’)?s?\s+)?(?:questions?|asked)(?:\s+(?:and\s+answers|raised|asked|from\s+(?:members|the\s+public|councillors)))?)/i;
export const RESPONSES =
  /^(.{2,120}?)\s+(?:responded|replied|response|responses|answered)(?:\s+to)?(?:\s+(?:the\s+)?(?:members?(?:'|’)?s?\s+)?(?:comments?|questions?|points?|members?))*(?:\s+(?:as\s+follows|raised|made))?$/iu;
export const DECISION =
  /^(?:the\s+)?(?:decisions?(?:\s+(?:made|taken|of\s+the\s+(?:board|committee|council)))?|resolutions?|resolved|ordered|received|agreed|recommended|determined)/i;
export const ACTIONS =
  /^AP(?=\s*[:–-])|^(?:agreed\s+)?actions?(?:\s*\(s\)|\s+(?:points?|required|agreed|arising|list))?/i;
export const MINUTES_LABEL = /^(?:minutes|minute\s+text)/i;
export const DOCUMENTS_LABEL = /^(?:additional|supporting|background|related|attached)\s+(?:documents?|papers)/i;

export const EMAIL = /[\w.+'-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}/i;
export const PHONE = /(?:\+44\s?\(?0?\)?|\(?0)\d{2,4}\)?[\s-]?\d{3,4}[\s-]?\d{3,4}\b/;
