/** Where whoever finds a fault of security is asked to write (RFC 9116). */
import type { FastifyInstance } from 'fastify';

/** Of what stands there: the file asks its reader not to believe it for longer. */
const daysGood = 90;

export function openContact(app: FastifyInstance, contact: string | null, baseUrl: string, clock: () => Date): void {
  if (contact === null) return;
  app.get('/.well-known/security.txt', { exposeHeadRoute: true }, (_, reply) => {
    const until = new Date(clock().getTime() + daysGood * 86_400_000);
    until.setUTCHours(0, 0, 0, 0);
    const lines = [
      `Contact: ${contact}`,
      `Expires: ${until.toISOString()}`,
      'Preferred-Languages: en',
      `Canonical: ${baseUrl}/.well-known/security.txt`,
    ];
    return reply
      .header('cache-control', 'no-cache')
      .type('text/plain; charset=utf-8')
      .send(`${lines.join('\n')}\n`);
  });
}
