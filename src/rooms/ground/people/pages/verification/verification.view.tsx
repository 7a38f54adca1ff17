import { londonDate, plainDate } from '#base/london.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { PageHeading } from '#ui/page/page.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { Table } from '#ui/table/table.js';
import { Tag } from '#ui/tag/tag.js';

interface Rejected {
  readonly on: string;
  readonly because: string;
}

export interface VerificationProps {
  readonly name: string;
  /** Its official number, as it is written; null for a name alone. */
  readonly number: string | null;
  readonly claim: 'number' | 'name' | null;
  readonly verified: boolean;
  readonly verifiedBy: 'owner' | 'domain' | null;
  readonly rejected: Rejected | null;
  readonly inviter: string | null;
  readonly since: Date | null;
  readonly publicPage: string;
}

function lead({ claim, verified, verifiedBy, rejected }: VerificationProps): string {
  if (rejected !== null) return 'Whoever runs this Kept has decided that your organisation is not who it says it is.';
  if (claim === null) return 'Your organisation does not have to be verified. It can publish.';
  if (!verified) return 'We have to be sure that your organisation is who it says it is. Until then it cannot publish.';
  return verifiedBy === 'domain'
    ? 'Your organisation is verified by an email address in its own domain. It can publish.'
    : 'Your organisation is verified by whoever runs this Kept. It can publish.';
}

export function Verification(props: VerificationProps) {
  const { name, number, claim, verified, rejected, inviter, since } = props;
  const waits = !verified && rejected === null;
  return (
    <>
      <PageHeading lead={lead(props)}>Verification</PageHeading>
      <SummaryList
        rows={[
          { key: 'Organisation', value: name },
          ...(number === null ? [] : [{ key: 'Official number', value: number }]),
          ...(inviter === null || since === null
            ? []
            : [{ key: 'Invited by', value: `${inviter}, joined ${plainDate(londonDate(since))}` }]),
          {
            key: 'Status',
            value:
              rejected !== null ? (
                <Tag tone="red">Rejected</Tag>
              ) : verified ? (
                <Tag tone="green">{claim === null ? 'Not needed' : 'Verified'}</Tag>
              ) : (
                <Tag tone="yellow">Not verified</Tag>
              ),
          },
          ...(rejected === null
            ? []
            : [
                { key: 'Rejected on', value: plainDate(rejected.on) },
                { key: 'Reason', value: rejected.because },
              ]),
        ]}
      />
      {waits && (
        <>
          <h2>What happens next</h2>
          <p>
            {claim === 'number'
              ? 'Your invitation gave the official number of a council or school.'
              : 'Your organisation has the name of a council, school or trust in the official registers.'}{' '}
            Anybody could have given it, so a person checks it.
          </p>
          <ul>
            <li>Whoever runs this Kept sees your organisation in their list, and verifies it or rejects it.</li>
            {claim === 'number' && (
              <li>
                They may have named the email domain of your organisation. Then it is verified at once when a lead signs
                in with a link sent to an address in that domain.
              </li>
            )}
            <li>All leads and administrators get an email with the result.</li>
          </ul>
          <h2>Until then</h2>
          <ul>
            <li>You can write drafts, invite colleagues and join networks.</li>
            <li>You cannot publish, sign a charter, agree promises, or open surveys and charters to young people.</li>
            <li>Where other organisations’ pages name you, they say “not verified”.</li>
          </ul>
          <p>
            If you need this quickly, tell whoever runs this Kept. If the name or number is wrong, ask{' '}
            {inviter ?? 'whoever invited you'} for a new invitation.
          </p>
        </>
      )}
      {rejected !== null && (
        <>
          <h2>What this means</h2>
          <ul>
            <li>Your organisation cannot publish, and cannot open anything to young people.</li>
            <li>What it had published has been withdrawn. Its rooms and surveys for young people are closed.</li>
            <li>
              Where a public page names your organisation, it says “not verified”. The public list of such organisations
              gives the reason.
            </li>
            <li>Your drafts are still here for you to read.</li>
          </ul>
          <p>If the decision is wrong, tell whoever runs this Kept. They can verify your organisation after all.</p>
        </>
      )}
      <p>
        <a href={props.publicPage}>What readers are told about verification</a>
      </p>
    </>
  );
}

export interface VerifiedProps {
  readonly unverified: readonly { readonly name: string; readonly rejected: Rejected | null }[];
  readonly more: boolean;
}

export function Verified({ unverified, more }: VerifiedProps) {
  return (
    <>
      <PageHeading lead="A council, school or trust is verified before it can publish here.">
        Verified organisations
      </PageHeading>
      <p>
        An organisation joins by an invitation that gives its name and official number. Then whoever runs this site
        checks it. Or a lead signs in with an email address in the organisation’s own domain.
      </p>
      <InsetText>
        “Not verified” beside a name means: we do not know yet that this organisation is who it says it is.
      </InsetText>
      {unverified.length === 0 ? (
        <p>No organisation on this site is marked “not verified” now.</p>
      ) : (
        <Table
          caption="Organisations that are not verified"
          narrow="stack"
          head={[{ content: 'Name' }, { content: 'Status' }]}
          rows={unverified.map(({ name, rejected }) => [
            { content: name },
            {
              content:
                rejected === null
                  ? 'Not verified yet'
                  : `Rejected on ${plainDate(rejected.on)}. Reason: ${rejected.because}`,
            },
          ])}
        />
      )}
      {more && <p>There are more. Each is marked wherever it is named.</p>}
    </>
  );
}
