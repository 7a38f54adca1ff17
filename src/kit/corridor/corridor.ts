/** The corridor from an address to its page: opens the gate that each page names. Pages come from the rooms; no page opens a transaction itself. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { queryOf } from '../address.js';
import type { Gates, Read } from '../db/gate.js';
import type { Disk } from '../disk.js';
import type { Faults } from '../log.js';
import type { DoorSettings } from '../page.js';
import type { IntakeVoice, Room } from '../room.js';
import type { TellSecurity } from '../security.js';
import type { Shelf } from '../shelf.js';
import type { Visitor } from '../visitor.js';
import type { Ways } from '../ways.js';
import type { Withdrawable } from '../withdrawals/withdrawals.js';
import { type Acted, makeActed } from './acted.js';
import type { Answers } from './answer.js';
import type { Askers } from './asker.js';
import { type Behinds, makeBehinds } from './behind.js';
import { openDoorGate } from './door-gate.js';
import { openIntakeGate } from './intake-gate.js';
import { openPublicGate } from './public-gate.js';
import { makeRefusals, type Refusals } from './refusals.js';
import type { AnyPage } from './registered.js';
import { makeWithSent, type WithSent } from './with-sent.js';
import { openWorkGate } from './work-gate.js';

export interface CorridorParts {
  /** Whether a reverse proxy of the same machine or network stands before Kept. */
  readonly behindProxy: boolean;
  readonly faults: Faults;
  readonly rooms: readonly Room[];
  readonly gates: Gates;
  readonly clock: () => Date;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly settings: DoorSettings;
  /** Kept's key for one purpose, the same in every process. */
  readonly key: (purpose: string) => Buffer;
  readonly visitorOf: (
    read: Read,
    account: string,
    organisation: string | null,
  ) => Promise<Omit<Visitor, 'csrf' | 'rights'> | null>;
  /** Who is told of what matters for security; nobody where it is left out. */
  readonly tellSecurity?: TellSecurity | undefined;
  /** Whether there is room on it; where it is left out nobody looks. */
  readonly disk?: Disk | undefined;
  /** Called after every commit of the workspace: a job may have been asked for. */
  readonly afterWrite: () => void;
  /** What the intake says itself, in the readers' languages. */
  readonly intakeVoice?: IntakeVoice | undefined;
  readonly askers: Askers;
  readonly ways: Ways;
}

/** What the gates share. */
export interface Corridor {
  readonly app: FastifyInstance;
  readonly parts: CorridorParts;
  readonly shelf: Shelf;
  readonly answers: Answers;
  readonly behinds: Behinds;
  readonly refusals: Refusals;
  readonly acted: Acted;
  readonly withSent: WithSent;
  readonly tell: TellSecurity;
  readonly withdrawables: readonly Withdrawable[];
  /** What every page is given. */
  common<P>(
    request: FastifyRequest,
    params: P,
  ): {
    readonly params: P;
    readonly query: Readonly<Record<string, string>>;
    readonly now: Date;
    readonly site: string;
  };
}

export function openCorridor(app: FastifyInstance, parts: CorridorParts, shelf: Shelf, answers: Answers): void {
  const tell: TellSecurity = parts.tellSecurity ?? (() => undefined);
  const corridor: Corridor = {
    app,
    parts,
    shelf,
    answers,
    behinds: makeBehinds(parts),
    refusals: makeRefusals(tell, answers, parts.behindProxy),
    acted: makeActed(parts.rooms, parts.ways, parts.faults),
    withSent: makeWithSent({ ...parts, answers }),
    tell,
    withdrawables: parts.rooms.flatMap((room) => room.withdrawables ?? []),
    common: (request, params) => ({
      params,
      query: queryOf(request.query),
      now: parts.clock(),
      site: parts.baseUrl,
    }),
  };
  const addPublic = openPublicGate(corridor);
  const addWork = openWorkGate(corridor);
  const addDoor = openDoorGate(corridor);
  const addIntake = openIntakeGate(corridor);
  for (const room of parts.rooms) {
    for (const registered of room.pages as unknown as readonly AnyPage[]) {
      if (registered.gate === 'public') {
        if (!registered.onlyInDemonstration || parts.settings.demonstration) addPublic(registered);
      } else if (registered.gate === 'work') addWork(registered);
      else if (registered.gate === 'intake') addIntake(registered);
      else addDoor(registered);
    }
  }
}
