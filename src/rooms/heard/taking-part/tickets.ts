/**
 * Tickets: what Kept gives out of itself while a code is open, or to staff, so that "I was there before the end" is not for the sender to say.
 * A ticket is good for the places that are free, until the last day on which answers arrive late; it says nothing of who holds it.
 *   late   comes with the questions of a class session to a device: under it a seat is taken that could not be taken without a connection
 *   paper  is shown to whoever leads the session: under it staff enter forms of paper after its end
 */
import { timingSafeEqual } from 'node:crypto';
import { hmac, type KeyFor } from './sealing.js';

export type Ticket = 'late' | 'paper';

/** 132 bits, base64url. */
export const ticketForm = /^[\w-]{22}$/;

/** `code` as it was typed, without spaces (codes.ts). */
export function ticketFor(key: KeyFor, ticket: Ticket, code: string): string {
  return hmac(key('intake tickets'), `${ticket} ${code}`).toString('base64url').slice(0, 22);
}

export function isTicket(key: KeyFor, ticket: Ticket, code: string, given: string): boolean {
  return ticketForm.test(given) && timingSafeEqual(Buffer.from(ticketFor(key, ticket, code)), Buffer.from(given));
}
