/** A line to the database server of the tests that can be cut, can fall silent and can be mended: what a process, a network or a standby does to us. */
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Reach } from '#kit/db/client.js';

export interface Line {
  /** The same way in, over this line. */
  over(reach: Reach): Reach;
  /** The server ends: connections break and new ones are refused. */
  cut(): Promise<void>;
  /** The server is stopped in its tracks, or the network drops everything: connections stand, new ones are taken, nothing comes back. */
  hush(): void;
  /** What is open now falls silent for ever, and what is opened from now on works: a connection that the network forgot. */
  forget(): void;
  mend(): Promise<void>;
  close(): Promise<void>;
}

function farEnd(reach: Reach): Socket {
  if ('connectionString' in reach) throw new Error('the tests reach their server by host and port');
  return reach.host.startsWith('/')
    ? connect(join(reach.host, `.s.PGSQL.${reach.port}`))
    : connect(reach.port, reach.host);
}

/** A line to the server that `to` names. */
export async function makeLine(to: Reach): Promise<Line> {
  let isSilent = false;
  const open = new Set<{ readonly near: Socket; readonly far: Socket; isForgotten: boolean }>();
  const serve = (near: Socket): void => {
    const far = farEnd(to);
    const pair = { near, far, isForgotten: false };
    open.add(pair);
    const passes = (): boolean => !isSilent && !pair.isForgotten;
    near.on('data', (part) => void (passes() && far.write(part)));
    far.on('data', (part) => void (passes() && near.write(part)));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => {
        open.delete(pair);
        other.destroy();
      });
    }
  };
  let server: Server | null = null;
  let port = 0;
  const listen = async (): Promise<void> => {
    const made = createServer(serve);
    await new Promise<void>((settle, fail) => {
      made.once('error', fail);
      made.listen(port, '127.0.0.1', settle);
    });
    const address = made.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
    made.unref();
    server = made;
  };
  const drop = (): void => {
    for (const { near, far } of open) {
      near.destroy();
      far.destroy();
    }
  };
  const cut = async (): Promise<void> => {
    const old = server;
    server = null;
    const closed = old === null ? Promise.resolve() : new Promise<void>((settle) => old.close(() => settle()));
    drop();
    await closed;
  };
  await listen();
  return {
    over: (reach) => {
      if ('connectionString' in reach) throw new Error('the tests reach their server by host and port');
      return { ...reach, host: '127.0.0.1', port };
    },
    cut,
    hush: () => void (isSilent = true),
    forget: () => {
      for (const pair of open) pair.isForgotten = true;
    },
    async mend() {
      // What was silent has lost bytes, and is of no use to anybody.
      if (isSilent) drop();
      isSilent = false;
      if (server === null) await listen();
    },
    close: cut,
  };
}
