export interface JumpLinksProps {
  /** Says what the links are about: "On this page". */
  readonly label: string;
  readonly links: readonly {
    readonly text: string;
    readonly href: string;
    readonly count?: number | undefined;
    readonly current?: boolean | undefined;
  }[];
}

/** Links to the parts of a long page, on one line where there is room. */
export function JumpLinks({ label, links }: JumpLinksProps) {
  return (
    <nav class="jump-links" aria-label={label}>
      <ul>
        {links.map((link) => (
          <li>
            <a href={link.href} aria-current={link.current === true ? 'true' : undefined}>
              {link.text}
              {link.count !== undefined && <span class="jump-links__count"> {link.count.toLocaleString('en-GB')}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
