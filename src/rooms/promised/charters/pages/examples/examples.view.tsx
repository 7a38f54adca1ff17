import { PostForm } from '#ui/form/form.js';
import { Button } from '#ui/button/button.js';
import { PageHeading } from '#ui/page/page.js';
import { Pledge } from '#ui/pledge/pledge.js';

export interface ExamplesProps {
  readonly action: string;
  readonly back: string;
  readonly groups: readonly {
    readonly title: string;
    readonly examples: readonly {
      readonly number: number;
      readonly whom: string;
      readonly aim: string;
      readonly steps: readonly string[];
      readonly verb: 'can' | 'feel';
      readonly effect: string;
    }[];
  }[];
}

export function Examples({ action, back, groups }: ExamplesProps) {
  return (
    <>
      <PageHeading lead="Beginnings, not a list to tick off. What you take becomes a clause of yours: change it with your young people.">
        Examples to start from
      </PageHeading>
      {groups.map(({ title, examples }) => (
        <section>
          <h2>{title}</h2>
          {examples.map((one) => (
            <>
              <Pledge
                level={3}
                caption={one.whom}
                aim={one.aim}
                steps={one.steps}
                effect={{ verb: one.verb, words: one.effect }}
              />
              <PostForm action={action}>
                <Button kind="secondary" name="example" value={String(one.number)}>
                  Take it as a clause<span class="govuk-visually-hidden">{`: ${one.aim}`}</span>
                </Button>
              </PostForm>
            </>
          ))}
        </section>
      ))}
      <p>
        <a href={back}>Back to the charter</a>
      </p>
    </>
  );
}
