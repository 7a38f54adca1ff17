import { Button } from '#ui/button/button.js';
import { Input } from '#ui/input/input.js';
import { takingPartPaths } from '../../paths.js';
import { sayIn } from '../../said.js';
import { Languages } from '../languages.view.js';

export interface DoorViewProps {
  readonly language: string;
  /** As it was typed. */
  readonly typed: string;
  readonly isWrong: boolean;
}

/** Where a code is typed. */
export function DoorView({ language, typed, isWrong }: DoorViewProps) {
  const say = sayIn(language);
  return (
    <>
      <Languages say={say} languages={sayIn.tags} language={language} path={(tag) => takingPartPaths.door(tag)} />
      <form method="post" action={takingPartPaths.door()} class="take__form">
        <h1>{say('codeTitle')}</h1>
        <input type="hidden" name="language" value={language} />
        <Input
          name="code"
          label={say('codeLabel')}
          hint={say('codeHint')}
          error={isWrong ? say('codeWrong') : undefined}
          errorPrefix={say('error')}
          value={typed}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          class="take__code"
          attributes={{ dir: 'ltr' }}
        />
        <Button>{say('codeGo')}</Button>
      </form>
    </>
  );
}
