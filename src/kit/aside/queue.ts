/** Who may begin now and who waits: heavy work at most a few at once, and a line that is not endless. Pure. */

export interface QueueLimits {
  readonly atOnce: number;
  readonly waiting: number;
  /** Bytes that those who wait may hold together. */
  readonly waitingBytes: number;
}

export interface Queue {
  /** Does the work when its turn comes; null, at once, where the line is full. */
  readonly run: <T>(bytes: number, work: () => Promise<T>) => Promise<T> | null;
}

export function makeQueue({ atOnce, waiting, waitingBytes }: QueueLimits): Queue {
  const line: { readonly bytes: number; readonly begin: () => void }[] = [];
  let running = 0;
  const next = (): void => {
    running -= 1;
    line.shift()?.begin();
  };
  return {
    run<T>(bytes: number, work: () => Promise<T>): Promise<T> | null {
      const begin = async (): Promise<T> => {
        running += 1;
        try {
          return await work();
        } finally {
          next();
        }
      };
      if (running < atOnce) return begin();
      if (line.length >= waiting || line.reduce((sum, one) => sum + one.bytes, bytes) > waitingBytes) return null;
      return new Promise((resolve) => line.push({ bytes, begin: () => resolve(begin()) }));
    },
  };
}
