/**
 * Many connections that ask for one address again and again. It counts bytes and parses nothing after the first answer, so
 * that on two processors the server is the slower of the two: a full client (autocannon) needs ten times the server's time
 * for a page of 25 kB, and any server looks as good as any other behind it.
 */
import { connect, type Socket } from 'node:net';

export interface Barrage {
  readonly answers: number;
  readonly seconds: number;
}

/** Bytes of one whole answer: every later one has as many, for the same bytes under the same headers. */
function lengthOf(start: Buffer): number | null {
  const end = start.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const length = /\r\ncontent-length: (\d+)\r\n/i.exec(start.toString('latin1', 0, end + 2))?.[1];
  if (length === undefined) throw new Error('the answer does not say how long it is');
  return end + 4 + Number(length);
}

export function barrage(url: string, seconds: number, connections = 50): Promise<Barrage> {
  const { hostname, port, pathname, host } = new URL(url);
  const request = `GET ${pathname} HTTP/1.1\r\nhost: ${host}\r\naccept-encoding: br\r\n\r\n`;
  return new Promise((resolve, reject) => {
    const sockets: Socket[] = [];
    let answers = 0;
    let length: number | null = null;
    const began = performance.now();
    let isOver = false;
    const end = (): void => {
      isOver = true;
      clearTimeout(limit);
      for (const socket of sockets) socket.destroy();
    };
    const fail = (why: string): void => {
      if (isOver) return;
      end();
      reject(new Error(`${url}: ${why}`));
    };
    const limit = setTimeout(() => {
      end();
      resolve({ answers, seconds: (performance.now() - began) / 1000 });
    }, seconds * 1000);
    for (let index = 0; index < connections; index += 1) {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      sockets.push(socket);
      let received = 0;
      let start: Buffer[] = [];
      socket.on('connect', () => socket.write(request));
      socket.on('error', (problem) => fail(problem.message));
      socket.on('close', () => fail('the server closed a connection'));
      socket.on('data', (part) => {
        if (received === 0 && part.toString('latin1', 9, 12) !== '200')
          return fail(`it answered ${part.toString('latin1', 0, 40)}`);
        received += part.length;
        if (length === null) {
          start.push(part);
          const found = lengthOf(Buffer.concat(start));
          if (found === null) return;
          length = found;
          start = [];
        }
        if (received < length) return;
        if (received > length) return fail('an answer had another length than the first');
        received = 0;
        answers += 1;
        socket.write(request);
      });
    }
  });
}
