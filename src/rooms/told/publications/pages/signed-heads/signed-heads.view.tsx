import { Details } from '#ui/details/details.js';
import { DocumentLink } from '#ui/document-link/document-link.js';
import { PageHeading } from '#ui/page/page.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { Table } from '#ui/table/table.js';

export interface SignedHeadsProps {
  /** Address of the public key. */
  readonly pem: string;
  /** Newest first. */
  readonly heads: readonly {
    readonly number: number;
    readonly sha256: string;
    readonly publications: number;
    readonly when: string;
    readonly href: string;
  }[];
  /** Newest first. */
  readonly keys: readonly {
    readonly number: number;
    readonly key: string;
    readonly since: string;
    readonly isVouching: boolean;
  }[];
}

export function SignedHeadsView({ pem, heads, keys }: SignedHeadsProps) {
  const [newest] = heads;
  return (
    <>
      <PageHeading lead="Kept signs its record after each publication and once an hour. So you can check that nothing was changed or deleted since.">
        Signed record
      </PageHeading>
      {newest === undefined ? (
        <p>Nothing has been signed yet.</p>
      ) : (
        <SummaryList
          rows={[
            { key: 'Newest signature', value: `Signed head ${newest.number}` },
            { key: 'Signed', value: newest.when },
            {
              key: 'Covers',
              value:
                newest.publications === 1
                  ? '1 publication, and the journal of every act'
                  : `${newest.publications} publications, and the journal of every act`,
            },
            { key: 'SHA-256', value: <code>{newest.sha256}</code> },
          ]}
        />
      )}
      <h2>How to check</h2>
      <p>
        Keep a PDF or the file proof.json of a publication. The foot of the first page of each PDF names a signed head:
        its number, date and SHA-256.
      </p>
      <p>
        Later, open the address of this page with that number behind it, such as /signed-heads/14. If the SHA-256 there
        is not the same, the record was changed.
      </p>
      <Details summary="For whoever runs this Kept">
        <p>
          <code>kept verify --against FILE</code> follows every signature, and says whether the head that the file names
          is still there.
        </p>
      </Details>
      <h2>Public key</h2>
      <DocumentLink
        href={pem}
        title="The key that signs now"
        type="PEM"
        note="Ed25519. Keep a copy, so that you do not have to believe this site later."
      />
      {keys.length > 0 && (
        <Table
          caption="All keys, newest first. Each later key vouches for the one before."
          head={[{ content: 'Key' }, { content: 'Since' }, { content: 'Vouches for' }]}
          rows={keys.map(({ key, since, number, isVouching }) => [
            { content: <code>{key}</code> },
            { content: since },
            { content: isVouching ? `Key ${number - 1}` : 'No earlier key' },
          ])}
        />
      )}
      {heads.length > 0 && (
        <>
          <h2>Newest signed heads</h2>
          <Table
            head={[{ content: 'Number' }, { content: 'Signed' }, { content: 'SHA-256' }]}
            rows={heads.map(({ number, when, href, sha256 }) => [
              { content: <a href={href}>{number}</a> },
              { content: when },
              { content: <code>{sha256}</code> },
            ])}
          />
        </>
      )}
    </>
  );
}
