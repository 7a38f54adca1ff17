import { plainDate } from '#base/london.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Refused } from '#ui/error-summary/refused.js';
import { PageHeading } from '#ui/page/page.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';

export interface HeadAnswerProps {
  readonly action: string;
  readonly home: string;
  readonly asker: string;
  readonly survey: string;
  readonly asked_on: string;
  readonly head: string;
  readonly error: string | null;
}

export function HeadAnswer({ action, home, asker, survey, asked_on, head, error }: HeadAnswerProps) {
  return (
    <>
      <Refused problems={error === null ? [] : [{ field: 'answer', message: error }]} />
      <PageHeading
        caption={home}
        lead={`${asker} asks which class session something came from that young people wrote, because somebody may not be safe.`}
      >
        A request for a session
      </PageHeading>
      <SummaryList
        rows={[
          { key: 'Asked by', value: `${asker}, safeguarding lead, on ${plainDate(asked_on)}` },
          { key: 'Survey', value: survey },
          { key: 'You answer as', value: `${head}, head` },
        ]}
      />
      <p>
        {`If you agree, ${asker} learns what the session was called: a class and a time. Not who the child is: no ` +
          `name was ever asked. You do not see what was written.`}
      </p>
      <p>{`Agree only if you know that ${asker} is a safeguarding lead of ${home} and has asked. If you are not sure, ask them first.`}</p>
      <form method="post" action={action} id="answer">
        <ButtonGroup>
          <Button name="answer" value="release">
            Yes, name the session
          </Button>
          <Button kind="secondary" name="answer" value="decline">
            No
          </Button>
        </ButtonGroup>
      </form>
    </>
  );
}

export function HeadAnswered({ asker, grants }: { readonly asker: string; readonly grants: boolean }) {
  return (
    <>
      <PageHeading
        lead={
          grants
            ? `${asker} can now see what the session was called, and is told by email.`
            : `You said no. ${asker} is told by email.`
        }
      >
        Thank you
      </PageHeading>
      <p>Your answer is in the record. The link in your email no longer works.</p>
    </>
  );
}

export function HeadLinkGone() {
  return (
    <>
      <PageHeading lead="A link works once, for 7 days. This one was used, is too old, or the request has an answer already.">
        This request has ended
      </PageHeading>
      <p>If a safeguarding lead still needs your answer, ask them to send the request again.</p>
    </>
  );
}
