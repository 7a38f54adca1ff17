/** Many connections that each send one body after the other and wait for its answer (closed loop); every body is another one. */
import { connect, type Socket } from 'node:net';

export interface Posted {
  readonly accepted: number;
  /** What was answered in place of 200 or 201, with how often. */
  readonly refused: Readonly<Record<string, number>>;
  readonly seconds: number;
  /** Milliseconds from sending to the answer, sorted. */
  readonly times: readonly number[];
}

/** Ends after so many seconds, or when `bodies` has no more. */
export function postAll(
  url: string,
  seconds: number,
  connections: number,
  bodies: () => string | null,
): Promise<Posted> {
  const { hostname, port, pathname, host } = new URL(url);
  return new Promise((resolve, reject) => {
    const times: number[] = [];
    const refused: Record<string, number> = {};
    const sockets: Socket[] = [];
    let accepted = 0;
    let open = connections;
    const began = performance.now();
    let last = began;
    const until = began + seconds * 1000;
    const done = (socket: Socket): void => {
      socket.destroy();
      open -= 1;
      if (open === 0)
        resolve({ accepted, refused, seconds: (last - began) / 1000, times: times.sort((a, b) => a - b) });
    };
    for (let index = 0; index < connections; index += 1) {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      sockets.push(socket);
      let sentAt = 0;
      let heard = '';
      const send = (): void => {
        const body = performance.now() >= until ? null : bodies();
        if (body === null) return done(socket);
        sentAt = performance.now();
        heard = '';
        socket.write(
          `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
        );
      };
      socket.on('connect', send);
      socket.on('error', (problem) => reject(new Error(`${url}: ${problem.message}`)));
      socket.on('data', (part: Buffer) => {
        heard += part.toString('latin1');
        const end = heard.indexOf('\r\n\r\n');
        if (end < 0) return;
        const length = /\r\ncontent-length: (\d+)/i.exec(heard.slice(0, end))?.[1];
        if (length === undefined || heard.length < end + 4 + Number(length)) return;
        last = performance.now();
        const status = heard.slice(9, 12);
        if (status === '200' || status === '201') {
          accepted += 1;
          times.push(last - sentAt);
        } else refused[status] = (refused[status] ?? 0) + 1;
        send();
      });
    }
  });
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
