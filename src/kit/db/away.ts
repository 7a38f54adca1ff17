/**
 * A database that does not answer is away, whatever the reason: its process ended, was stopped in its tracks, or the network in between
 * lost the connection without a word. Nothing here waits for it longer than a reader would (docs/decisions/0019).
 */

/** No answer within the time that somebody waits for one: worth another try in a moment. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway';
}

/** The database answers, and every connection that a gate may have is in use: others wait for them longer than anybody should. */
export class GateFull extends Error {
  override readonly name = 'GateFull';
}

/** How long one use of a gate waits for a database that is away, all tries together: a page says so within three seconds. */
export const patience = 2_500;

/**
 * What comes within the time, or DatabaseAway. `late` is given what comes afterwards, so that a connection which was made too late goes back.
 * A thread that was held up itself first hears what has arrived meanwhile, before it calls the database silent.
 */
export function within<T>(milliseconds: number, work: Promise<T>, what: string, late?: (value: T) => void): Promise<T> {
  return new Promise((settle, fail) => {
    let isOver = false;
    const timer = setTimeout(
      () => {
        setImmediate(() => {
          if (isOver) return;
          isOver = true;
          fail(
            new DatabaseAway(
              `The database did not answer in time (${what}${milliseconds > 0 ? `, ${Math.round(milliseconds)} ms` : ''})`,
            ),
          );
        });
      },
      Math.max(0, milliseconds),
    );
    work.then(
      (value) => {
        clearTimeout(timer);
        if (isOver) late?.(value);
        else {
          isOver = true;
          settle(value);
        }
      },
      (problem: unknown) => {
        clearTimeout(timer);
        if (isOver) return;
        isOver = true;
        fail(problem);
      },
    );
  });
}
