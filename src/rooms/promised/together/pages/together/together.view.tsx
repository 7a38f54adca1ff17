import type { FieldProblem } from '#base/form.js';
import { childline, emergency } from '#rooms/ground/help/index.js';
import { Button } from '#ui/button/button.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { PageHeading } from '#ui/page/page.js';
import { Plain } from '#ui/plain/plain.js';

export interface DoorProps {
  readonly action: string;
  readonly code: string;
  readonly problems: readonly FieldProblem[];
  /** What a good code opens. */
  readonly opens: { readonly title: string; readonly organisation: string } | null;
  readonly room: string | null;
  readonly leave: string;
}

export function TogetherDoor({ action, code, problems, opens, room, leave }: DoorProps) {
  return (
    <Plain>
      <Refused problems={problems} />
      <PageHeading lead="Write a charter with your school or group. A charter is a list of things you will do together.">
        Write it together
      </PageHeading>
      {room !== null && (
        <form method="post" action={leave}>
          <InsetText class="no-top">
            <p>Somebody is in a room with this browser.</p>
            <p>
              Is that you? <a href={room}>Go back to the room</a>
            </p>
            <Button kind="secondary" name="how" value="next">
              I am somebody else
            </Button>
          </InsetText>
        </form>
      )}
      {opens !== null && (
        <InsetText class="no-top">
          <p>{`This code opens: ${opens.title}, ${opens.organisation}.`}</p>
        </InsetText>
      )}
      <form method="post" action={action} noValidate>
        <Input
          name="code"
          label="Your code"
          hint="Nine letters and numbers. It is on the card or on the board"
          value={code}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          class="govuk-input--width-20"
          {...refusedField(problems, 'code')}
        />
        <Button>Go in</Button>
      </form>
      <ul>
        <li>You need no name and no account.</li>
        <li>An adult reads what you write before others see it.</li>
        <li>You can stop at any time.</li>
      </ul>
      <p>
        Need help now? Call {childline.name}: <a href={childline.href}>{childline.number}</a>. It is free.
      </p>
    </Plain>
  );
}

export function SeatGone({ door }: { readonly door: string }) {
  return (
    <Plain>
      <PageHeading lead="The code was closed, or your browser forgot your seat.">You are not in a room</PageHeading>
      <p>
        <a href={door}>Type the code again</a>
      </p>
      <p>
        Need help now? Call {childline.name}: <a href={childline.href}>{childline.number}</a>. It is free.
      </p>
    </Plain>
  );
}

export function Left({ door }: { readonly door: string }) {
  return (
    <Plain>
      <PageHeading lead="We did not keep your name. What you sent stays.">You have left</PageHeading>
      <p>
        Need help now? Call {childline.name}: <a href={childline.href}>{childline.number}</a>. It is free. In danger:{' '}
        <a href={emergency.href}>{emergency.number}</a>.
      </p>
      <p>
        <a href={door}>Go in again with the code</a>
      </p>
    </Plain>
  );
}
