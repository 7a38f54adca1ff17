import type { FieldProblem, Typed } from '#base/form.js';
import { plainDate } from '#base/london.js';
import { PostForm } from '#ui/form/form.js';
import { Button } from '#ui/button/button.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { Tag } from '#ui/tag/tag.js';
import { basisWords, capacityWords, consentWords, missingWords } from '../../view-words.js';
import { type DataSheet, type Missing, type Signature, signers } from '../../words.js';

export interface SignViewProps {
  readonly name: string;
  readonly sheet: DataSheet;
  readonly languages: readonly string[];
  /** What the sheet says with words of others: instrument, audiences, languages, special items, tables, reviewers. */
  readonly facts: readonly { readonly key: string; readonly lines: readonly string[] }[];
  readonly asksConsent: boolean;
  readonly signature: (Omit<Signature, 'hash'> & { readonly hash: string }) | null;
  readonly isSigned: boolean;
  /** Missing in the sheet; nobody signs half a sheet. */
  readonly missing: readonly Missing[];
  readonly maySign: boolean;
  readonly sheetHref: string;
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
}

const lines = (words: readonly string[]) =>
  words.length === 1 ? (
    words[0]
  ) : (
    <ul>
      {words.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  );

export function SignView(props: SignViewProps) {
  const { sheet, facts, signature, missing, problems, typed } = props;
  return (
    <>
      <Refused problems={problems} />
      <PageHeading
        caption={props.name}
        lead="A data protection officer or the lead of the organisation signs exactly this. Whatever changes of it must be signed again."
      >
        Data sheet and sign-off
      </PageHeading>
      {signature && (
        <p>
          <Tag tone={props.isSigned ? 'green' : 'red'}>{props.isSigned ? 'Signed' : 'No longer valid'}</Tag>{' '}
          {`${signature.name}, ${capacityWords[signature.capacity].toLowerCase()}, on ${plainDate(signature.on)}. Mark of what was signed: `}
          <code>{signature.hash.slice(0, 16)}</code>
        </p>
      )}
      <SummaryList
        rows={[
          { key: 'Purpose', value: sheet.purpose || '-' },
          {
            key: 'Why, as it is told',
            value: (
              <>
                {props.languages.map((tag) => (
                  <p lang={tag} dir="auto">
                    {sheet.why[tag] ?? '-'}
                  </p>
                ))}
              </>
            ),
          },
          { key: 'Lawful basis', value: sheet.basis === null ? '-' : basisWords[sheet.basis].label },
          ...facts.map(({ key, lines: said }) => ({ key, value: said.length === 0 ? 'None' : lines(said) })),
          ...(props.asksConsent ? [{ key: 'Parents', value: consentWords[sheet.consent].label }] : []),
          { key: 'Who sees what', value: sheet.whoSees },
          {
            key: 'Answers are deleted',
            value: `${sheet.retention} months after the last day. If the last day moves to a later one, answers are still deleted on the first of these days`,
          },
          { key: 'Whom to ask', value: sheet.contact || '-' },
          { key: 'Open link', value: sheet.openLink ? 'Yes, not limited to one answer each' : 'No' },
        ]}
      />
      {props.maySign && missing.length > 0 && (
        <section>
          <h2>Before it can be signed</h2>
          <ul>
            {missing.map((one) => (
              <li>{missingWords[one]}</li>
            ))}
          </ul>
          <Button href={props.sheetHref}>Go to the data sheet</Button>
        </section>
      )}
      {props.maySign && missing.length === 0 && !props.isSigned && (
        <PostForm noValidate>
          <h2>Sign</h2>
          <Input
            name="name"
            value={typed['name'] ?? ''}
            {...refusedField(problems, 'name')}
            label="Name of whoever signs"
            autocomplete="name"
          />
          <Radios
            {...refusedSet(problems, 'capacity')}
            name="capacity"
            legend="Signs as"
            value={typed['capacity']}
            items={signers.map((one) => ({ value: one, label: capacityWords[one] }))}
          />
          <Checkboxes
            {...refusedSet(problems, 'read')}
            name="read"
            legend="Before you sign"
            values={typed['read'] === 'yes' ? ['yes'] : []}
            items={[{ value: 'yes', label: 'I have read this data sheet, and the notices that are made from it' }]}
          />
          <Button>Sign the data sheet</Button>
        </PostForm>
      )}
    </>
  );
}
