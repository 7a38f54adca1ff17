/** A form that was not saved, as it can be sent again: what was typed can be read and changed, what was chosen travels along unseen. */
import { Button } from '#ui/button/button.js';
import { FileUpload } from '#ui/file-upload/file-upload.js';
import { Input } from '#ui/input/input.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { type FieldLimits, limitOf } from '../fields.js';

type Pair = readonly [name: string, value: string];

export interface Typed {
  /** Where it stands among the pairs. */
  readonly at: number;
  readonly id: string;
  readonly length: 'line' | 'text' | 'document';
}

/** Which of the pairs somebody typed. */
export function typedIn(pairs: readonly Pair[], fields: FieldLimits): readonly Typed[] {
  return pairs.flatMap(([name, value], at) => {
    const length = limitOf(fields, name)?.length;
    return length === undefined || length === 'choice' || value === '' ? [] : [{ at, id: `typed-${at + 1}`, length }];
  });
}

/** A field's name as somebody can read it: "closes-on-day" is no label, and better than none. */
function labelOf(name: string): string {
  const words = name.replaceAll(/[-_.:]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export interface TypedAgainProps {
  readonly pairs: readonly Pair[];
  readonly fields: FieldLimits;
  /** Names of file fields: a browser sends a file only when its owner chooses it. */
  readonly files: readonly string[];
  /** What the button says; null where it cannot be sent from here, and is only there to be copied. */
  readonly go: string | null;
}

export function TypedAgain({ pairs, fields, files, go }: TypedAgainProps) {
  const typed = typedIn(pairs, fields);
  return (
    <form method="post" {...(files.length > 0 ? { encType: 'multipart/form-data' } : {})} noValidate>
      {pairs.map(([name, value], at) => {
        const shown = typed.find((one) => one.at === at);
        if (!shown) return <input type="hidden" name={name} value={value} />;
        if (shown.length === 'line') return <Input id={shown.id} name={name} label={labelOf(name)} value={value} />;
        return <Textarea id={shown.id} name={name} rows={8} label={labelOf(name)} value={value} />;
      })}
      {go !== null &&
        files.map((name) => (
          <FileUpload id={`file-${name}`} name={name} label="Choose the file again, if you sent one" />
        ))}
      {go !== null && <Button id="send">{go}</Button>}
    </form>
  );
}
