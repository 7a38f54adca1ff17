import { PostForm } from '#ui/form/form.js';
import { Button } from '#ui/button/button.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { Details } from '#ui/details/details.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';
import { FileUpload } from '#ui/file-upload/file-upload.js';
import { PageHeading } from '#ui/page/page.js';
import { type BadLine, BadLines } from '#ui/table/bad-lines.js';
import { careOfferPaths } from '../../paths.js';

export interface UploadOffersProps {
  readonly publish: boolean;
  /** Whether offers that stand here already are to say what the file says. */
  readonly change: boolean;
  /** Why the file was not taken; null before one was sent. */
  readonly message: string | null;
  /** Its bad lines, the first of them. */
  readonly rows: readonly BadLine[];
  readonly broken: number;
  readonly columns: readonly string[];
}

export function UploadOffers({ publish, change, message, rows, broken, columns }: UploadOffersProps) {
  const problems = message === null ? [] : [{ field: 'offers', message }];
  return (
    <>
      <Refused problems={problems} />
      <PageHeading lead="A table as CSV, one offer on each line. All lines are taken or none, and every line that is wrong is named.">
        Bring in a file of offers
      </PageHeading>
      <BadLines lines={rows} broken={broken} />
      <PostForm action={careOfferPaths.upload()} encType="multipart/form-data" noValidate>
        <FileUpload
          name="offers"
          label="File of offers (CSV)"
          hint="Up to 2,000 offers"
          accept=".csv"
          {...refusedField(problems, 'offers')}
        />
        <Checkboxes
          name="publish"
          items={[{ value: 'yes', label: 'Publish them at once', hint: 'Otherwise they come in as drafts' }]}
          values={publish ? ['yes'] : []}
        />
        <Checkboxes
          name="change"
          items={[
            {
              value: 'yes',
              label: 'Change offers that are here already',
              hint: 'An offer is the same if its provider and title are the same',
            },
          ]}
          values={change ? ['yes'] : []}
        />
        <Button>Bring it in</Button>
      </PostForm>
      <p>
        <a href={careOfferPaths.template()}>Take a file with the names of the columns</a>
      </p>
      <Details summary="What goes into which column">
        <p>
          {`The columns are: ${columns.join('; ')}. The first three must be there. Several kinds, statuses or ` +
            `groups in one cell have a semicolon between them, steps a vertical bar. A date is like 26/11/2026. What ` +
            `is empty is not known.`}
        </p>
      </Details>
    </>
  );
}
