import type { FieldProblem } from '#base/form.js';
import { PostForm } from '#ui/form/form.js';
import { Button } from '#ui/button/button.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';
import { Select } from '#ui/select/select.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { costWords, dutyWords } from '../../view-words.js';
import { careGroups, careStatuses, costs, duties, groupWords, statusWords } from '../../words.js';
import type { OfferContext, Typed } from './edit-offer.form.js';

export interface EditOfferProps {
  readonly action: string;
  readonly heading: string;
  readonly context: OfferContext;
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
}

export function NoOffers() {
  return (
    <>
      <PageHeading>No offers here</PageHeading>
      <p>
        Offers are kept by authorities, programmes and associations, and each belongs to a kind of ask of a published
        list. Either your organisation is none of these, or there is no published list of asks that has not ended.
      </p>
    </>
  );
}

const dateHint = 'Day, month and year, like 26/11/2026. Leave it empty if there is none';

export function EditOffer({ action, heading, context, typed, problems }: EditOfferProps) {
  const text = (name: string, label: string, hint?: string) => (
    <Input name={name} label={label} hint={hint} value={typed.get(name)} {...refusedField(problems, name)} />
  );
  const short = (name: string, label: string, hint?: string) => (
    <Input
      name={name}
      label={label}
      hint={hint}
      value={typed.get(name)}
      class="govuk-input--width-10"
      {...refusedField(problems, name)}
    />
  );
  const chosen = (name: string, otherwise: string) => typed.get(name) || otherwise;
  const legend = 'govuk-fieldset__legend--s';
  return (
    <>
      <Refused problems={problems} />
      <PageHeading
        lead={
          'It stays a draft until you publish it. What you do not know, leave as “not known”: readers are told to ' +
          'ask, and nobody reads a no into it.'
        }
      >
        {heading}
      </PageHeading>
      <PostForm action={action} noValidate>
        <h2>What it is</h2>
        {text('title', 'Name of the offer', 'As a young person would say it: “Money for driving lessons”')}
        <Textarea
          name="what"
          label="What it is, in plain words"
          rows={4}
          value={typed.get('what')}
          {...refusedField(problems, 'what')}
        />
        <Checkboxes
          name="kinds"
          legend="Kinds of ask"
          legendClass={legend}
          values={typed.all('kinds')}
          items={context.kinds.map(({ key, title }) => ({ value: key, label: title }))}
          {...refusedSet(problems, 'kinds')}
        />
        <Select
          name="ask"
          label="The ask that it answers, if it answers one"
          value={typed.get('ask')}
          items={[
            { value: '', text: 'None in particular' },
            ...context.asks.map(({ key, body }) => ({ value: key, text: body })),
          ]}
          {...refusedField(problems, 'ask')}
        />
        <Radios
          name="answers"
          legend="What does it mean for the ask?"
          legendClass={legend}
          hint="An offer by itself says nothing of the whole. What you choose here is shown as coverage when the offer is published."
          value={chosen('answers', 'nothing')}
          items={[
            { value: 'offered', label: 'With it the ask, or the kind, is answered in full' },
            { value: 'partly', label: 'It answers a part' },
            { value: 'nothing', label: 'I leave this open' },
          ]}
          {...refusedSet(problems, 'answers')}
        />
        <Radios
          name="duty"
          legend="Law or choice"
          legendClass={legend}
          value={chosen('duty', 'not known')}
          items={duties.map((duty) => ({ value: duty, label: dutyWords[duty] }))}
          {...refusedSet(problems, 'duty')}
        />
        {!context.keeper.isAuthority && (
          <>
            <h2>Whose it is</h2>
            {text('provider', 'Provider', `Leave it empty for an offer of ${context.keeper.name} itself`)}
            {short('providerCode', 'GSS code of the provider, if it is an authority', 'Like E08000037')}
            {text(
              'printed',
              'Where the offer is printed',
              'Needed for an offer of somebody else. Readers are told that the provider has not confirmed it.',
            )}
          </>
        )}
        <h2>Who may have it</h2>
        <Checkboxes
          name="who"
          legend="Which care leavers"
          legendClass={legend}
          values={typed.all('who')}
          items={[
            ...careStatuses.map((status) => ({
              value: status,
              label: status.charAt(0).toUpperCase() + status.slice(1),
              hint: statusWords[status].means,
            })),
            { value: 'any', label: 'Every care leaver' },
            { divider: 'or' },
            { value: 'not known', label: 'Not known', behaviour: 'exclusive' as const },
          ]}
          {...refusedSet(problems, 'who')}
        />
        <Checkboxes
          name="groups"
          legend="Only for"
          legendClass={legend}
          hint="Leave all empty if it is for no group in particular"
          values={typed.all('groups')}
          items={careGroups.map((group) => ({ value: group, label: groupWords[group].name }))}
          {...refusedSet(problems, 'groups')}
        />
        <Radios
          name="ages"
          legend="Age"
          legendClass={legend}
          value={chosen('ages', 'not known')}
          items={[
            { value: 'any', label: 'Any age' },
            { value: 'limits', label: 'Only between these ages' },
            { value: 'not known', label: 'Not known' },
          ]}
          {...refusedSet(problems, 'ages')}
        />
        {short('ageMin', 'Lowest age')}
        {short('ageMax', 'Highest age')}
        <Radios
          name="reach"
          legend="Whom it reaches"
          legendClass={legend}
          value={chosen('reach', 'not known')}
          items={[
            { value: 'own', label: 'Young people whom the authority looked after' },
            { value: 'residents', label: 'Care leavers who live in the area, whoever looked after them' },
            { value: 'either', label: 'Both of these' },
            { value: 'anyone', label: 'Care leavers everywhere in England' },
            { value: 'not known', label: 'Not known' },
          ]}
          {...refusedSet(problems, 'reach')}
        />
        {text(
          'areas',
          'Authorities that this is about',
          'GSS codes with commas between them. Leave it empty for the provider’s own area.',
        )}
        <Radios
          name="outside"
          legend="Does it hold for those who live outside the area?"
          legendClass={legend}
          value={chosen('outside', 'not known')}
          inline
          items={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
            { value: 'not known', label: 'Not known' },
          ]}
          {...refusedSet(problems, 'outside')}
        />
        {text('also', 'Another condition', 'In a plain sentence: “You are looking for work.”')}
        <h2>How to get it</h2>
        {text('amount', 'How much', 'Like “up to £400 a year”')}
        <Radios
          name="cost"
          legend="What does it cost the young person?"
          legendClass={legend}
          hint="Only what you choose here is passed on to other directories."
          value={chosen('cost', 'not known')}
          items={costs.map((cost) => ({ value: cost, label: costWords[cost] }))}
          {...refusedSet(problems, 'cost')}
        />
        <Textarea
          name="steps"
          label="Steps"
          hint="One on each line"
          rows={4}
          value={typed.get('steps')}
          {...refusedField(problems, 'steps')}
        />
        {text('team', 'Team to ask', 'A team, not a person: it is published')}
        {short('phone', 'Telephone of the team')}
        {text('email', 'E-mail of the team')}
        {text('web', 'Web page')}
        <h2>How long, and how sure</h2>
        {short('validFrom', 'First day', dateHint)}
        {short('validTo', 'Last day', dateHint)}
        {short('verifiedOn', 'Last checked on', dateHint)}
        {text(
          'verifiedBy',
          'Checked by',
          'A role, not a name: “leaving care manager”. After twelve months readers are told that it may have changed.',
        )}
        {text('sourceUrl', 'Web address where it is published')}
        {text('note', 'A remark for readers')}
        <Button>Save as draft</Button>
      </PostForm>
    </>
  );
}
