import { plainDate } from '#base/london.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { PageHeading } from '#ui/page/page.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { Tag } from '#ui/tag/tag.js';
import { WarningText } from '#ui/warning-text/warning-text.js';
import { careOfferPaths } from '../../paths.js';
import { isStale } from '../../rules.js';
import {
  actWords,
  ageWords,
  checkedWords,
  costWords,
  dutyWords,
  type OfferWords,
  outsideWords,
  reachWords,
  whoWords,
} from '../../view-words.js';
import { groupWords, type OfferAct } from '../../words.js';
import { offerFacts } from './facts.view.js';

export interface OfferViewProps {
  readonly offer: OfferWords;
  /** Names of its areas. */
  readonly areas: readonly string[];
  readonly kinds: readonly { readonly text: string; readonly href: string }[];
  readonly authorityHref: string | null;
  readonly history: readonly { readonly on_day: string; readonly act: OfferAct; readonly note: string | null }[];
  readonly today: string;
}

export function OfferView(props: OfferViewProps) {
  const { offer, authorityHref, history, today } = props;
  return (
    <>
      <PageHeading caption={authorityHref === null ? offer.provider : <a href={authorityHref}>{offer.provider}</a>}>
        {offer.title}
      </PageHeading>
      {offer.state === 'ended' && offer.ended_on !== null && (
        <WarningText>{`This offer ended on ${plainDate(offer.ended_on)}: ${offer.ended_reason ?? ''}`}</WarningText>
      )}
      <OfferBody {...props} />
      <p>
        Is it for you? <a href={careOfferPaths.find()}>Answer five questions</a>.
      </p>
      <h2>What happened to it</h2>
      <ul>
        {history.map(({ on_day, act, note }) => (
          <li>{`${plainDate(on_day)}: ${actWords[act].toLowerCase()}${note === null ? '' : ` (${note})`}`}</li>
        ))}
      </ul>
      <p class="soft">
        {`Kept here by ${offer.organisation_name}.`}{' '}
        {offer.state === 'live' && <a href={careOfferPaths.service(offer.id)}>As data (Open Referral UK)</a>}
        {offer.state === 'live' && isStale(offer.verified_on, today) && ' Ask before you rely on it.'}
      </p>
    </>
  );
}

/** The offer itself: on its public page, and as its keeper looks at it before publishing. */
export function OfferBody({ offer, areas, kinds, today }: Pick<OfferViewProps, 'offer' | 'areas' | 'kinds' | 'today'>) {
  const groups = offer.groups.map((group) => groupWords[group].name).join(', ');
  return (
    <>
      <p class="lead">{offer.what}</p>
      {isStale(offer.verified_on, today) && (
        <p>
          <Tag tone="yellow">Not checked for over a year</Tag>
        </p>
      )}
      {offer.printed !== null && (
        <InsetText>
          <p>{`As printed in ${offer.printed}. ${offer.provider} has not confirmed it here.`}</p>
        </InsetText>
      )}
      {offer.note !== null && <p>{offer.note}</p>}
      <SummaryList
        rows={[
          ...offerFacts(offer),
          { key: 'Who may have it', value: `${whoWords(offer.who)}${groups === '' ? '' : `; only ${groups}`}` },
          { key: 'Age', value: ageWords(offer) },
          { key: 'Whom it reaches', value: reachWords(offer, areas) },
          ...(offer.reach === 'anyone' || offer.reach === 'residents'
            ? []
            : [{ key: 'If you live outside the area', value: outsideWords[offer.outside] }]),
          ...(offer.also === null ? [] : [{ key: 'Also', value: offer.also }]),
          { key: 'Cost to you', value: offer.cost === 'not known' ? 'Not known: ask' : costWords[offer.cost] },
          { key: 'Law or choice', value: dutyWords[offer.duty] },
          ...(offer.valid_from === null ? [] : [{ key: 'From', value: plainDate(offer.valid_from) }]),
          ...(offer.valid_to === null ? [] : [{ key: 'Until', value: plainDate(offer.valid_to) }]),
          { key: 'Kind', value: kinds.map(({ text, href }, index) => [index > 0 && ', ', <a href={href}>{text}</a>]) },
          { key: 'Last checked', value: checkedWords(offer, today) },
          ...(offer.source_url === null
            ? []
            : [{ key: 'Source', value: <a href={offer.source_url}>{new URL(offer.source_url).hostname}</a> }]),
        ]}
      />
    </>
  );
}
