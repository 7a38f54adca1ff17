/**
 * What a form brought cannot be taken: text longer than its field may ever be, or with a character that cannot be stored. The text goes back to its
 * writer in a form of its own, with everything else that was typed, and is sent again from there. Whoever takes part reads it in their language.
 */
import { PageHeading } from '#ui/page/page.js';
import { Button } from '#ui/button/button.js';
import { ErrorSummary } from '#ui/error-summary/error-summary.js';
import { FileUpload } from '#ui/file-upload/file-upload.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { type Faulty, readable } from './corridor/sent.js';

export interface MendWords {
  readonly problem: string;
  readonly title: string;
  readonly lead: string;
  readonly label: string;
  readonly file: string;
  readonly go: string;
  /** Before a message, to those who cannot see its colour. */
  readonly error: string;
  readonly tooLong: (length: number, atMost: number) => string;
  readonly unreadable: string;
}

export interface MendProps {
  readonly pairs: readonly (readonly [string, string])[];
  readonly faulty: readonly Faulty[];
  /** Names of file fields: a browser sends a file only when its owner chooses it. */
  readonly files: readonly string[];
}

const count = new Intl.NumberFormat('en-GB');

export const mendWords: MendWords = {
  problem: 'There is a problem',
  title: 'This text cannot be saved as it is',
  lead: 'Nothing was saved yet. Change the text below and send it again: the rest of your form is kept.',
  label: 'Your text',
  file: 'Choose the file again, if you sent one',
  go: 'Send again',
  error: 'Error',
  tooLong: (length, atMost) =>
    `This text has ${count.format(length)} characters. It may have ${count.format(atMost)}: shorten it`,
  unreadable: 'This text had a character that cannot be stored. We took it out: check the text',
};

export function MendView({ pairs, faulty, files, words = mendWords }: MendProps & { readonly words?: MendWords }) {
  const messageOf = (one: Faulty) =>
    one.fault === 'unreadable' ? words.unreadable : words.tooLong(one.length, one.atMost);
  const texts = faulty.map((one, at) => ({ ...one, id: `text-${at + 1}`, message: messageOf(one) }));
  const left = [...texts];
  const take = ([name, value]: readonly [string, string]) => {
    const at = left.findIndex((one) => one.name === name && one.value === value);
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  };
  return (
    <>
      <ErrorSummary
        title={words.problem}
        errors={texts.map(({ id, message }) => ({ href: `#${id}`, text: message }))}
      />
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      <form method="post" {...(files.length > 0 ? { encType: 'multipart/form-data' } : {})} noValidate>
        {pairs.map((pair) => {
          const text = take(pair);
          if (text === null) return <input type="hidden" name={pair[0]} value={pair[1]} />;
          return (
            <Textarea
              id={text.id}
              name={text.name}
              rows={12}
              label={words.label}
              value={readable(text.value)}
              error={text.message}
              errorPrefix={words.error}
            />
          );
        })}
        {files.map((name) => (
          <FileUpload id={`file-${name}`} name={name} label={words.file} />
        ))}
        <Button>{words.go}</Button>
      </form>
    </>
  );
}
