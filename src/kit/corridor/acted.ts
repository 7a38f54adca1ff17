/** An act of a form, in one transaction, and what the sender hears where the database refuses it. */
import type { FastifyRequest } from 'fastify';
import type { Faults } from '../log.js';
import { kitRefusals } from '../own-refusals.js';
import type { DoorPage, Fields, Outcome, WorkPage } from '../page.js';
import { problems } from '../problems.js';
import { isOvertaken, refusedRow, rowWords } from '../refused-row.js';
import type { Room } from '../room.js';
import type { Ways } from '../ways.js';
import { RefusedRowView } from './refused-row-page.js';
import { takenBy } from './registered.js';
import { pairsOf } from './sent.js';

export type Acted = (
  request: FastifyRequest,
  registered: WorkPage<unknown, unknown> | DoorPage<unknown>,
  sent: Fields,
  act: () => Promise<Outcome>,
) => Promise<Outcome>;

export function makeActed(rooms: readonly Room[], ways: Ways, faults: Faults): Acted {
  const rowRefusals = [kitRefusals, ...rooms.flatMap((room) => room.refusals ?? [])];

  /**
   * One act in one transaction. Where the database refused it because somebody else was a moment earlier, it is tried once more: the room's own
   * rules see what is there now and answer. A row that is refused again is an answer too, with everything that was typed.
   */
  async function acted(
    request: FastifyRequest,
    registered: WorkPage<unknown, unknown> | DoorPage<unknown>,
    sent: Fields,
    act: () => Promise<Outcome>,
  ): Promise<Outcome> {
    try {
      return await act();
    } catch (problem) {
      if (!isOvertaken(problem)) throw problem;
    }
    try {
      return await act();
    } catch (problem) {
      const row = refusedRow(problem);
      if (row === null) throw problem;
      const reference = faults.tell(
        `row ${row.constraint}`,
        'error',
        { err: problem, route: registered.path },
        'A constraint refused a row that no rule had refused: the sender was told so',
      );
      const pairs = pairsOf(sent);
      const { fields, files } = takenBy(registered);
      const main = RefusedRowView({
        workspace: ways.workspace(),
        problem: row.problem,
        words: rowWords(rowRefusals, row),
        pairs,
        fields,
        files: Object.keys(files ?? {}),
        page: registered.get ? request.url : null,
        reference,
      });
      return {
        kind: 'view',
        status: row.problem === 'not-kept' ? 422 : 409,
        view: { title: problems[row.problem].title, main },
      };
    }
  }

  return acted;
}
