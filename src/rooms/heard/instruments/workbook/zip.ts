/**
 * The entries of a zip archive (APPNOTE.TXT 6.3), unpacked one by one and counted while they unpack. What the archive says of its sizes is checked
 * and never believed; entries that lie over each other, as in small archives that unpack to terabytes, make it no archive.
 */
import { crc32, inflateRawSync } from 'node:zlib';

export interface ZipLimits {
  readonly entries: number;
  /** Of all entries that are opened, together. */
  readonly bytes: number;
}

export type ZipFault = 'not a zip' | 'damaged' | 'too many entries' | 'too large';

/** What a fault in an archive is thrown as; nothing else is thrown here. */
export class ZipProblem extends Error {
  readonly fault: ZipFault;

  constructor(fault: ZipFault) {
    super(fault);
    this.fault = fault;
  }
}

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
  /** Where its own header begins. */
  readonly at: number;
}

export interface Zip {
  /** Bytes of an entry; null where there is none of that name. */
  open(name: string): Uint8Array | null;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const headerMark = 0x04034b50;
const endLength = 22;
const entryLength = 46;
const headerLength = 30;
const isLocked = 1;
const stored = 0;
const deflated = 8;
/** Stands for "more than 32 bits"; no archive that we take has so much. */
const more = 0xffffffff;

/** Reads the list of entries. Throws a ZipProblem. */
export function openZip(bytes: Uint8Array, limits: ZipLimits): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = listOf(view, bytes, limits);
  let unpacked = 0;
  return {
    open(name) {
      const entry = entries.get(name);
      if (!entry) return null;
      const left = limits.bytes - unpacked;
      if (entry.size > left) throw new ZipProblem('too large');
      const opened = unpack(packedBytes(view, bytes, entry), entry, left);
      unpacked += opened.length;
      return opened;
    },
  };
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - endLength; at >= 0 && at >= view.byteLength - endLength - 0xffff; at -= 1) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  throw new ZipProblem('not a zip');
}

function listOf(view: DataView, bytes: Uint8Array, limits: ZipLimits): ReadonlyMap<string, Entry> {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) throw new ZipProblem('too many entries');
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let number = 0; number < count; number += 1) {
    if (at + entryLength > view.byteLength || view.getUint32(at, true) !== entryMark) throw new ZipProblem('damaged');
    const [flags, nameLength, extra, comment] = [
      view.getUint16(at + 8, true),
      view.getUint16(at + 28, true),
      view.getUint16(at + 30, true),
      view.getUint16(at + 32, true),
    ];
    const entry = {
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    if ((flags & isLocked) !== 0 || entry.packed === more || entry.size === more || entry.at === more)
      throw new ZipProblem('damaged');
    const name = new TextDecoder().decode(bytes.subarray(at + entryLength, at + entryLength + nameLength));
    if (entries.has(name)) throw new ZipProblem('damaged');
    entries.set(name, entry);
    at += entryLength + nameLength + extra + comment;
  }
  refuseOverlaps([...entries.values()]);
  return entries;
}

function refuseOverlaps(entries: readonly Entry[]): void {
  let free = 0;
  for (const { at, packed } of entries.toSorted((one, other) => one.at - other.at)) {
    if (at < free) throw new ZipProblem('damaged');
    free = at + headerLength + packed;
  }
}

function packedBytes(view: DataView, bytes: Uint8Array, { at, packed }: Entry): Uint8Array {
  if (at + headerLength > view.byteLength || view.getUint32(at, true) !== headerMark) throw new ZipProblem('damaged');
  const from = at + headerLength + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packed > view.byteLength) throw new ZipProblem('damaged');
  return bytes.subarray(from, from + packed);
}

/** Not a byte more than the entry says and the limit allows is unpacked; then what it says must be true. */
function unpack(packed: Uint8Array, { method, size, crc }: Entry, atMost: number): Uint8Array {
  if (method !== stored && method !== deflated) throw new ZipProblem('damaged');
  let opened: Uint8Array;
  try {
    opened = method === stored ? packed : inflateRawSync(packed, { maxOutputLength: Math.min(size, atMost) + 1 });
  } catch {
    throw new ZipProblem('damaged');
  }
  if (opened.length !== size || crc32(opened) !== crc) throw new ZipProblem('damaged');
  return opened;
}
