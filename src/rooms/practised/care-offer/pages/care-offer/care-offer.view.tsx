import { Button } from '#ui/button/button.js';
import { PageHeading } from '#ui/page/page.js';
import { careOfferPaths } from '../../paths.js';

export interface StartViewProps {
  readonly offers: number;
  readonly kinds: readonly { readonly title: string; readonly meaning: string; readonly href: string }[];
}

export function StartView({ offers, kinds }: StartViewProps) {
  return (
    <>
      <PageHeading lead="What young people who were in care can get, from whom and how; and what councils offer of what care leavers ask for.">
        Care leavers
      </PageHeading>
      <section>
        <h2>For young people</h2>
        <p>
          Are you in care, or were you? Answer up to five questions and see what you can get. No account, and nothing is
          stored.
        </p>
        <Button href={careOfferPaths.find()} start>
          What can I get?
        </Button>
        <p>
          Or{' '}
          <a href={careOfferPaths.offers()}>
            {offers === 1 ? 'see the only offer' : `search all ${offers.toLocaleString('en-GB')} offers`}
          </a>
          .
        </p>
        {kinds.length > 0 && (
          <>
            <h3>By kind</h3>
            <dl>
              {kinds.map(({ title, meaning, href }) => (
                <>
                  <dt>
                    <a href={href}>{title}</a>
                  </dt>
                  <dd>{meaning}</dd>
                </>
              ))}
            </dl>
          </>
        )}
      </section>
      <section>
        <h2>For councils and everybody else</h2>
        <ul>
          <li>
            <a href={careOfferPaths.coverage()}>Who offers what</a>: councils and kinds of ask in one table, with what
            is not known
          </li>
          <li>
            <a href={careOfferPaths.compare()}>Compare two councils</a>
          </li>
          <li>
            <a href={careOfferPaths.benchmark()}>Offers by region</a> (not a league table)
          </li>
          <li>
            <a href={careOfferPaths.coverageCsv()}>All of it as CSV</a>, and{' '}
            <a href={careOfferPaths.services()}>all offers as Open Referral UK</a>
          </li>
        </ul>
      </section>
    </>
  );
}
