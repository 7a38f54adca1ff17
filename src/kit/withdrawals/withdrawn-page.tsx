/** What stands at an address from which something was withdrawn. */
import { plainDate } from '#base/london.js';
import { PageHeading } from '#ui/page/page.js';
import type { View } from '../page.js';
import type { WithdrawalRow } from './withdrawals.js';
import { byTheOwner, reasonWords } from './words.js';

export interface WithdrawalTold {
  readonly title: string;
  readonly lines: readonly string[];
}

/** The same words for a page and for a machine. */
export function withdrawalTold(
  { organisation_name, role, reason, on_day, version }: WithdrawalRow,
  word: string,
): WithdrawalTold {
  const by =
    role === byTheOwner
      ? `${byTheOwner} withdrew it on ${plainDate(on_day)}. It was published by ${organisation_name}.`
      : `${organisation_name} withdrew it on ${plainDate(on_day)}. Decided by: ${role}.`;
  return {
    title: version === null ? `This ${word} was withdrawn` : `Version ${version} of this ${word} was withdrawn`,
    lines: [by, reasonWords[reason].told],
  };
}

export function withdrawnView({ title, lines }: WithdrawalTold, search: string): View {
  const [lead = '', ...rest] = lines;
  return {
    title,
    main: (
      <>
        <PageHeading lead={lead}>{title}</PageHeading>
        {rest.map((line) => (
          <p>{line}</p>
        ))}
        <p>What it said can no longer be read here. If you have a copy, please do not pass it on.</p>
        <p>
          <a href="/">Home page</a> or <a href={search}>search</a>
        </p>
      </>
    ),
  };
}
