import type { FieldProblem } from '#base/form.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { PageHeading } from '#ui/page/page.js';
import { Tag } from '#ui/tag/tag.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { stateWords } from '../../view-words.js';
import type { MemberState } from '../../words.js';

export interface MemberViewProps {
  readonly action: string;
  readonly back: string;
  readonly network: string;
  readonly name: string;
  readonly state: MemberState;
  readonly acts: readonly ('admit' | 'refuse' | 'remove')[];
  readonly role: string;
  readonly reason: string;
  readonly problems: readonly FieldProblem[];
}

export function MemberView({ action, back, network, name, state, acts, role, reason, problems }: MemberViewProps) {
  const ends = acts.filter((act) => act !== 'admit');
  return (
    <>
      <Refused problems={problems} />
      <PageHeading caption={network}>{name}</PageHeading>
      <p>
        <Tag tone={stateWords[state].tone}>{stateWords[state].text}</Tag>
      </p>
      {acts.includes('admit') && (
        <PostForm action={action} noValidate>
          <Button name="act" value="admit">
            Let it in
          </Button>
        </PostForm>
      )}
      {state === 'joined' && (
        <PostForm action={action} noValidate>
          <Input
            name="role"
            label="What it does in the network"
            hint="“Chair”, “Secretary”. Empty: it is a member like others"
            value={role}
            {...refusedField(problems, 'role')}
          />
          <Button kind="secondary">Save</Button>
        </PostForm>
      )}
      {ends.length > 0 && (
        <section>
          <h2>{state === 'asked' ? 'Not let it in' : 'Remove it'}</h2>
          <PostForm action={action} noValidate>
            <Textarea
              name="reason"
              label="Why"
              hint="The organisation reads it, in a letter and in its workspace"
              rows={4}
              value={reason}
              {...refusedField(problems, 'reason')}
            />
            <ButtonGroup>
              {ends.map((act) => (
                <Button name="act" value={act} kind="warning">
                  {act === 'refuse' ? 'Do not let it in' : 'Remove it'}
                </Button>
              ))}
            </ButtonGroup>
          </PostForm>
        </section>
      )}
      <p>
        <a href={back}>Back to the network</a>
      </p>
    </>
  );
}
