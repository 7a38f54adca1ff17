import { PostForm } from '#ui/form/form.js';
import { Button } from '#ui/button/button.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';

export interface WorkplacesProps {
  readonly action: string;
  readonly current: string;
  readonly workplaces: readonly { readonly id: string; readonly name: string }[];
  readonly person: string;
  /** Where one sees who else acts for the organisation; null for somebody who does not lead it. */
  readonly colleagues: string | null;
}

export function Workplaces({ action, person, current, workplaces, colleagues }: WorkplacesProps) {
  const [only, ...others] = workplaces;
  return (
    <>
      <PageHeading caption={person} lead="What you see and do in the workspace belongs to one organisation at a time.">
        Your organisations
      </PageHeading>
      {only && others.length === 0 ? (
        <p>You work for {only.name}.</p>
      ) : (
        <PostForm action={action}>
          <Radios
            name="organisation"
            legend="Work for"
            value={current}
            items={workplaces.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button>Work for it</Button>
        </PostForm>
      )}
      {colleagues !== null && (
        <p>
          <a href={colleagues}>Colleagues: who acts for your organisation, and inviting somebody</a>
        </p>
      )}
    </>
  );
}
