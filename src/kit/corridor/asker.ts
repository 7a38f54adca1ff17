/** By which gate somebody asked, and who they are, for a fault that is told after their page has failed: they stay in the frame they know. */
import type { FastifyRequest } from 'fastify';
import type { Room } from '../room.js';
import type { Visitor } from '../visitor.js';

export interface Asker {
  readonly gate: 'work' | 'door' | 'intake';
  readonly visitor: Visitor | null;
}

export interface Askers {
  note(request: FastifyRequest, visitor: Visitor): void;
  of(request: FastifyRequest): Asker;
}

export function makeAskers(rooms: readonly Room[]): Askers {
  const gates = new Map(rooms.flatMap(({ pages }) => pages.map(({ path, gate }) => [path, gate] as const)));
  const visitors = new WeakMap<FastifyRequest, Visitor>();
  return {
    note: (request, visitor) => void visitors.set(request, visitor),
    of(request) {
      const gate = gates.get(request.routeOptions.url ?? '');
      const visitor = visitors.get(request) ?? null;
      if (gate === 'intake') return { gate, visitor: null };
      return gate === 'work' && visitor !== null ? { gate, visitor } : { gate: 'door', visitor: null };
    },
  };
}
