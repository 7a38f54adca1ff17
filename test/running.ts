/**
 * A whole Kept for tests: the real gates on a database of its own, the demonstration, the web server on a port, the jobs.
 * As `kept start` makes it, but on the tests' database server.
 */
import { createServer } from 'node:net';
import { readAssets } from '../src/app/assets.js';
import { rooms } from '../src/app/rooms.js';
import { loadDemonstration } from '../src/app/seed.js';
import { startJobs } from '#kit/jobs/jobs.js';
import { closeTypesetter } from '#kit/pdf/typst.js';
import { gatherFigures } from '#kit/figures.js';
import { type Log, quiet } from '#kit/log.js';
import { nobody } from '#kit/db/gate.js';
import { signHead } from '#kit/proof/heads.js';
import { signerOf } from '#kit/proof/signing.js';
import { makeSecurityLog } from '#kit/security.js';
import { buildServer, type KeptServer } from '#kit/server.js';
import { visitorOf } from '#rooms/ground/people/index.js';
import { filledHouse, freshHouse, type House } from './house.js';

export interface Running extends KeptServer {
  readonly house: House;
  /** Its own address, without a slash at the end. */
  readonly url: string;
  stop(): Promise<void>;
}

export interface RunningOptions {
  /** Whether a visitor may choose a persona. */
  readonly demonstration?: boolean;
  /** Whether the demonstration's data are loaded. */
  readonly loaded?: boolean;
  readonly hasMail?: boolean;
  readonly clock?: () => Date;
  /** Another public address than the one it listens on. */
  readonly baseUrl?: string;
  readonly house?: House;
  /** Asked for by name, as passkeys need it. */
  readonly atLocalhost?: boolean;
  readonly behindProxy?: boolean;
  readonly securityContact?: string;
  readonly log?: Log;
  readonly metricsToken?: string;
}

export async function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? settle(address.port) : fail(new Error('no port'))));
    });
  });
}

/** What a start does before it serves; every PDF names a head. */
async function begin(house: House, clock: () => Date, loaded: boolean): Promise<void> {
  await house.gates.work.write(nobody, (write) =>
    signHead(write, { signer: signerOf(house.secret), now: clock(), seen: 0 }),
  );
  if (loaded) await loadDemonstration(house, clock, () => undefined);
}

/** What a demonstration says of yesterday and of next week is true for the hour in which it was loaded. */
export const thisHour = (now: Date): string => now.toISOString().slice(0, 13);

export async function runningKept({
  demonstration = true,
  loaded = true,
  hasMail = false,
  clock = () => new Date(),
  baseUrl,
  house: given,
  behindProxy = false,
  atLocalhost = false,
  log = quiet,
  securityContact,
  metricsToken,
}: RunningOptions = {}): Promise<Running> {
  const house =
    given ??
    (await (loaded
      ? filledHouse(`demonstration ${thisHour(clock())}`, (own) => begin(own, clock, true))
      : freshHouse()));
  if (given || !loaded) await begin(house, clock, loaded);
  const port = await freePort();
  const url = `http://${atLocalhost ? 'localhost' : '127.0.0.1'}:${port}`;
  const assets = readAssets();
  const security = makeSecurityLog({ log, key: house.key('security events'), clock });
  house.gates.hear(security.tell);
  const { app, shelf } = await buildServer({
    rooms,
    gates: house.gates,
    pulse: house.gates.pulse,
    clock,
    assets: assets.page,
    assetFiles: assets.files,
    baseUrl: baseUrl ?? url,
    settings: { demonstration, hasMail },
    key: house.key,
    visitorOf,
    afterWrite: () => jobs.nudge(),
    behindProxy,
    ...(securityContact === undefined ? {} : { securityContact }),
    log,
    tellSecurity: security.tell,
    works: {
      works: () => [],
      jobs: () => jobs.figures(),
      security: security.counts,
      more: () => gatherFigures({ gates: house.gates, rooms, version: 'test', now: clock(), folders: { data: '/' } }),
    },
    metricsToken: metricsToken ?? null,
    signingKey: signerOf(house.secret).key,
  });
  const jobs = startJobs({
    gate: house.gates.work,
    clock,
    handlers: Object.assign({}, ...rooms.map((room) => room.jobs ?? {})),
    aftermaths: Object.assign({}, ...rooms.map((room) => room.aftermaths ?? {})),
    afterJob: () => shelf.doubt(),
    log: { info: () => undefined, error: (detail, message) => console.error(message, detail) },
  });
  await app.listen({ port, host: '127.0.0.1' });
  return {
    app,
    shelf,
    house,
    url,
    async stop() {
      await app.close();
      await jobs.stop();
      closeTypesetter();
      if (!given) await house.gates.close();
    },
  };
}
