/** Withdrawing by address: what stands there, what follows, why, and in which role it was decided; below, what was withdrawn already. */
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { NotificationBanner } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';
import { Table } from '#ui/table/table.js';
import { Textarea } from '#ui/textarea/textarea.js';

export interface WithdrawProps {
  readonly action: string;
  readonly address: string;
  readonly found: {
    readonly title: string;
    readonly word: string;
    readonly href: string;
    readonly version: number | null;
    readonly follows: readonly string[];
    readonly refusal: string | null;
    readonly only: string | null;
    readonly canEnd: boolean;
  } | null;
  readonly words: readonly string[];
  readonly typed: {
    readonly role: string;
    readonly reason: string;
    readonly which: string;
    readonly why: string;
    readonly endRole?: string;
  };
  readonly problems: readonly { readonly field: string; readonly message: string }[];
  readonly done: 'withdrawn' | 'ended' | null;
  readonly gone: readonly {
    readonly address: string;
    readonly what: string;
    readonly on: string;
    readonly why: string;
  }[];
  readonly reasons?: readonly { readonly value: string; readonly label: string }[];
}

export function Withdraw(props: WithdrawProps) {
  const { found, done, problems, gone } = props;
  return (
    <>
      <Refused problems={problems} />
      {done === 'ended' && (
        <NotificationBanner kind="success">
          <p class="govuk-notification-banner__heading">Ended. The page stays public and says that it has ended.</p>
        </NotificationBanner>
      )}
      {done === 'withdrawn' && (
        <NotificationBanner kind="success">
          <p class="govuk-notification-banner__heading">Withdrawn. The page now gives only the day and the reason.</p>
          <p>Search engines may show it for some days. Ask them to remove it if it holds something personal.</p>
        </NotificationBanner>
      )}
      {found === null ? <Ask {...props} /> : <Act {...props} found={found} />}
      {gone.length > 0 && (
        <section>
          <h2>What you have withdrawn</h2>
          <Table
            narrow="stack"
            caption="Newest first"
            head={[{ content: 'Address' }, { content: 'Day' }, { content: 'Reason that readers see' }]}
            rows={gone.map(({ address, what, on, why }) => [
              { content: <a href={address}>{what === '' ? address : `${address} (${what})`}</a> },
              { content: on },
              { content: why },
            ])}
          />
        </section>
      )}
    </>
  );
}

function Ask({ action, address, words, problems }: WithdrawProps) {
  return (
    <>
      <PageHeading lead="For what should never have been public: a name, a wrong paper, a draft. Readers then see only that it was withdrawn, when and why.">
        Withdraw what was published by mistake
      </PageHeading>
      <form method="get" action={action} noValidate>
        <Input
          name="address"
          label="Address of the public page"
          hint="Copy it from the browser. To withdraw one older version, give the address of that version"
          value={address}
          {...refusedField(problems, 'address')}
        />
        <Button>Find it</Button>
      </form>
      <p class="soft">Your role can withdraw: {words.length === 0 ? 'nothing' : words.join(', ')}.</p>
    </>
  );
}

function Act({
  action,
  address,
  found,
  typed,
  problems,
  reasons = [],
}: WithdrawProps & { readonly found: NonNullable<WithdrawProps['found']> }) {
  const { title, word, href, version, follows, refusal, only, canEnd } = found;
  const mayAll = refusal === null;
  return (
    <>
      <PageHeading caption={`Withdraw this ${word}`} lead={<a href={href}>How readers see it now</a>}>
        {title}
      </PageHeading>
      {refusal !== null && (
        <InsetText>
          <p>
            <strong>It cannot be withdrawn as a whole.</strong> {refusal}
          </p>
        </InsetText>
      )}
      {only !== null && version === null && (
        <InsetText>
          <p>{only}</p>
        </InsetText>
      )}
      {(mayAll || version !== null) && (
        <PostForm action={action} noValidate>
          <input type="hidden" name="address" value={address} />
          {version !== null && mayAll && (
            <Radios
              name="which"
              legend="What you withdraw"
              value={typed.which}
              items={[
                { value: 'version', label: `Version ${version} only`, hint: 'Newer versions stay public' },
                {
                  value: 'all',
                  label: 'All versions',
                  hint: 'Choose this if the mistake is in the newest version too',
                },
              ]}
              {...refusedSet(problems, 'which')}
            />
          )}
          {version !== null && !mayAll && <input type="hidden" name="which" value="version" />}
          <Radios
            name="reason"
            legend="Why"
            hint="Readers see the reason. You choose from a list, so that the reason does not repeat the mistake"
            value={typed.reason}
            items={reasons}
            {...refusedSet(problems, 'reason')}
          />
          <Input
            name="role"
            label="In which role this was decided"
            hint="Readers see it. A role such as “Clerk to the board”, never a name"
            value={typed.role}
            class="govuk-input--width-20"
            {...refusedField(problems, 'role')}
          />
          <h2>What happens next</h2>
          <ul>
            <li>
              The page says that it was withdrawn, when and why. It leaves lists, search, feeds and exports at once.
            </li>
            {version === null && follows.map((line) => <li>{line}</li>)}
            <li>You cannot undo this. The journal records the withdrawal, but not what the page said.</li>
          </ul>
          <ButtonGroup>
            <Button kind="warning">
              {version === null || !mayAll
                ? `Withdraw ${version === null ? `this ${word}` : `version ${version}`}`
                : 'Withdraw it'}
            </Button>
            <a href={action}>Leave it public</a>
          </ButtonGroup>
        </PostForm>
      )}
      {canEnd && version === null && (
        <section>
          <h2>If it was right but is over</h2>
          <p>
            {`End it instead. Readers can still read this ${word}. Its page says that it has ended, when and why. ` +
              `To start it again, publish a new version.`}
          </p>
          <PostForm action={action} noValidate>
            <input type="hidden" name="address" value={address} />
            <Textarea
              name="why"
              label="Why it is over"
              hint="Readers see it"
              rows={3}
              value={typed.why}
              {...refusedField(problems, 'why')}
            />
            <Input
              name="end-role"
              label="In which role this was decided"
              hint="Readers see it. Never a name"
              value={typed.endRole ?? ''}
              class="govuk-input--width-20"
              {...refusedField(problems, 'end-role')}
            />
            <Button kind="secondary" name="act" value="end">{`End this ${word}`}</Button>
          </PostForm>
        </section>
      )}
    </>
  );
}
