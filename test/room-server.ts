/** The real web server with rooms of a test: the corridor and its gates, and no room of Kept's. */
import { builtAssets } from './browser.js';
import { testKey } from './house.js';
import { type KeptServer, type ServerParts, buildServer } from '#kit/server.js';

/** Where it says it is; requests go there by name. */
export const roomServerUrl = 'http://localhost';

/** What a test says of it; the rest is as in a demonstration in which nobody is signed in. */
export async function roomServer(
  parts: Pick<ServerParts, 'rooms' | 'gates'> & Partial<ServerParts>,
): Promise<KeptServer> {
  return buildServer({
    clock: () => new Date(),
    assets: builtAssets(),
    assetFiles: new Map(),
    baseUrl: roomServerUrl,
    settings: { demonstration: true, hasMail: false },
    key: testKey,
    visitorOf: async () => null,
    afterWrite: () => undefined,
    behindProxy: false,
    ...parts,
  });
}
