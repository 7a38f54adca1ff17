/** One item of minutes: what was introduced, said and answered, then what was decided and who does what. */
import { createElement } from 'preact';
import { plainDate } from '#base/london.js';
import type { Prose } from '#base/prose.js';
import { addedMark } from '../added/added.js';
import { Runs } from '../prose/prose.js';
import type { Content } from '../parts.js';

export interface MinuteProps {
  readonly item: MinuteItem;
  readonly ids: MinuteIds;
  readonly level?: 2 | 3 | 4 | undefined;
  /** Page of the PDF that begins at an id, already as a mark; nothing elsewhere. */
  readonly mark?: ((id: string) => Content) | undefined;
}

export interface MinuteItem {
  readonly number: string | null;
  readonly title: string;
  readonly entries: readonly MinuteEntry[];
  readonly decisions: readonly { readonly text: Prose }[];
  readonly actions: readonly MinuteAction[];
}

export interface MinuteEntry {
  readonly kind: 'introduction' | 'comment' | 'question' | 'response' | 'note';
  readonly speaker: string | null;
  readonly prose: Prose;
}

export interface MinuteAction {
  readonly text: Prose;
  readonly owner: string | null;
  readonly due: string | null;
  /** What of it the clerk added: the minutes did not say it. */
  readonly byClerk: readonly AddedPart[];
}

export type AddedPart = 'action' | 'owner' | 'due';

/** Parallel to the item. */
export interface MinuteIds {
  readonly id: string;
  readonly entries: readonly string[];
  readonly decisions: readonly string[];
  readonly actions: readonly string[];
}

export function Minute({ item, ids, level = 3, mark = () => null }: MinuteProps) {
  return (
    <section class="minute">
      {mark(ids.id)}
      {createElement(`h${level}`, { id: ids.id }, item.number === null ? item.title : `${item.number}. ${item.title}`)}
      <Talk entries={item.entries} ids={ids.entries} mark={mark} />
      {item.decisions.length > 0 && (
        <div class="minute__decisions">
          {createElement(
            `h${level + 1}`,
            { class: 'minute__label' },
            item.decisions.length === 1 ? 'Decision' : 'Decisions',
          )}
          {item.decisions.map((decision, index) => (
            <>
              {mark(ids.decisions[index] ?? '')}
              <p id={ids.decisions[index]}>
                <Runs prose={decision.text} />
              </p>
            </>
          ))}
        </div>
      )}
      {item.actions.length > 0 && (
        <div class="minute__actions">
          {createElement(`h${level + 1}`, { class: 'minute__label' }, item.actions.length === 1 ? 'Action' : 'Actions')}
          <ul>
            {item.actions.map((action, index) => (
              <li id={ids.actions[index]}>
                {mark(ids.actions[index] ?? '')}
                <Runs prose={action.text} />
                <Added shown={action.byClerk.includes('action')} />
                <Promise owner={action.owner} due={action.due} byClerk={action.byClerk} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

export interface PromiseProps {
  readonly owner: string | null;
  readonly due: string | null;
  readonly byClerk?: readonly AddedPart[] | undefined;
  readonly children?: Content;
}

/** Who does it and by when. What the minutes leave open is said, not passed over. */
export function Promise({ owner, due, byClerk = [], children }: PromiseProps) {
  return (
    <div class="promise">
      <span>
        {owner === null ? 'No owner stated' : `Owner: ${owner}`}
        <Added shown={owner !== null && byClerk.includes('owner')} />
      </span>
      <span>
        {due === null ? 'No date stated' : `Due: ${plainDate(due)}`}
        <Added shown={due !== null && byClerk.includes('due')} />
      </span>
      {children}
    </div>
  );
}

function Added({ shown }: { readonly shown: boolean }) {
  return shown ? <span class="added"> {addedMark}</span> : null;
}

interface Part {
  readonly label: string | null;
  readonly entries: readonly { readonly id: string; readonly prose: Prose }[];
}

/** Entries in a row by the same speaker become one list under one line, as minutes are written. */
function parts(entries: readonly MinuteEntry[], ids: readonly string[]): readonly Part[] {
  return entries.reduce<readonly Part[]>((done, entry, index) => {
    const label = entryLabel(entry);
    const shown = { id: ids[index] ?? '', prose: entry.prose };
    const last = done.at(-1);
    if (last && label !== null && last.label === label)
      return [...done.slice(0, -1), { label, entries: [...last.entries, shown] }];
    return [...done, { label, entries: [shown] }];
  }, []);
}

function entryLabel({ kind, speaker }: MinuteEntry): string | null {
  switch (kind) {
    case 'introduction':
    case 'note':
      return null;
    case 'comment':
      return speaker === null ? 'Members commented' : `${speaker} commented`;
    case 'question':
      return speaker === null ? 'Members asked' : `${speaker} asked`;
    case 'response':
      return speaker === null ? 'In response' : `${speaker} responded`;
  }
}

function Talk({
  entries,
  ids,
  mark,
}: {
  readonly entries: readonly MinuteEntry[];
  readonly ids: readonly string[];
  readonly mark: (id: string) => Content;
}) {
  return (
    <>
      {parts(entries, ids).map((part) =>
        part.label === null ? (
          part.entries.map((entry) => (
            <>
              {mark(entry.id)}
              <p id={entry.id}>
                <Runs prose={entry.prose} />
              </p>
            </>
          ))
        ) : (
          <>
            <p class="minute__speaker">{part.label}:</p>
            <ul class="minute__said">
              {part.entries.map((entry) => (
                <li id={entry.id}>
                  {mark(entry.id)}
                  <Runs prose={entry.prose} />
                </li>
              ))}
            </ul>
          </>
        ),
      )}
    </>
  );
}
