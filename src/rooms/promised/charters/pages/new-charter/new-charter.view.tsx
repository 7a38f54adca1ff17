import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Details } from '#ui/details/details.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { PageHeading } from '#ui/page/page.js';
import { Pledge } from '#ui/pledge/pledge.js';
import { Textarea } from '#ui/textarea/textarea.js';
import type { CharterReading } from '../../reading.js';
import { AboutFields, type AboutProps } from '../about/about.view.js';

export interface NewCharterProps extends AboutProps {
  /** What was understood of a pasted text; null before one was looked at. */
  readonly reading: { readonly found: CharterReading; readonly themes: ReadonlyMap<string, string | null> } | null;
}

export function NewCharter(props: NewCharterProps) {
  const { reading } = props;
  return (
    <>
      <Refused problems={props.problems} />
      <PageHeading lead="Begin with an empty page, or paste a charter that you have. Young people come in by a code when you open it for them.">
        Start a charter
      </PageHeading>
      <PostForm action={props.action} noValidate>
        <AboutFields {...props} />
        <Textarea
          name="text"
          label="Paste a charter (if there is one)"
          hint="Sentences that begin with “We will” become clauses. What is no clause is kept beside them"
          rows={reading === null ? 8 : 5}
          value={props.typed['text'] ?? ''}
          {...refusedField(props.problems, 'text')}
        />
        {reading !== null && <Preview {...reading} />}
        <ButtonGroup>
          {reading === null ? (
            <Button>Go on</Button>
          ) : (
            <Button
              name="act"
              value="save"
            >{`Start with ${reading.found.clauses.length === 1 ? 'this clause' : `these ${reading.found.clauses.length} clauses`}`}</Button>
          )}
          {reading !== null && (
            <Button kind="secondary" name="act" value="look">
              Look at the text again
            </Button>
          )}
          <a href={props.back}>Back without saving</a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}

function Preview({ found, themes }: NonNullable<NewCharterProps['reading']>) {
  const withoutSteps = found.clauses.filter(({ steps }) => steps.length === 0).length;
  return (
    <section>
      <h2 id="understood">What was understood</h2>
      <InsetText>
        <p>
          <strong>{`${found.clauses.length} ${found.clauses.length === 1 ? 'clause' : 'clauses'}`}</strong>
          {found.clauses.length > 0 &&
            ', none with an owner or a date: those are yours to give. Until then each says “no date yet”.'}
        </p>
        {withoutSteps > 0 && (
          <p>{`${withoutSteps} ${withoutSteps === 1 ? 'has no steps' : 'have no steps'}: the text gives none, so none were made up.`}</p>
        )}
        {found.unplaced.length > 0 && (
          <p>{`${found.unplaced.length} ${found.unplaced.length === 1 ? 'line belongs' : 'lines belong'} to no clause.`}</p>
        )}
      </InsetText>
      {[...Map.groupBy(found.clauses, ({ heading }) => heading)].map(([heading, clauses]) => (
        <>
          <h3>{heading === '' ? 'Without a heading' : heading}</h3>
          {heading !== '' && (
            <p class="soft">
              {themes.get(heading) === null || themes.get(heading) === undefined
                ? 'No theme of the framework has this name. You can choose one for each clause.'
                : `In the framework: ${themes.get(heading) ?? ''}`}
            </p>
          )}
          {clauses.map(({ aim, steps, effect }) => (
            <Pledge aim={aim === '' ? '…' : aim} steps={steps} effect={effect} level={4} />
          ))}
        </>
      ))}
      {found.unplaced.length > 0 && (
        <Details summary={`Lines that belong to no clause (${found.unplaced.length})`}>
          <p>They are kept with the charter, where only your organisation sees them.</p>
          <ul>
            {found.unplaced.map(({ text, line }) => (
              <li>{`Line ${line}: ${text.trim()}`}</li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  );
}
