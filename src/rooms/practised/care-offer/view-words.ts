/** Offers and coverage in words for readers. Pure: views use it. */
import { plainDate } from '#base/london.js';
import { isStale } from './rules.js';
import type { PublishedOfferRow } from './tables.js';
import {
  type CareStatus,
  careStatuses,
  type Cost,
  type CoverageProblem,
  type Duty,
  groupWords,
  type OfferAct,
  type OfferDraft,
  type OfferProblem,
  type Reason,
  type ThreeWay,
} from './words.js';

export type OfferWords = Readonly<Omit<PublishedOfferRow, 'folded' | 'named'>>;

/** The conditions of a published offer as the matching takes them. */
export function conditionsOf(offer: OfferWords) {
  return {
    ...offer,
    ageMin: offer.age_min,
    ageMax: offer.age_max,
    validFrom: offer.valid_from,
    validTo: offer.valid_to,
    verifiedOn: offer.verified_on,
  };
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

const statusNames: Readonly<Record<CareStatus, string>> = {
  eligible: 'aged 16 or 17 and in care (“eligible”)',
  relevant: 'aged 16 or 17 and out of care (“relevant”)',
  'former relevant': '18 or older and formerly in care (“former relevant”)',
  qualifying: 'in care for a shorter time, or under special guardianship (“qualifying”)',
};

export function whoWords(who: readonly CareStatus[] | null): string {
  if (who === null) return 'Not known: ask';
  return who.length === careStatuses.length
    ? 'Every care leaver'
    : `Young people who are ${listed(who.map((status) => statusNames[status]))}`;
}

export function ageWords({ ages, age_min, age_max }: Pick<OfferWords, 'ages' | 'age_min' | 'age_max'>): string {
  if (ages === 'not known') return 'Not known: ask';
  if (ages === 'any') return 'Any age';
  if (age_max === null) return `From ${age_min}`;
  return age_min === null ? `Up to ${age_max}` : `${age_min} to ${age_max}`;
}

export const dutyWords: Readonly<Record<Duty, string>> = {
  statutory: 'The law says that it must be given',
  discretionary: 'The provider chooses to give it',
  'not known': 'Not known',
};
export const costWords: Readonly<Record<Cost, string>> = {
  free: 'Nothing: it is free of charge',
  charge: 'There is a charge',
  'not known': 'Not known',
};
export const outsideWords: Readonly<Record<ThreeWay, string>> = { yes: 'Yes', no: 'No', 'not known': 'Not known: ask' };

export function reachWords(
  { reach, provider }: Pick<OfferWords, 'reach' | 'provider'>,
  areas: readonly string[],
): string {
  const places = listed(areas);
  switch (reach) {
    case 'own':
      return `Young people who were looked after by ${places || provider}`;
    case 'residents':
      return `Care leavers who live in ${places || 'its area'}, whoever looked after them`;
    case 'either':
      return `Young people who were looked after by ${places || provider}, and other care leavers who live there`;
    case 'anyone':
      return 'Care leavers everywhere in England';
    case 'not known':
      return places === '' ? 'Not known: ask' : `Not known: ask. It is offered in ${places}`;
  }
}

export function checkedWords(
  { verified_on, verified_by }: Pick<OfferWords, 'verified_on' | 'verified_by'>,
  today: string,
): string {
  if (verified_on === null) return 'Never: it may have changed';
  const when = `${plainDate(verified_on)}${verified_by === null ? '' : `, by ${verified_by}`}`;
  return isStale(verified_on, today) ? `${when}. That is more than a year ago: it may have changed` : when;
}

export const actWords: Readonly<Record<OfferAct, string>> = {
  recorded: 'Written down',
  changed: 'Draft changed',
  published: 'Published',
  'checked again': 'Checked again',
  ended: 'Ended',
};

/** Why an offer may not be for somebody, to themselves. */
export function reasonWords(
  { about, truth }: Reason,
  offer: OfferWords,
  areas: readonly string[],
  today: string,
): string {
  const failed = truth === 'failed';
  const { provider, also, verified_on, valid_from, valid_to, groups, who } = offer;
  const those = listed(groups.map((group) => groupWords[group].name));
  switch (about) {
    case 'dates':
      return valid_from !== null && valid_from > today
        ? `It begins on ${plainDate(valid_from)}.`
        : `It ended on ${valid_to === null ? 'an earlier day' : plainDate(valid_to)}.`;
    case 'place':
      if (offer.reach === 'own' && failed)
        return `It is for young people whom ${listed(areas) || provider} looked after${offer.outside === 'no' ? ' and who live there' : ''}.`;
      if (failed) return `It is for ${listed(areas) || provider}, and you said that this is not your place.`;
      if (offer.reach === 'own')
        return (
          `It is for young people whom ${listed(areas) || provider} looked ` +
          `after.${offer.outside === 'yes' ? '' : ' Ask whether it holds when you live somewhere else.'}`
        );
      if (offer.reach === 'residents') return `It is for care leavers who live in ${listed(areas)}.`;
      return 'Nobody wrote down whether it depends on where you live, or on who looked after you.';
    case 'age':
      return failed || offer.ages === 'limits'
        ? `It is for ages: ${ageWords(offer).toLowerCase()}.`
        : 'The ages are not known.';
    case 'status':
      return who === null
        ? 'Nobody wrote down which care leavers may have it.'
        : `It is for: ${whoWords(who).toLowerCase()}.`;
    case 'group':
      return `It is only for ${those}.`;
    case 'condition':
      return also ?? '';
    case 'checked':
      return verified_on === null
        ? 'Nobody has checked lately that it still exists.'
        : `It was last checked on ${plainDate(verified_on)}, more than a year ago.`;
  }
}

/** What has to be asked, a line each; what nobody wrote down at all stands in one line. */
export function openWords(
  reasons: readonly Reason[],
  offer: OfferWords,
  areas: readonly string[],
  today: string,
): readonly string[] {
  const silent: Readonly<Partial<Record<Reason['about'], string>>> = {
    ...(offer.who === null ? { status: 'which care leavers may have it' } : {}),
    ...(offer.ages === 'not known' ? { age: 'from what age to what age' } : {}),
    ...(offer.reach === 'not known' ? { place: 'whether it matters where you live or who looked after you' } : {}),
  };
  const unsaid = reasons.flatMap(({ about }) => silent[about] ?? []);
  return [
    ...(unsaid.length === 0 ? [] : [`Nobody wrote down ${listed(unsaid)}.`]),
    ...reasons
      .filter(({ about }) => silent[about] === undefined)
      .map((reason) => reasonWords(reason, offer, areas, today)),
  ];
}

export function offerProblemWords(problem: OfferProblem): string {
  switch (problem.code) {
    case 'not there':
      return 'There is no such offer any more';
    case 'wrong state':
      return problem.state === 'ended'
        ? 'This offer has ended, and an ended offer stays as it is'
        : problem.state === 'live'
          ? 'This offer is published: it can be ended, not deleted'
          : 'This offer is a draft still: publish it first';
    case 'provider keeps its own':
      return `${problem.provider} works with Kept and keeps its offers itself: ask them to publish it`;
    case 'stands already': {
      const [first = '', ...others] = problem.titles;
      const says =
        others.length === 0
          ? `“${first}” is here already and says`
          : `“${first}” and ${others.length} more of the file are here already and say`;
      return `${says} something else. Tick “Change offers that are here already”, or take the lines out of the file`;
    }
    case 'may not keep offers':
      return 'Offers are kept by authorities, programmes and associations';
  }
}

/** On every page that shows states of whole kinds: some of them nobody said (kindState). */
export const kindsWorkedOut =
  'Where nobody said anything of a whole kind, its state is worked out from the asks of that kind.';

export const coverageProblemWords: Readonly<Record<CoverageProblem, string>> = {
  'not yours to say': 'You can say this of your own authority only',
  'no such authority': 'Choose an authority from the list',
  'no such ask': 'Choose a kind of ask, or an ask, from the list',
  'no source': 'Say where you know it from',
  'in the future': 'Enter a day that exists and is not in the future, like 26/11/2026',
  'framework ended': 'This list of asks has ended. You can change what you said before, but say nothing new under it',
};

/** A draft as if it were published, for its keeper to look at. */
export function asPublished(
  draft: OfferDraft,
  at: {
    readonly id: string;
    readonly slug: string;
    readonly organisation_name: string;
    readonly state: 'live' | 'ended';
    readonly ended_on: string | null;
    readonly ended_reason: string | null;
    readonly changed_at: Date;
    readonly today: string;
  },
): OfferWords {
  const {
    providerCode,
    ageMin,
    ageMax,
    validFrom,
    validTo,
    verifiedOn,
    verifiedBy,
    sourceUrl,
    answers: _,
    ...rest
  } = draft;
  const { today, ...own } = at;
  return {
    ...rest,
    ...own,
    ...{
      organisation: '',
      organisation_slug: '',
      provider_code: providerCode,
      age_min: ageMin,
      age_max: ageMax,
      valid_from: validFrom,
      valid_to: validTo,
      verified_on: verifiedOn,
      verified_by: verifiedBy,
      source_url: sourceUrl,
      published_on: today,
    },
    themes: draft.themes.map((theme) => `${draft.framework} ${theme}`),
    who: draft.who === null ? null : [...draft.who],
    groups: [...draft.groups],
    areas: [...draft.areas],
    steps: [...draft.steps],
  };
}
