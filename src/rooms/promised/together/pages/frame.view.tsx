/** What stands on every page of the room: who helps, who reads, and the way out. */
import { childline, emergency } from '#rooms/ground/help/index.js';
import { Button } from '#ui/button/button.js';
import { Details } from '#ui/details/details.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import type { Content } from '#ui/parts.js';
import { HelpBox, Plain } from '#ui/plain/plain.js';
import { voteLines } from '../view-words.js';

export interface FrameProps {
  readonly leave: string;
  readonly safeguarding: string;
  readonly organisation: string;
  /** Whether this code is for people who share a device, or an open code of others is. */
  readonly shared: boolean;
  readonly othersShare: boolean;
}

/** Under every page of the room: who reads what, who helps, and the way out. */
export function Frame({
  leave,
  safeguarding,
  organisation,
  shared,
  othersShare,
  children,
}: FrameProps & { readonly children: Content }) {
  return (
    <Plain>
      {shared && (
        <form method="post" action={leave}>
          <InsetText class="no-top">
            <p>You share this device with others. Is it your turn now? Then press “I am the next person”.</p>
            <Button kind="secondary" name="how" value="next">
              I am the next person
            </Button>
          </InsetText>
        </form>
      )}
      {children}
      <HelpBox>
        <p>
          <strong>Need help now?</strong> {`Talk to ${safeguarding}.`} Or call {childline.name}:{' '}
          <a href={childline.href}>{childline.number}</a>. It is free. In danger:{' '}
          <a href={emergency.href}>{emergency.number}</a>.
        </p>
        <Details summary="Who reads what I write?">
          <p>{`An adult at ${organisation} reads it first. Then people with the code can see it.`}</p>
          <p>The adult may take out a name. The adult does not show it if it could hurt somebody.</p>
          <p>
            If we read that somebody is not safe, we tell the safeguarding lead. That is the adult who keeps children
            safe.
          </p>
          <p>We do not know who you are. So if you need help, please tell somebody.</p>
          <p>
            We keep what you write, and the day, for two years. Then we delete it. What the charter says stays. We do
            not keep your name.
          </p>
        </Details>
        <Details summary="Who can see my vote?">
          {voteLines({ shared, othersShare }).map((line) => (
            <p>{line}</p>
          ))}
        </Details>
        <form method="post" action={leave}>
          <Button kind="secondary">Stop and leave</Button>
        </form>
      </HelpBox>
    </Plain>
  );
}
