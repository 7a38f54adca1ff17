import { parentPort, workerData } from 'node:worker_threads';
import { readAuthorities } from './authorities.js';
import type { ToRead } from './beside.js';
import { readLinksFile } from './links.js';
import { readSchools } from './schools.js';

const { kind, bytes, names } = workerData as ToRead;

function answer() {
  switch (kind) {
    case 'authorities': {
      const read = readAuthorities(bytes, names);
      return read.ok ? { ok: true, value: { kind, reading: read.value } } : read;
    }
    case 'schools': {
      const read = readSchools(bytes);
      return read.ok ? { ok: true, value: { kind, reading: read.value } } : read;
    }
    case 'links': {
      const read = readLinksFile(bytes);
      return read.ok ? { ok: true, value: { kind, reading: read.value } } : read;
    }
  }
}

parentPort?.postMessage(answer());
