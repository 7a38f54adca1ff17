import type { FieldProblem, Typed } from '#base/form.js';
import type { WayInKind } from '#rooms/heard/taking-part/index.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';
import { WarningText } from '#ui/warning-text/warning-text.js';
import { kindWords } from '../../view-words.js';

export interface WithdrawViewProps {
  readonly survey: string;
  readonly kind: WayInKind;
  readonly label: string;
  /** Null for an open link. */
  readonly setting: string | null;
  /** How many answered, in bands. */
  readonly received: string;
  /** With fewer than ten places: answers that were mixed already can no longer be told from others. */
  readonly isSmall: boolean;
  /** Whoever asks may delete what came by it. */
  readonly mayDestroy: boolean;
  /** False where it is withdrawn already. */
  readonly mayKeep: boolean;
  readonly back: string;
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
}

export function WithdrawView(props: WithdrawViewProps) {
  const { kind, typed, problems } = props;
  const what = kind === 'cards' ? 'Cards that were not used stop working' : 'The code stops working';
  return (
    <>
      <Refused problems={problems} />
      <PageHeading
        caption={props.survey}
        lead={`${kindWords[kind]}${props.setting === null ? '' : `, ${props.setting}`}. Answered: ${props.received}.`}
      >
        {`Withdraw: ${props.label}`}
      </PageHeading>
      <WarningText>{`${what} at once and for good. Answers that still wait on a device without a connection are not taken any more.`}</WarningText>
      <PostForm noValidate>
        {props.mayDestroy && props.mayKeep && (
          <Radios
            {...refusedSet(problems, 'answers')}
            name="answers"
            legend="What happens to the answers that were given with it?"
            value={typed['answers']}
            items={[
              {
                value: 'keep',
                label: 'They count',
                hint: 'For instance when cards were lost before anybody used them',
              },
              {
                value: 'delete',
                label: 'They are deleted',
                hint:
                  'For instance when the code leaked and answers were forged. This cannot be undone. People who ' +
                  'answered with it are told when they open the code again',
              },
            ]}
          />
        )}
        {props.mayDestroy && (
          <p>
            Reviewers still read what people wrote freely, because it may tell of somebody at risk. It is marked, it
            counts nowhere, and nobody else sees it.
            {props.isSmall &&
              ' This code has fewer than ten places: answers that were already mixed with others cannot be told from them and stay.'}
          </p>
        )}
        <Input
          name="reason"
          value={typed['reason'] ?? ''}
          {...refusedField(problems, 'reason')}
          label="Why?"
          hint="“The link was posted in a chat group.” No names"
        />
        <ButtonGroup>
          <Button kind="warning">{kind === 'cards' ? 'Withdraw this batch' : 'Withdraw this code'}</Button>
          <a href={props.back}>Back</a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}
