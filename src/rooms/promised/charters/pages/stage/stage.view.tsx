import type { FieldProblem, Typed } from '#base/form.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { stageWords } from '../../view-words.js';
import type { Stage } from '#rooms/promised/together/index.js';

export interface Common {
  readonly action: string;
  readonly back: string;
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
}

export interface GoBackProps extends Common {
  readonly stage: Stage;
  readonly stages: readonly Stage[];
}

export function GoBack({ action, back, typed, problems, stage, stages }: GoBackProps) {
  const isNext = stage === 'published';
  return (
    <>
      <Refused problems={problems} />
      <PageHeading
        lead={
          isNext
            ? 'What is published stays as it is until you publish again.'
            : stage === 'vote'
              ? 'The votes are deleted and never counted. A new vote starts from zero.'
              : 'What was written stays.'
        }
      >
        {isNext ? 'Work on the next version' : 'Go back a stage'}
      </PageHeading>
      <PostForm action={action} noValidate>
        <Radios
          name="to"
          legend="Back to"
          value={typed['to'] ?? stages.at(-1)}
          items={stages.map((one) => ({ value: one, label: stageWords[one].text, hint: stageWords[one].about }))}
          {...refusedSet(problems, 'to')}
        />
        <Textarea
          name="reason"
          label="Why"
          hint="Your colleagues see it in the list of stages"
          rows={3}
          value={typed['reason'] ?? ''}
          {...refusedField(problems, 'reason')}
        />
        <ButtonGroup>
          <Button>Go back</Button>
          <a href={back}>Leave it as it is</a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}
