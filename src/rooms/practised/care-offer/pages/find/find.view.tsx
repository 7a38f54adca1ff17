import type { FieldProblem } from '#base/form.js';
import { plainDate } from '#base/london.js';
import { Button } from '#ui/button/button.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { Details } from '#ui/details/details.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { OfferCard } from '#ui/offer-card/offer-card.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';
import { Select, type SelectItem } from '#ui/select/select.js';
import { Tag } from '#ui/tag/tag.js';
import { careOfferPaths } from '../../paths.js';
import { checkedWords, type OfferWords, openWords, reasonWords } from '../../view-words.js';
import { careGroups, careStatuses, groupWords, type Match, statusWords } from '../../words.js';
import { offerFacts } from '../offer/facts.view.js';
import type { FindTyped } from './find.form.js';

export interface Matched {
  readonly offer: OfferWords;
  readonly match: Match;
  /** Names of the offer's areas. */
  readonly areas: readonly string[];
}

export interface FindResult {
  /** Name of the council that looked after them; null where it was not said. */
  readonly council: string | null;
  readonly today: string;
  readonly forYou: number;
  readonly maybe: number;
  readonly kinds: readonly {
    readonly title: string;
    readonly offers: readonly Matched[];
    readonly more: { readonly count: number; readonly href: string } | null;
  }[];
  /** Kinds that were asked for and of which nothing is known. */
  readonly gaps: readonly string[];
  readonly notForYou: readonly Matched[];
  readonly more: boolean;
}

export interface FindProps {
  readonly typed: FindTyped;
  readonly problems: readonly FieldProblem[];
  readonly result: FindResult | null;
  readonly councils: readonly SelectItem[];
  readonly homes: readonly SelectItem[];
  readonly kinds: readonly { readonly value: string; readonly title: string; readonly meaning: string }[];
}

export function Find(props: FindProps) {
  const { problems, result } = props;
  if (result) return <Result {...props} result={result} />;
  return (
    <>
      <Refused problems={problems} />
      <PageHeading lead="For young people who are or were in care. Five questions; leave out any that you do not know or do not want to answer.">
        What can I get?
      </PageHeading>
      <InsetText>
        No account, no name. Your answers are not stored, not logged and not in the address of the page.
      </InsetText>
      <Questions {...props} button="Show what I can get" />
    </>
  );
}

const notSure = 'I am not sure';

function Questions({ typed, problems, councils, homes, kinds, button }: FindProps & { readonly button: string }) {
  return (
    <form class="questions" method="post" action={careOfferPaths.find()} noValidate autocomplete="off">
      <Select
        name="lookedAfterBy"
        label="1. Which council looked after you?"
        labelClass="govuk-label--m"
        hint="Begin to type its name and the list jumps to it"
        value={typed.lookedAfterBy}
        items={[{ value: '', text: notSure }, ...councils]}
      />
      <Radios
        name="lives"
        legend="2. Where do you live now?"
        legendClass="govuk-fieldset__legend--m"
        value={typed.lives}
        items={[
          { value: 'same', label: 'In the area of that council' },
          {
            value: 'elsewhere',
            label: 'Somewhere else',
            conditional: (
              <Select
                name="livesIn"
                label="Which council’s area?"
                value={typed.livesIn}
                items={[{ value: '', text: notSure }, ...homes]}
              />
            ),
          },
          { value: '', label: notSure },
        ]}
      />
      <Input
        name="age"
        label="3. How old are you?"
        labelClass="govuk-label--m"
        hint="Leave it empty if you would rather not say"
        inputmode="numeric"
        value={typed.age}
        class="govuk-input--width-3"
        {...refusedField(problems, 'age')}
      />
      <Radios
        name="status"
        legend="4. What is your situation?"
        legendClass="govuk-fieldset__legend--m"
        value={typed.status}
        items={[
          ...careStatuses.map((status) => ({
            value: status,
            label: statusWords[status].said,
            hint: statusWords[status].means,
          })),
          {
            value: '',
            label: notSure,
            hint: 'That is fine. Your personal adviser, or the leaving care team of the council, can tell you.',
          },
        ]}
      />
      <Checkboxes
        name="groups"
        legend="Is any of this true for you?"
        hint="There are offers just for some people. Tick only what you are happy to say: what you leave out is not taken as a no."
        values={typed.groups}
        items={[
          ...careGroups.map((group) => ({ value: group, label: groupWords[group].said })),
          { divider: 'or' },
          { value: 'none', label: 'None of these', behaviour: 'exclusive' as const },
        ]}
        {...refusedSet(problems, 'groups')}
      />
      {kinds.length > 0 && (
        <Checkboxes
          name="kinds"
          legend="5. What do you need?"
          legendClass="govuk-fieldset__legend--m"
          hint="Leave all empty to see everything"
          values={typed.kinds}
          items={kinds.map(({ value, title, meaning }) => ({ value, label: title, hint: meaning }))}
        />
      )}
      <Button>{button}</Button>
    </form>
  );
}

function Result(props: FindProps & { readonly result: FindResult }) {
  const { result } = props;
  const { council, today, forYou, maybe, kinds, gaps, notForYou, more } = result;
  const nothing = forYou + maybe === 0;
  return (
    <>
      <PageHeading
        lead={
          nothing
            ? 'Nothing is known here yet for what you said. That does not mean that there is nothing: ask.'
            : `${forYou === 1 ? '1 offer is' : `${forYou} offers are`} for you, and ${maybe} may be: ask about those.`
        }
      >
        What you can get
      </PageHeading>
      <InsetText>
        <p>
          <strong>Ask your personal adviser.</strong> If you were in care after you turned 16 and are under 25, you can
          ask {council ?? 'the council that looked after you'} for one, also when you have had none for a while or live
          somewhere else. Take this page with you.
        </p>
        <p>To keep it, print it: nothing of it is stored here. The law also gives you rights that are on no list.</p>
      </InsetText>
      <p class="no-print">
        <a href="#change">Change your answers</a>
      </p>
      {council === null && (
        <p>
          You did not say which council looked after you, so only offers that belong to no council are here. Say which,
          and its offers come first.
        </p>
      )}
      {kinds.map(({ title, offers, more: others }) => (
        <section>
          <h2>{title}</h2>
          {offers.map((one) => (
            <Shown {...one} today={today} />
          ))}
          {others && (
            <p>
              <a href={others.href}>{`See all offers of this kind (${others.count} more here, in all places)`}</a>
            </p>
          )}
        </section>
      ))}
      {gaps.length > 0 && (
        <section>
          <h2>Not known: ask</h2>
          <p>{`Nothing is known here about ${gaps.join(', ')}. Ask ${council ?? 'your council'}: not known does not mean no.`}</p>
        </section>
      )}
      {more && (
        <p>
          There is more than fits on this page. Choose what you need under question 5, or{' '}
          <a href={careOfferPaths.offers()}>search all offers</a>.
        </p>
      )}
      {notForYou.length > 0 && (
        <section>
          <h2>Probably not for you</h2>
          <p>Each of these misses by one thing. If that is wrong or may change, ask about it.</p>
          <ul>
            {notForYou.map(({ offer, match, areas }) => (
              <li>
                <a href={careOfferPaths.offer(offer.slug)}>{offer.title}</a>, {offer.provider}.{' '}
                {match.reasons
                  .filter(({ truth }) => truth === 'failed')
                  .map((reason) => reasonWords(reason, offer, areas, today))
                  .join(' ')}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="soft">{`Made on ${plainDate(today)}.`}</p>
      <section class="no-print">
        <h2 id="change">Change your answers</h2>
        <Details summary="Show the five questions again">
          <Questions {...props} button="Show again" />
        </Details>
      </section>
    </>
  );
}

function Shown({ offer, match, areas, today }: Matched & { readonly today: string }) {
  const open = openWords(
    match.reasons.filter(({ truth }) => truth === 'not known'),
    offer,
    areas,
    today,
  );
  return (
    <OfferCard
      title={offer.title}
      href={careOfferPaths.offer(offer.slug)}
      provider={`From ${offer.provider}`}
      mark={match.fits === 'for you' ? <Tag tone="green">For you</Tag> : <Tag tone="yellow">Maybe: ask</Tag>}
      what={offer.what}
      askFirst={open.length === 0 ? null : { title: 'Ask first:', lines: open }}
      facts={[...offerFacts(offer), { key: 'Last checked', value: checkedWords(offer, today) }]}
    />
  );
}
