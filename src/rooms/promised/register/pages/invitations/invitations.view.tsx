import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Details } from '#ui/details/details.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';
import { FileUpload } from '#ui/file-upload/file-upload.js';
import { PageHeading } from '#ui/page/page.js';
import { type BadLine, BadLines } from '#ui/table/bad-lines.js';

export interface UploadProps {
  readonly framework: string;
  readonly action: string;
  readonly back: string;
  readonly columnsHref: string;
  readonly message: string | null;
  readonly rows: readonly BadLine[];
  readonly broken: number;
}

export function UploadInvitations({ framework, action, back, columnsHref, message, rows, broken }: UploadProps) {
  const problems = message === null ? [] : [{ field: 'invitations', message }];
  return (
    <>
      <Refused problems={problems} />
      <PageHeading
        caption={framework}
        lead="A table as CSV, one body on each line. All lines are taken or none, and every line that is wrong is named."
      >
        Invite many with a file
      </PageHeading>
      <BadLines lines={rows} broken={broken} />
      <PostForm action={action} encType="multipart/form-data" noValidate>
        <FileUpload
          name="invitations"
          label="File of invitations (CSV)"
          hint="Up to 500 lines"
          accept=".csv"
          {...refusedField(problems, 'invitations')}
        />
        <ButtonGroup>
          <Button>Invite them all</Button>
          <a href={back}>Back to the register</a>
        </ButtonGroup>
      </PostForm>
      <p>
        <a href={columnsHref}>Take a file with the names of the columns</a>
      </p>
      <Details summary="What goes into which column">
        <p>
          Kind: authority, school, trust or group. Official number: the GSS code of a council or the URN of a school;
          empty for a trust or a group. Name: of a trust or a group; others have the name of the directory. Area code:
          the GSS code of the council where a trust or group works, or empty. Email for the letter: to whom the letter
          goes, or empty for no letter.
        </p>
      </Details>
    </>
  );
}
