import { plainDate } from '#base/london.js';

export interface VersionListProps {
  /** Newest first. */
  readonly versions: readonly {
    readonly version: number;
    readonly href: string;
    /** ISO date. */ readonly publishedOn: string;
  }[];
}

/** All versions of something published, under a heading of their own. */
export function VersionList({ versions }: VersionListProps) {
  return (
    <>
      <h2>Versions</h2>
      <ul>
        {versions.map((one) => (
          <li>
            <a href={one.href}>{`Version ${one.version}`}</a>, {plainDate(one.publishedOn)}
          </li>
        ))}
      </ul>
    </>
  );
}
