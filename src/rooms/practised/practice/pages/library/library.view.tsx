import { plainDate } from '#base/london.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Entries, Entry } from '#ui/entry/entry.js';
import { PageHeading } from '#ui/page/page.js';
import { NoSuchPage, Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { SearchForm } from '#ui/search-form/search-form.js';
import { Marked, Understood, type UnderstoodProps } from '#ui/search-form/understood.js';
import { Select, type SelectItem } from '#ui/select/select.js';
import { Tag } from '#ui/tag/tag.js';
import type { SnippetPiece } from '#base/search.js';
import { evidenceWords, usedWords } from '../../view-words.js';
import type { EvidenceLevel } from '../../words.js';

export interface PracticeEntryProps {
  readonly href: string;
  readonly title: string;
  readonly summary: string;
  readonly organisation_name: string;
  readonly phase: string | null;
  readonly area: string | null;
  readonly needs: readonly string[];
  readonly evidence: EvidenceLevel;
  readonly published_on: string;
  readonly isOverdue: boolean;
  readonly uses: number;
  /** Null where no words were asked for: then the summary is shown. */
  readonly marked: { readonly title: readonly SnippetPiece[]; readonly snippet: readonly SnippetPiece[] } | null;
}

export interface LibraryProps extends UnderstoodProps {
  readonly action: string;
  readonly heading: string;
  readonly q: string;
  readonly theme: string;
  readonly phase: string;
  readonly authority: string;
  readonly need: string;
  readonly themes: readonly SelectItem[];
  readonly phases: readonly SelectItem[];
  readonly authorities: readonly SelectItem[];
  readonly needs: readonly SelectItem[];
  /** Narrowed to one organisation, with the way back to all. */
  readonly organisation: { readonly slug: string; readonly name: string; readonly everybody: string } | null;
  readonly isNarrowed: boolean;
  readonly whole: string;
  readonly loose: boolean;
  readonly total: number;
  /** More than this are not looked at; null where all are. */
  readonly most: number | null;
  readonly practices: readonly PracticeEntryProps[];
  readonly pages: PaginationProps | null;
}

/** The library: what others did, by words and by what narrows it. */
export function Library(props: LibraryProps) {
  const { organisation, total } = props;
  return (
    <>
      <PageHeading
        lead={
          'What schools, trusts, councils and others did for inclusion, told so that you can do it too: the need, ' +
          'what was done, what changed, what it cost and who to ask.'
        }
      >
        {props.heading}
      </PageHeading>
      {organisation && (
        <p>
          Only those of {organisation.name}. <a href={organisation.everybody}>Show everybody’s</a>
        </p>
      )}
      <SearchForm
        action={props.action}
        label="Words to look for"
        value={props.q}
        hint="Typing errors are forgiven. Leave it empty to see all, the newest first."
      >
        {organisation && <input type="hidden" name="organisation" value={organisation.slug} />}
        <Select
          id="need"
          name="need"
          label="Need"
          value={props.need}
          items={[{ value: '', text: 'All needs' }, ...props.needs]}
        />
        <Select
          id="phase"
          name="phase"
          label="Phase"
          value={props.phase}
          items={[{ value: '', text: 'All phases' }, ...props.phases]}
        />
        <Select
          id="theme"
          name="theme"
          label="Theme"
          value={props.theme}
          items={[{ value: '', text: 'All themes' }, ...props.themes]}
        />
        <Select
          id="authority"
          name="authority"
          label="Area"
          value={props.authority}
          items={[{ value: '', text: 'All areas' }, ...props.authorities]}
        />
      </SearchForm>
      <Understood changed={props.changed} offers={props.offers} />
      {props.loose && <p>None has all of these words. These have some of them.</p>}
      {total === 0 ? (
        <EmptyState
          title={props.isNarrowed ? 'Nothing found' : 'Nothing here yet'}
          action={props.isNarrowed ? <a href={props.whole}>Show the whole library</a> : null}
        >
          {props.isNarrowed
            ? 'Try fewer words, another spelling, or take something off that narrows the search.'
            : 'A spotlight appears here when the keeper of a framework has cleared it.'}
        </EmptyState>
      ) : (
        <section>
          <h2>
            {total === props.most
              ? `The newest ${total} spotlights with these words`
              : total === 1
                ? '1 spotlight'
                : `${total.toLocaleString('en-GB')} spotlights`}
          </h2>
          {total === props.most && <p class="soft">There may be more. Add a word, or choose a need, to find fewer.</p>}
          {props.practices.length === 0 && <NoSuchPage />}
          <Entries>
            {props.practices.map((one) => (
              <Entry
                level={3}
                title={one.marked === null ? one.title : <Marked pieces={one.marked.title} />}
                href={one.href}
                facts={<Facts one={one} />}
              >
                <p>{one.marked === null ? one.summary : <Marked pieces={one.marked.snippet} />}</p>
                {one.needs.length > 0 && <p class="soft">{one.needs.join(' · ')}</p>}
              </Entry>
            ))}
          </Entries>
          {props.pages && <Pagination {...props.pages} />}
        </section>
      )}
    </>
  );
}

function Facts({ one }: { readonly one: PracticeEntryProps }) {
  return (
    <span class="facts-line">
      <span>{one.organisation_name}</span>
      {one.area !== null && <span>{one.area}</span>}
      <span>{one.phase ?? 'All phases'}</span>
      <span>{plainDate(one.published_on)}</span>
      <Tag tone={evidenceWords[one.evidence].tone}>
        {one.evidence === 'said' ? 'Self-reported' : `Result ${evidenceWords[one.evidence].text.toLowerCase()}`}
      </Tag>
      {one.uses > 0 && <strong>{usedWords(one.uses)}</strong>}
      {one.isOverdue && <Tag tone="yellow">Review overdue</Tag>}
    </span>
  );
}
