import type { FieldProblem } from '#base/form.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { PageHeading } from '#ui/page/page.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { easyHints } from '../../easy-read.js';

export interface EasyWordsProps {
  readonly action: string;
  readonly back: string;
  readonly done: string | null;
  readonly problems: readonly FieldProblem[];
  readonly clauses: readonly { readonly id: string; readonly aim: string; readonly text: string }[];
}

/** The lead writes; hints say where a sentence is long or a word is hard, and refuse nothing. */
export function EasyWords({ action, back, done, problems, clauses }: EasyWordsProps) {
  return (
    <>
      <Done>{done}</Done>
      <Refused problems={problems} />
      <PageHeading
        lead={
          'One idea on each line, in short sentences. Read it to somebody, and change what they stumble over. ' +
          'Without words of yours the clause itself is shown line by line.'
        }
      >
        Easy-read words
      </PageHeading>
      <PostForm action={action} noValidate>
        {clauses.map(({ aim, text }, index) => {
          const hints = easyHints(text.split(/\r?\n/));
          return (
            <>
              <Textarea
                name={`easy-${index + 1}`}
                label={`${index + 1}. We will ${aim}`}
                rows={5}
                value={text}
                {...refusedField(problems, `easy-${index + 1}`)}
              />
              {hints.length > 0 && (
                <ul class="soft">
                  {hints.map((hint) => (
                    <li>
                      {hint.code === 'long'
                        ? `This sentence has ${hint.words} words; 15 or fewer are easier to read: “${hint.line}”`
                        : `“${hint.word}” is a hard word. Perhaps: ${hint.plainer}`}
                    </li>
                  ))}
                </ul>
              )}
            </>
          );
        })}
        <ButtonGroup>
          <Button>Save and look for hard words</Button>
          <a href={back}>Back to the charter</a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}
