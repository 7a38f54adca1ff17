import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { Input } from '#ui/input/input.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';
import { Select } from '#ui/select/select.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { Button } from '#ui/button/button.js';
import { inLanguage, wordsFor } from '../../rules.js';
import { yesOrNoOptions } from '../../said.js';
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
}

/** One item as it is asked, in the language and the words of an audience. */
export function Asked({ item, audience, language, first, position }: { readonly item: Item; readonly audience: Audience; readonly language: string; readonly first: string; readonly position: number }) {
  const words = wordsFor(item, audience, language, first);
  const hint = inLanguage(item.hints, language, first) || undefined;
  const name = `item-${item.key}`;
  const options = (item.kind === 'yes or no' ? yesOrNoOptions : item.options).map((option) => ({ value: option.key, label: inLanguage(option.texts, language, first) }));
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

export function PreviewView({ title, action, audience, audiences, language, languages, items }: PreviewViewProps) {
  const [first = 'en'] = languages;
  return (
    <>
      <PageHeading caption={title} lead="The questions as this audience reads them. Nothing that you choose here is sent or kept.">
        How it is asked
      </PageHeading>
      <form class="filter" method="get" action={action}>
        <Select id="audience" name="audience" label="Audience" value={audience} items={audiences.map((one) => ({ value: one, text: audienceWords[one] }))} />
        <Select id="language" name="language" label="Language" value={language} items={languages.map((tag) => ({ value: tag, text: languageName(tag) }))} />
        <Button kind="secondary">Show</Button>
      </form>
      <div lang={language} dir={directionOf(language)}>
        {items.map((item, index) => (
          <Asked item={item} audience={audience} language={language} first={first} position={items.slice(0, index + 1).filter(({ kind }) => kind !== 'information').length} />
        ))}
      </div>
    </>
  );
}
