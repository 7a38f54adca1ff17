import type { FieldProblem } from '#base/form.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Select } from '#ui/select/select.js';
import { TextButton } from '#ui/text-button/text-button.js';
import { WarningText } from '#ui/warning-text/warning-text.js';
import { directionOf, languageName } from '../../view-words.js';
import type { TitleTyped } from './about.form.js';

export interface AboutViewProps {
  readonly title: string;
  readonly seen: string;
  readonly done: string | null;
  readonly typed: TitleTyped;
  readonly problems: readonly FieldProblem[];
  readonly languages: readonly { readonly tag: string; readonly texts: number; readonly sounds: number }[];
  readonly offers: readonly string[];
  /** The language that is about to be left out. */
  readonly leaving: string | null;
}

const counted = (many: number, one: string, more: string): string => `${many} ${many === 1 ? one : more}`;

export function AboutView(props: AboutViewProps) {
  const { problems, typed, languages } = props;
  const leaving = languages.find(({ tag }) => tag === props.leaving);
  return (
    <>
      <Refused problems={problems} />
      <Done>{props.done}</Done>
      <PageHeading caption={props.title}>Title and languages</PageHeading>
      <PostForm noValidate>
        <input type="hidden" name="seen" value={props.seen} />
        <button class="govuk-visually-hidden" name="act" value="save" tabIndex={-1} aria-hidden="true">
          Save
        </button>
        {leaving && (
          <>
            <WarningText>
              {`${languageName(leaving.tag)} goes with ` +
                `${counted(leaving.texts, 'text', 'texts')}${
                  leaving.sounds === 0
                    ? ''
                    : `
              and ${counted(leaving.sounds, 'recording', 'recordings')}`
                }. ` +
                `Versions that are sealed keep it.`}
            </WarningText>
            <ButtonGroup>
              <Button kind="warning" name="act" value={`drop ${leaving.tag}`} attributes={{ autofocus: true }}>
                {`Leave ${languageName(leaving.tag)} out`}
              </Button>
              <Button kind="secondary" name="act" value="keep">
                Keep it
              </Button>
            </ButtonGroup>
          </>
        )}
        <h2>Title</h2>
        {languages.map(({ tag }) => {
          const { error, attributes } = refusedField(problems, `title-${tag}`);
          return (
            <Input
              {...(error === undefined ? {} : { error })}
              attributes={{ ...attributes, lang: tag, dir: directionOf(tag) }}
              name={`title-${tag}`}
              label={`Title in ${languageName(tag)}`}
              value={typed[tag] ?? ''}
            />
          );
        })}
        <Button name="act" value="save">
          Save the title
        </Button>
        <h2>Languages</h2>
        <p>{`All others are made from ${languageName(languages[0]?.tag ?? 'en')}. Where words are not there in a language, people read those.`}</p>
        <ul>
          {languages.map(({ tag, texts }, index) => (
            <li>
              {`${languageName(tag)}: ${counted(texts, 'text', 'texts')} `}
              {index > 0 && tag !== props.leaving && (
                <TextButton name="act" value={`leave ${tag}`} about={languageName(tag)}>
                  Leave out
                </TextButton>
              )}
            </li>
          ))}
        </ul>
        <Select
          {...refusedField(problems, 'language')}
          name="language"
          label="Another language"
          items={[
            { value: '', text: 'Choose one' },
            ...props.offers.map((tag) => ({ value: tag, text: languageName(tag) })),
          ]}
        />
        <Button kind="secondary" name="act" value="language">
          Add the language
        </Button>
      </PostForm>
    </>
  );
}
