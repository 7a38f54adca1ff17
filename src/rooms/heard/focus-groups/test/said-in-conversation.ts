/** For tests that go through every address: a conversation of the programme, with a quote. */
import { sql } from 'kysely';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';

export async function saidInConversation(write: Write) {
  const programme = await write
    .selectFrom('record.account as a')
    .innerJoin('record.account_role as r', 'r.account', 'a.id')
    .select(['a.id', 'r.organisation'])
    .where('a.email', '=', 'programme@demonstration.invalid')
    .executeTakeFirstOrThrow();
  const now = new Date('2024-03-12T10:30:00Z');
  const [conversation, quote] = [newId(now), newId(now)];
  await sql`insert into record.conversation (organisation, id, kind, who, phase, day, present, facilitator, notes,
    changed_at) values (${programme.organisation}, ${conversation}, 'focus group', 'students', 'primary',
    '2024-03-01', 8, 'youth worker', '', ${now})`.execute(write);
  await sql`insert into record.quote (organisation, id, conversation, who, phase, words, themes, coded_by)
    values (${programme.organisation}, ${quote}, ${conversation}, 'students', 'primary', 'A quote', '{}',
    ${programme.id})`.execute(write);
  return {
    conversation: { value: conversation, of: 'programme' },
    quote: { value: quote, of: 'programme' },
  } as const;
}
