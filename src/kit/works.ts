/**
 * What a process does again and again by itself: rounds of the rooms, the work of the day, letters. Each piece goes its own way, so that one that
 * fails or hangs stops no other; its failure is told once, with its name, until it is another or is over.
 */
import { kindOf, type Log } from './log.js';
import { unavailable } from './unavailable.js';

export interface WorkFigure {
  readonly name: string;
  readonly runs: number;
  readonly failures: number;
  /** Milliseconds since 1970; null before the first. */
  readonly lastDone: number | null;
  readonly isFailing: boolean;
}

export interface Works {
  /** Begins a piece: at once, and then again at each interval after its end. */
  begin(name: string, milliseconds: number, work: (isStopping: () => boolean) => Promise<void>): { nudge(): void };
  readonly figures: () => readonly WorkFigure[];
  /** Begins nothing more; settles when what is under way has ended. */
  stop(): Promise<void>;
  /** What is under way at this moment. */
  underWay(): readonly string[];
}

/** After a failure a piece rests, however much it is asked for. */
const restAfterFailure = 5_000;

export function makeWorks(log: Log, clock: () => Date): Works {
  const figures = new Map<
    string,
    { -readonly [Key in keyof WorkFigure]: WorkFigure[Key] } & { told: string | null; isRunning: boolean }
  >();
  const wakers = new Set<() => void>();
  const loops: Promise<void>[] = [];
  let isStopped = false;

  async function once(name: string, work: (isStopping: () => boolean) => Promise<void>): Promise<boolean> {
    const figure = figures.get(name);
    if (!figure) return true;
    figure.runs += 1;
    figure.isRunning = true;
    try {
      await work(() => isStopped);
      if (figure.isFailing) log.info({ work: name }, 'This work is done again as it should be');
      figure.isFailing = false;
      figure.told = null;
      figure.lastDone = clock().getTime();
      return true;
    } catch (problem) {
      figure.failures += 1;
      figure.isFailing = true;
      const kind = kindOf(problem);
      const now = unavailable(problem);
      if (figure.told !== kind && now !== null)
        log.warn({ work: name, code: kind.split(' ')[0] }, `This work is tried again. ${now.told}`);
      else if (figure.told !== kind)
        log.error({ work: name, err: problem }, 'This work did not end well; it is tried again');
      figure.told = kind;
      return false;
    } finally {
      figure.isRunning = false;
    }
  }

  return {
    begin(name, milliseconds, work) {
      figures.set(name, { name, runs: 0, failures: 0, lastDone: null, isFailing: false, told: null, isRunning: false });
      let waken = (): void => undefined;
      let isNudged = false;
      const rest = (time: number, canBeWoken: boolean): Promise<void> =>
        new Promise((settle) => {
          if (isStopped) return settle();
          const done = (): void => {
            clearTimeout(timer);
            wakers.delete(done);
            settle();
          };
          const timer = setTimeout(done, time);
          timer.unref();
          wakers.add(done);
          waken = canBeWoken ? done : () => undefined;
        });
      const loop = async (): Promise<void> => {
        while (!isStopped) {
          isNudged = false;
          const isDone = await once(name, work);
          if (!isDone) await rest(Math.min(restAfterFailure, milliseconds), false);
          if (!isNudged) await rest(milliseconds, true);
        }
      };
      loops.push(loop());
      return {
        nudge() {
          isNudged = true;
          waken();
        },
      };
    },
    figures: () => [...figures.values()],
    underWay: () => [...figures.values()].filter(({ isRunning }) => isRunning).map(({ name }) => name),
    async stop() {
      isStopped = true;
      for (const waken of [...wakers]) waken();
      await Promise.all(loops);
    },
  };
}
