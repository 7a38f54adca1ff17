import type { FieldProblem } from '#base/form.js';
import { PostForm } from '#ui/form/form.js';
import { Button } from '#ui/button/button.js';
import { Fieldset } from '#ui/fieldset/fieldset.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { PageHeading } from '#ui/page/page.js';
import type { Content } from '#ui/parts.js';
import { Radios } from '#ui/radios/radios.js';
import { Select } from '#ui/select/select.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { audiences, type FrameworkDraft, type ThemeKind } from '../../words.js';
import { audienceWords, kindWords } from '../framework/kinds.view.js';
import { everyTheme, placeField, titleField } from './work-framework.form.js';

export interface EditProps {
  readonly action: string;
  readonly framework: string;
  /** What was typed, or what stands there, by field. */
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

function EditFrame({
  action,
  framework,
  problems,
  heading,
  lead,
  children,
}: Omit<EditProps, 'typed'> & { readonly heading: string; readonly lead?: string; readonly children: Content }) {
  return (
    <>
      <Refused problems={problems} />
      <PageHeading caption={framework} lead={lead}>
        {heading}
      </PageHeading>
      <PostForm action={action} noValidate>
        {children}
        <Button>Save</Button>
      </PostForm>
    </>
  );
}

export function EditAbout(props: EditProps) {
  const { typed, problems } = props;
  return (
    <EditFrame {...props} heading="Name, summary, sources">
      <Input name="name" label="Name" value={typed['name']} {...refusedField(problems, 'name')} />
      <Textarea
        name="summary"
        label="Summary"
        hint="Two or three sentences that a fifteen-year-old understands"
        rows={4}
        value={typed['summary']}
        {...refusedField(problems, 'summary')}
      />
      <Textarea
        name="sources"
        label="Where it comes from"
        hint="One source on each line"
        rows={3}
        value={typed['sources']}
        {...refusedField(problems, 'sources')}
      />
    </EditFrame>
  );
}

export function EditTheme({
  kinds,
  isNew,
  isPublished,
  ...props
}: EditProps & { readonly kinds: readonly ThemeKind[]; readonly isNew: boolean; readonly isPublished: boolean }) {
  const { typed, problems } = props;
  return (
    <EditFrame {...props} heading={isNew ? 'A new theme' : 'A theme'}>
      <Input name="title" label="Title" value={typed['title']} {...refusedField(problems, 'title')} />
      {kinds.length > 1 && isPublished && (
        <p>{`It was published as a ${kindWords[kinds.find((kind) => kind === typed['kind']) ?? 'principle'].one}, and stays one.`}</p>
      )}
      {kinds.length > 1 && !isPublished && (
        <Radios
          name="kind"
          legend="What kind of theme"
          value={typed['kind']}
          items={kinds.map((kind) => ({
            value: kind,
            label: kindWords[kind].one.replace(/^./, (first) => first.toUpperCase()),
            hint: kindWords[kind].about,
          }))}
          {...refusedSet(problems, 'kind')}
        />
      )}
      {(kinds.length === 1 || isPublished) && <input type="hidden" name="kind" value={typed['kind'] ?? kinds[0]} />}
      <Textarea
        name="meaning"
        label="What it means"
        rows={4}
        value={typed['meaning']}
        {...refusedField(problems, 'meaning')}
      />
      <Textarea
        name="examples"
        label="Examples"
        hint="One on each line"
        rows={4}
        value={typed['examples']}
        {...refusedField(problems, 'examples')}
      />
    </EditFrame>
  );
}

export function EditAsk({
  themes,
  isNew,
  isPublished,
  ...props
}: EditProps & { readonly themes: FrameworkDraft['themes']; readonly isNew: boolean; readonly isPublished: boolean }) {
  const { typed, problems } = props;
  const published = audiences.find((one) => one === typed['audience']);
  return (
    <EditFrame {...props} heading={isNew ? 'A new ask' : 'An ask'}>
      <Textarea
        name="text"
        label="What is asked"
        hint="One thing, in one sentence"
        rows={2}
        value={typed['text']}
        {...refusedField(problems, 'text')}
      />
      {isPublished && published ? (
        <>
          <p>{`It was published as an ask of ${audienceWords[published].inside}, and stays one.`}</p>
          <input type="hidden" name="audience" value={published} />
        </>
      ) : (
        <Radios
          name="audience"
          legend="Of whom"
          value={typed['audience']}
          items={audiences.map((one) => ({ value: one, label: audienceWords[one].title }))}
          {...refusedSet(problems, 'audience')}
        />
      )}
      <Select
        name="theme"
        label="Under which theme"
        value={typed['theme']}
        items={[
          { value: everyTheme, text: 'Every theme' },
          ...themes.map((theme) => ({ value: theme.key, text: theme.title })),
        ]}
        {...refusedField(problems, 'theme')}
      />
    </EditFrame>
  );
}

export function EditWording({
  themes,
  isNew,
  ...props
}: EditProps & { readonly themes: FrameworkDraft['themes']; readonly isNew: boolean }) {
  const { typed, problems } = props;
  return (
    <EditFrame
      {...props}
      heading={isNew ? 'Other names of the themes' : 'Other names'}
      lead="Each theme has its name there, and its place among the others."
    >
      <Input
        name="name"
        label="Whose names"
        hint="For example: Young people’s action group"
        value={typed['name']}
        {...refusedField(problems, 'name')}
      />
      {themes.map((theme) => (
        <Fieldset legend={theme.title} legendClass="govuk-fieldset__legend--s">
          <Input
            name={titleField(theme.key)}
            label="Name there"
            value={typed[titleField(theme.key)]}
            {...refusedField(problems, titleField(theme.key))}
          />
          <Input
            name={placeField(theme.key)}
            label="Place there"
            inputmode="numeric"
            value={typed[placeField(theme.key)]}
            class="govuk-input--width-2"
            {...refusedField(problems, placeField(theme.key))}
          />
        </Fieldset>
      ))}
    </EditFrame>
  );
}
