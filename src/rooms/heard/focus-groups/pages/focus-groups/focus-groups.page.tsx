import type { FieldProblem, Typed } from '#base/form.js';
import { typedIn } from '#kit/typed.js';
import { z } from 'zod';
import { isUuid } from '#base/id.js';
import { londonDate, plainDate } from '#base/london.js';
import { placeLinks, queryPlace, wordsAsked } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import type { FieldLimits } from '#kit/fields.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { themeList } from '#rooms/ground/frameworks/index.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { recordConversation, recordConversationDraft, recordQuote } from '../../acts.js';
import {
  type Conversation,
  conversationOf,
  conversationsOf,
  ownSurveys,
  quotesOf,
  tookPart,
  themeNames,
} from '../../lookups.js';
import { focusGroupPaths } from '../../paths.js';
import { attribution, lacksOf } from '../../rules.js';
import { doneWords, problemWords } from '../../view-words.js';
import { conversationTyped, readConversation, readQuoteForm } from './conversation.form.js';
import { Conversations, ConversationView, EditConversation } from './conversation.view.js';

const crumbs = [
  { text: 'Workspace', href: '/work' },
  { text: 'Focus groups and interviews', href: focusGroupPaths.all() },
];
const params = z.object({ conversation: z.string().refine(isUuid) });

function titleOf({ kind, day }: Pick<Conversation, 'kind' | 'day'>): string {
  return `${kind === 'interview' ? 'Interview' : 'Focus group'} of ${plainDate(day)}`;
}

const conversationFields: FieldLimits = {
  kind: 'choice',
  who: 'choice',
  phase: 'choice',
  'day-*': 'line',
  present: 'line',
  eligible: 'line',
  facilitator: 'line',
  setting: 'line',
  notes: 'text',
  survey: 'choice',
};

const onAPage = 50;

export const conversationsPage = workPage({
  path: '/work/focus-groups',
  params: z.object({}),
  needs: 'lead',
  async get({ db, visitor, query }) {
    const found = await conversationsOf(db, visitor.organisation, queryPlace(query), onAPage);
    return view({
      title: 'Focus groups and interviews',
      crumbs: [{ text: 'Workspace', href: '/work' }, { text: 'Focus groups and interviews' }],
      main: (
        <Conversations
          begin={focusGroupPaths.begin()}
          quotes={focusGroupPaths.quotes()}
          tookPart={await tookPart(db, visitor.organisation)}
          lines={found.rows.map((one) => ({ href: focusGroupPaths.one(one.id), ...one }))}
          pages={placeLinks(found, focusGroupPaths.all())}
        />
      ),
    });
  },
});

async function shownEdit(
  db: Read,
  visitor: Visitor,
  id: string | null,
  typed: Typed,
  problems: readonly FieldProblem[],
): Promise<View> {
  const title = id === null ? 'Record a conversation' : 'Change a conversation';
  return {
    title,
    crumbs: [...crumbs, { text: title }],
    main: (
      <EditConversation
        action={id === null ? focusGroupPaths.begin() : focusGroupPaths.edit(id)}
        back={id === null ? focusGroupPaths.all() : focusGroupPaths.one(id)}
        isNew={id === null}
        surveys={await ownSurveys(db, visitor.organisation)}
        typed={typed}
        problems={problems}
      />
    ),
  };
}

export const newConversationPage = workPage({
  path: '/work/focus-groups/new',
  params: z.object({}),
  needs: 'lead',
  async get({ db, visitor }) {
    return view(await shownEdit(db, visitor, null, {}, []));
  },
  fields: conversationFields,
  async post({ db, visitor, fields, now }): Promise<Outcome> {
    const typed = typedIn(fields);
    const { draft, problems } = readConversation(
      typed,
      londonDate(now),
      (await ownSurveys(db, visitor.organisation)).map(({ id }) => id),
    );
    if (problems.length > 0) return invalid(await shownEdit(db, visitor, null, typed, problems));
    return redirect(focusGroupPaths.one(await recordConversation(db, whoOf(visitor, now), draft), 'saved'));
  },
});

export const editConversationPage = workPage({
  path: '/work/focus-groups/:conversation/edit',
  params,
  needs: 'lead',
  async get({ db, visitor, params: { conversation: id } }) {
    const found = await conversationOf(db, visitor.organisation, id);
    return found ? view(await shownEdit(db, visitor, id, conversationTyped(found), [])) : halt('not-found');
  },
  fields: conversationFields,
  async post({ db, visitor, params: { conversation: id }, fields, now }): Promise<Outcome> {
    if (!(await conversationOf(db, visitor.organisation, id))) return halt('not-found');
    const typed = typedIn(fields);
    const { draft, problems } = readConversation(
      typed,
      londonDate(now),
      (await ownSurveys(db, visitor.organisation)).map((one) => one.id),
    );
    if (problems.length > 0) return invalid(await shownEdit(db, visitor, id, typed, problems));
    const saved = await recordConversationDraft(db, whoOf(visitor, now), id, draft);
    return saved.ok ? redirect(focusGroupPaths.one(id, 'saved')) : halt('not-found');
  },
});

async function shown(
  db: Read,
  visitor: Visitor,
  found: Conversation,
  typed: Typed,
  problems: readonly FieldProblem[],
  done: string | null,
): Promise<View> {
  const quotes = await quotesOf(db, visitor.organisation, { conversation: found.id });
  const nameOf = await themeNames(db);
  const surveys = await ownSurveys(db, visitor.organisation);
  return {
    title: titleOf(found),
    crumbs: [...crumbs, { text: titleOf(found) }],
    main: (
      <ConversationView
        done={done}
        action={focusGroupPaths.one(found.id)}
        edit={focusGroupPaths.edit(found.id)}
        back={focusGroupPaths.all()}
        title={titleOf(found)}
        phase={found.phase}
        day={found.day}
        present={found.present}
        eligible={found.eligible}
        facilitator={found.facilitator}
        setting={found.setting}
        survey={surveys.find(({ id }) => id === found.survey)?.name ?? null}
        notes={found.notes}
        quotes={quotes.map((one) => ({
          href: focusGroupPaths.quote(one.id),
          words: one.words,
          said: attribution(one.who, one.phase),
          themes: one.themes.map(nameOf),
          lacks: lacksOf(one),
          aside: one.set_aside,
        }))}
        themes={(await themeList(db)).map(({ framework, framework_name, key, title }) => ({
          value: `${framework} ${key}`,
          text: `${title} (${framework_name})`,
        }))}
        typed={typed}
        problems={problems}
      />
    ),
  };
}

export const conversationPage = workPage({
  path: '/work/focus-groups/:conversation',
  params,
  needs: 'lead',
  async get({ db, visitor, params: { conversation: id }, query }) {
    const found = await conversationOf(db, visitor.organisation, id);
    return found ? view(await shown(db, visitor, found, {}, [], wordsAsked(doneWords, query))) : halt('not-found');
  },
  fields: { words: 'text', theme: 'choice', own: 'line' },
  async post({ db, visitor, params: { conversation: id }, fields, now }): Promise<Outcome> {
    const found = await conversationOf(db, visitor.organisation, id);
    if (!found) return halt('not-found');
    const typed = typedIn(fields);
    const { draft, problems } = readQuoteForm(
      typed,
      (await themeList(db)).map(({ framework, key }) => `${framework} ${key}`),
    );
    if (problems.length > 0) return invalid(await shown(db, visitor, found, typed, problems, null));
    const saved = await recordQuote(db, whoOf(visitor, now), id, draft.words, draft.themes);
    return saved.ok
      ? redirect(focusGroupPaths.one(id, 'quoted'))
      : invalid(
          await shown(db, visitor, found, typed, [{ field: 'words', message: problemWords(saved.problem) }], null),
        );
  },
});
