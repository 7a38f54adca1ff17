import { plainDate } from '#base/london.js';
import { ButtonGroup, Button } from '#ui/button/button.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { NotificationBanner } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { shownWordsFor } from '../../view-words.js';
import type { ShownWord } from '../../words.js';
import { ShownTag } from '../standing-tag.view.js';

export interface OwnProps {
  readonly organisation: string;
  readonly done: string | null;
  readonly keeps: readonly { readonly name: string; readonly href: string; readonly waiting: number }[];
  /** Null where the organisation is of a kind that does not sign. */
  readonly registers: readonly OwnRegister[] | null;
}

export interface OwnRegister {
  readonly name: string;
  readonly summary: string;
  readonly register: string;
  readonly sign: string;
  readonly withdraw: string | null;
  readonly newest: number;
  /** Null for a register in which the organisation does not stand; `href`: null for an entry that readers do not see. */
  readonly entry: {
    readonly href: string | null;
    readonly word: ShownWord;
    readonly version: number | null;
    readonly lapses_on: string | null;
    readonly renewalDue: boolean;
    readonly canSign: boolean;
  } | null;
}

export function Own({ organisation, done, keeps, registers }: OwnProps) {
  return (
    <>
      {done !== null && <NotificationBanner kind="success" text={done} />}
      <PageHeading
        caption={organisation}
        lead="What you sign is public and counts for 24 months. Your level follows from your promises and practices; nobody can set it."
      >
        Register
      </PageHeading>
      {keeps.length > 0 && (
        <section>
          <h2>Registers that you keep</h2>
          <ul>
            {keeps.map(({ name, href, waiting }) => (
              <li>
                <a href={href}>{name}</a>
                {waiting > 0 && ` (${waiting} ${waiting === 1 ? 'waits' : 'wait'} for an answer)`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {registers !== null && (
        <section>
          <h2>What you can sign</h2>
          {registers.length === 0 ? (
            <EmptyState title="Nothing to sign yet" level={3} />
          ) : (
            registers.map((one) => <Register {...one} />)
          )}
        </section>
      )}
      {registers === null && keeps.length === 0 && (
        <EmptyState title="Nothing here for you">
          Councils, schools, trusts and groups of young people sign; whoever publishes a framework keeps its register.
        </EmptyState>
      )}
    </>
  );
}

function Register({ name, summary, register, sign, withdraw, newest, entry }: OwnRegister) {
  const isBehind =
    entry?.version !== null &&
    entry !== null &&
    entry.version < newest &&
    entry.word !== 'withdrawn' &&
    entry.word !== 'removed';
  return (
    <>
      <SummaryList
        card={{ title: name, level: 3 }}
        rows={[
          { key: 'What it is', value: summary },
          { key: 'You', value: entry === null ? 'Not in this register' : <ShownTag word={entry.word} /> },
          ...(entry === null ? [] : [{ key: 'That means', value: shownWordsFor[entry.word].means }]),
          ...(entry === null || entry.lapses_on === null || entry.word === 'withdrawn' || entry.word === 'removed'
            ? []
            : [
                {
                  key: entry.word === 'lapsed' ? 'Lapsed on' : 'Lapses on',
                  value: `${plainDate(entry.lapses_on)}${entry.renewalDue ? '. Renewal is due' : ''}`,
                },
              ]),
          ...(isBehind
            ? [
                {
                  key: 'Version',
                  value:
                    `You signed version ${entry?.version ?? 1}. Version ${newest} is out: sign it as well, or ` +
                    `stay where you are. Readers see which one you signed.`,
                },
              ]
            : []),
        ]}
      />
      <ButtonGroup>
        {(entry === null || entry.canSign) && (
          <Button href={sign}>
            {entry === null || entry.version === null ? 'Sign' : isBehind ? `Sign version ${newest}` : 'Sign again'}
            <span class="govuk-visually-hidden">: {name}</span>
          </Button>
        )}
        {entry !== null && entry.href !== null && (
          <a href={entry.href}>
            See your entry<span class="govuk-visually-hidden">: {name}</span>
          </a>
        )}
        {withdraw !== null && (
          <a href={withdraw}>
            Withdraw<span class="govuk-visually-hidden">: {name}</span>
          </a>
        )}
        <a href={register}>
          The register<span class="govuk-visually-hidden">: {name}</span>
        </a>
      </ButtonGroup>
    </>
  );
}
