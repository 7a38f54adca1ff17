import { Button } from '#ui/button/button.js';
import { FileUpload } from '#ui/file-upload/file-upload.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { takingPartPaths } from '../../paths.js';
import type { Say, Sentence } from '../../said.js';

export interface HandedInCounts {
  readonly arrived: number;
  readonly refused: number;
  readonly later: number;
}

export interface UnsentViewProps {
  readonly say: Say;
  readonly language: string;
  readonly problem: Sentence | null;
  readonly done: HandedInCounts | null;
}

export function UnsentView({ say, language, problem, done }: UnsentViewProps) {
  return (
    <>
      <h1>{say('unsentTitle')}</h1>
      {done !== null && (
        <InsetText attributes={{ role: 'status' }}>
          <p>
            <strong>{say('unsentDone', { ...done })}</strong>
          </p>
          <p>{say('unsentWhy')}</p>
        </InsetText>
      )}
      <p class="lead">{say('unsentLead')}</p>
      <form method="post" action={takingPartPaths.unsent()} enctype="multipart/form-data" novalidate>
        <input type="hidden" name="language" value={language} />
        <FileUpload
          name="file"
          label={say('unsentFile')}
          accept=".json,application/json"
          error={problem === null ? undefined : say(problem)}
          errorPrefix={say('error')}
        />
        <Button>{say('unsentGo')}</Button>
      </form>
    </>
  );
}
