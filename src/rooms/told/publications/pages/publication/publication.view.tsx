import { Details } from '#ui/details/details.js';
import { DocumentLink } from '#ui/document-link/document-link.js';
import { PageHeading } from '#ui/page/page.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { Table } from '#ui/table/table.js';
import { Tag } from '#ui/tag/tag.js';

export interface PublicationViewProps {
  readonly title: string;
  readonly kind: string;
  readonly version: number;
  readonly isNewest: boolean;
  readonly published: string;
  /** The page on which it is read. */
  readonly href: string;
  /** The first head that was signed over it; null until the next is signed. */
  readonly head: {
    readonly number: number;
    readonly when: string;
    readonly sha256: string;
    readonly href: string;
  } | null;
  /** Where signed heads are explained. */
  readonly about: string;
  readonly proof: string;
  readonly files: readonly PublicationFile[];
  readonly versions: readonly {
    readonly version: number;
    readonly href: string;
    readonly when: string;
    readonly current: boolean;
  }[];
}

export interface PublicationFile {
  readonly name: string;
  readonly what: string;
  readonly type: string;
  readonly href: string;
  /** Absolute, for the command line. */
  readonly address: string;
  readonly bytes: number;
  readonly sha256: string;
}

export function PublicationView(props: PublicationViewProps) {
  return (
    <>
      <PageHeading
        caption="Publication"
        lead="What was published is frozen. Its fingerprints let anybody check that not one letter has changed since."
      >
        {props.title}
      </PageHeading>
      <SummaryList
        rows={[
          { key: 'What', value: <a href={props.href}>{props.kind}</a> },
          {
            key: 'Version',
            value: (
              <>
                {props.version}{' '}
                {props.isNewest ? <Tag tone="green">Newest</Tag> : <Tag tone="yellow">A newer one exists</Tag>}
              </>
            ),
          },
          { key: 'Published', value: props.published },
          {
            key: 'Signed',
            value: props.head ? (
              <>
                <a href={props.head.href}>Signed head {props.head.number}</a>, {props.head.when}
              </>
            ) : (
              'Not yet: the next signature comes within a minute'
            ),
          },
        ]}
      />
      <h2>Files and fingerprints</h2>
      {props.files.map((file) => (
        <DocumentLink
          href={file.href}
          title={file.what}
          type={file.type}
          bytes={file.bytes}
          note={
            <>
              SHA-256: <code>{file.sha256}</code>
            </>
          }
        />
      ))}
      <h2>How to check</h2>
      <p>
        Kept <a href={props.about}>signs its record</a>. The proof holds what you need to check this publication without
        this site.
      </p>
      <DocumentLink
        href={props.proof}
        title="Proof of this publication"
        type="JSON"
        note={
          props.head ? (
            <>
              SHA-256 of the signed head: <code>{props.head.sha256}</code>
            </>
          ) : undefined
        }
      />
      <p>
        Fetch a file and work out its SHA-256 yourself. If it is the same as the one above, the file is what was
        published.
      </p>
      <Details summary="On the command line (Linux, macOS)">
        {props.files.map((file) => (
          <p>
            <code>curl -s {file.address} | sha256sum</code>
          </p>
        ))}
        <p>
          On macOS write <code>shasum -a 256</code> in place of <code>sha256sum</code>.
        </p>
      </Details>
      <Details summary="For whoever runs this Kept">
        <p>
          <code>kept verify</code> works out the fingerprints of every publication again and reports any that differ.
        </p>
      </Details>
      <h2>Versions</h2>
      <Table
        head={[{ content: 'Version' }, { content: 'Published' }]}
        rows={props.versions.map((version) => [
          {
            content: version.current ? (
              <strong>{version.version} (this one)</strong>
            ) : (
              <a href={version.href}>{version.version}</a>
            ),
          },
          { content: version.when },
        ])}
      />
    </>
  );
}
