/**
 * How long something takes in this process's own time: beats of a timer, of which a process that is held up has fewer. A limit of waiting then says
 * something of the code, and a busy machine, on which everything takes longer, breaks nothing.
 */
const beat = 50;

/** Begins to count; gives the seconds of own time until now. */
export function ownTime(): () => number {
  let beats = 0;
  const timer = setInterval(() => (beats += 1), beat);
  timer.unref();
  return () => {
    clearInterval(timer);
    return (beats * beat) / 1000;
  };
}
