import { z } from 'zod';
import { canonicalJson } from '#base/canonical.js';
import { isUuid } from '#base/id.js';
import { londonDate, londonTime, plainDate, plainTime } from '#base/london.js';
import { halt, type Outcome, publicPage, view } from '#kit/page.js';
import { headMark, proofOf } from '#kit/proof/heads.js';
import { publicationPaths } from '#kit/publications/paths.js';
import { kindWords, subjectPath } from '../../subjects.js';
import { signedHeadPaths } from '../../paths.js';
import { publicationBytes, publicationFacts, signingKeys } from '../../published.js';
import { PublicationView } from './publication.view.js';

const params = z.object({ id: z.string().refine(isUuid) });

export const publicationPage = publicPage({
  path: '/publications/:id',
  params,
  // Until the next head is signed it says that none covers it yet.
  cached: false,
  async get({ db, params: { id }, site }) {
    const found = await publicationFacts(db, id);
    if (!found) return halt('not-found');
    const { head } = await proofOf(db, id);
    const newest = found.versions[0]?.version === found.version;
    const file = (name: string, what: string, type: string, href: string, bytes: number, sha256: string) => ({
      name,
      what,
      type,
      href,
      address: site + href,
      bytes,
      sha256,
    });
    const href = subjectPath(found.kind, found.subject, newest ? null : found.version);
    return view({
      title: `Publication: ${found.title}, version ${found.version}`,
      canonical: site + publicationPaths.one(found.id),
      crumbs: [{ text: 'Home', href: '/' }, { text: found.title, href }, { text: `Version ${found.version}` }],
      main: (
        <PublicationView
          title={found.title}
          kind={kindWords[found.kind]}
          version={found.version}
          isNewest={newest}
          published={when(found.published_at)}
          href={href}
          head={
            head && {
              number: head.number,
              when: when(head.signed_at),
              sha256: head.sha256,
              href: signedHeadPaths.one(head.number),
            }
          }
          about={signedHeadPaths.all()}
          proof={publicationPaths.proof(id)}
          files={[
            file(
              'content.json',
              'The content as data',
              'JSON',
              publicationPaths.json(id),
              found.contentBytes,
              found.content_sha256,
            ),
            file(
              'main.html',
              'The main part of the page',
              'HTML',
              publicationPaths.html(id),
              found.htmlBytes,
              found.html_sha256,
            ),
            ...(found.pdf_sha256 === null || found.pdfBytes === null
              ? []
              : [file('file.pdf', 'The PDF', 'PDF', publicationPaths.pdf(id), found.pdfBytes, found.pdf_sha256)]),
          ]}
          versions={found.versions.map((version) => ({
            version: version.version,
            href: publicationPaths.one(version.id),
            when: when(version.published_at),
            current: version.id === found.id,
          }))}
        />
      ),
    });
  },
});

function when(at: Date): string {
  return `${plainDate(londonDate(at))}, ${plainTime(londonTime(at))}`;
}

/** The very bytes whose fingerprint is shown. The HTML is a part of a page and therefore fetched, not shown. */
function bytesPage(path: string, form: 'content' | 'html' | 'pdf', type: string, download?: string) {
  return publicPage({
    path,
    params,
    cached: true,
    async get({ db, params: { id } }): Promise<Outcome> {
      const body = await publicationBytes(db, id, form);
      return body === null
        ? halt('not-found')
        : { kind: 'file', body, type, ...(download === undefined ? {} : { download }) };
    },
  });
}

export const publicationJson = bytesPage(
  '/publications/:id/content.json',
  'content',
  'application/json; charset=utf-8',
);
export const publicationHtml = bytesPage(
  '/publications/:id/main.html',
  'html',
  'text/html; charset=utf-8',
  'main.html',
);
export const publicationPdf = bytesPage('/publications/:id/file.pdf', 'pdf', 'application/pdf');

/** Everything that proves a publication without this site: its fingerprints, its line in the chain, the head signed over it, and the public keys. */
export const publicationProof = publicPage({
  path: '/publications/:id/proof.json',
  params,
  cached: false,
  async get({ db, params: { id } }): Promise<Outcome> {
    const found = await publicationFacts(db, id);
    if (!found) return halt('not-found');
    const [{ line, head }, keys] = [await proofOf(db, id), await signingKeys(db)];
    const { kind, subject, version, title, published_at, content_sha256, html_sha256, pdf_sha256 } = found;
    const body = {
      format: 'kept-proof/1',
      publication: {
        id,
        kind,
        subject,
        version,
        title,
        published_at: published_at.toISOString(),
        content_sha256,
        html_sha256,
        pdf_sha256,
      },
      line,
      head: head && { mark: headMark(head), statement: head.statement, sha256: head.sha256, signature: head.signature },
      keys: keys.map(({ number, key, follows, signature }) => ({ number, key, follows, signature })),
    };
    return { kind: 'file', body: `${canonicalJson(body)}\n`, type: 'application/json; charset=utf-8' };
  },
});
