import { InsetText } from '../inset-text/inset-text.js';

export interface VersionNoticeProps {
  readonly version: number;
  readonly newest: number;
  /** Address of the newest version. */
  readonly href: string;
  /** Address that shows what changed against the version before; none for the first. */
  readonly changes?: string | undefined;
}

/** Above a publication that is no longer the newest, or that corrects an earlier one. */
export function VersionNotice({ version, newest, href, changes }: VersionNoticeProps) {
  if (version >= newest && changes === undefined) return null;
  return (
    <InsetText class="no-top">
      <p>
        {version < newest ? (
          <>
            <strong>This is version {version}.</strong> A newer one has been published:{' '}
            <a href={href}>read version {newest}</a>.
          </>
        ) : (
          <>This is version {version}, the newest.</>
        )}
        {changes !== undefined && (
          <>
            {' '}
            <a href={changes}>See what changed since version {version - 1}</a>.
          </>
        )}
      </p>
    </InsetText>
  );
}
