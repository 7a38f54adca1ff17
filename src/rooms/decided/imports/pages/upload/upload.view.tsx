import type { FieldProblem } from '#base/form.js';
import { PostForm } from '#ui/form/form.js';
import { Button } from '#ui/button/button.js';
import { Details } from '#ui/details/details.js';
import { FileUpload } from '#ui/file-upload/file-upload.js';
import { PageHeading } from '#ui/page/page.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { importPaths } from '../../paths.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';

export interface UploadProps {
  readonly text: string;
  readonly problems: readonly FieldProblem[];
}

export function Upload({ text, problems }: UploadProps) {
  return (
    <>
      <Refused problems={problems} />
      <PageHeading lead="Kept reads what is there, shows you what does not add up, and publishes it again when you say so.">
        Import a published pack
      </PageHeading>
      <PostForm action={importPaths.upload()} encType="multipart/form-data" noValidate>
        <FileUpload
          name="pack"
          label="Agenda pack or minutes"
          hint="A PDF with text, up to 60 MB; or a saved web page (HTML), Markdown or plain text, up to 10 MB"
          accept=".pdf,.html,.htm,.md,.markdown,.txt"
          {...refusedField(problems, 'pack')}
        />
        <Details summary="Or paste the text" open={text !== ''}>
          <Textarea
            name="text"
            label="Text of the pack or minutes"
            rows={10}
            value={text}
            spellcheck={false}
            {...refusedField(problems, 'text')}
          />
        </Details>
        <Button>Read it</Button>
      </PostForm>
      <p class="soft">Nothing is published by reading. The same file twice is one import.</p>
    </>
  );
}
