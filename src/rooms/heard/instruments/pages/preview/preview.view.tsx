import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { Details } from '#ui/details/details.js';
import { Input } from '#ui/input/input.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';
import { Select } from '#ui/select/select.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { Button } from '#ui/button/button.js';
import { inLanguage, wordsFor } from '../../rules.js';
import { yesOrNoOptions } from '../../kept-own-words.js';
import { audienceWords, directionOf, languageName } from '../../view-words.js';
import type { Audience, Item } from '../../words.js';

export interface PreviewViewProps {
  readonly title: string;
  readonly action: string;
  readonly audience: Audience;
  readonly audiences: readonly Audience[];
  readonly language: string;
  readonly languages: readonly string[];
  readonly items: readonly Item[];
  /** Where one question is open alone; null where all are shown. */
  readonly open: {
    readonly item: Item;
    readonly before: string | null;
    readonly after: string | null;
    readonly all: string;
    readonly change: string;
    readonly advice: readonly string[];
  } | null;
  readonly one: (key: string) => string;
}

/** One item as it is asked, in the language and the words of an audience. */
export function Asked({
  item,
  audience,
  language,
  first,
  position,
}: {
  readonly item: Item;
  readonly audience: Audience;
  readonly language: string;
  readonly first: string;
  readonly position: number;
}) {
  const words = wordsFor(item, audience, language, first);
  const hint = inLanguage(item.hints, language, first) || undefined;
  const name = `item-${item.key}`;
  const options = (item.kind === 'yes or no' ? yesOrNoOptions : item.options).map((option) => ({
    value: option.key,
    label: inLanguage(option.texts, language, first),
  }));
  const label = `${position}. ${words}`;
  switch (item.kind) {
    case 'information':
      return <p class="lead">{words}</p>;
    case 'choose':
      return <Checkboxes name={name} legend={label} hint={hint} items={options} />;
    case 'choice':
    case 'scale':
    case 'group':
    case 'yes or no':
      return <Radios name={name} legend={label} hint={hint} items={options} />;
    case 'number':
      return <Input name={name} label={label} hint={hint} inputmode="numeric" />;
    case 'short text':
      return <Input name={name} label={label} hint={hint} />;
    case 'long text':
      return <Textarea name={name} label={label} hint={hint} />;
  }
}

export function PreviewView({
  title,
  action,
  audience,
  audiences,
  language,
  languages,
  items,
  open,
  one,
}: PreviewViewProps) {
  const [first = 'en'] = languages;
  const position = (item: Item): number =>
    items.slice(0, items.indexOf(item) + 1).filter(({ kind }) => kind !== 'information').length;
  return (
    <>
      <PageHeading
        caption={title}
        lead="The questions as this audience reads them. Nothing that you choose here is sent or kept."
      >
        How it is asked
      </PageHeading>
      <form class="filter" method="get" action={action}>
        {open !== null && <input type="hidden" name="item" value={open.item.key} />}
        <Select
          id="audience"
          name="audience"
          label="Audience"
          value={audience}
          items={audiences.map((each) => ({ value: each, text: audienceWords[each] }))}
        />
        <Select
          id="language"
          name="language"
          label="Language"
          value={language}
          items={languages.map((tag) => ({ value: tag, text: languageName(tag) }))}
        />
        <Button kind="secondary">Show</Button>
      </form>
      {open === null ? (
        items.map((item) => (
          <>
            <div lang={language} dir={directionOf(language)}>
              <Asked item={item} audience={audience} language={language} first={first} position={position(item)} />
            </div>
            <p>
              <a href={one(item.key)}>
                Open this one alone
                <span class="govuk-visually-hidden">: {wordsFor(item, audience, language, first)}</span>
              </a>
            </p>
          </>
        ))
      ) : (
        <>
          <div lang={language} dir={directionOf(language)}>
            <Asked
              item={open.item}
              audience={audience}
              language={language}
              first={first}
              position={position(open.item)}
            />
          </div>
          {open.advice.length > 0 && (
            <Details summary="How it reads to a primary student" open>
              <ul>
                {open.advice.map((line) => (
                  <li>{line}</li>
                ))}
              </ul>
              <p>This is advice, counted from the words in English. It says nothing on what a question means.</p>
            </Details>
          )}
          <p class="row-acts">
            {open.before !== null && <a href={open.before}>The one before</a>}
            {open.after !== null && <a href={open.after}>The next one</a>}
            <a href={open.all}>All questions</a>
            <a href={open.change}>Change it</a>
          </p>
        </>
      )}
    </>
  );
}
