export type Stopping = {
  stopping: () => boolean;
  /** Stops everything in order, then ends this process with `code`. */
  stopNow: (code: number) => Promise<void>;
};
export type StoppingOptions = { note: (text: string) => void; stop: () => Promise<void>; kill: () => void };

/** A terminal sends Ctrl-C to npm, the bootstrap and us, and they pass it on: those copies are one wish. */
const sameWishMs = 1000;

/** First signal: stop in order. Second, a second later or more: kill. Whatever ends this process, nothing is left behind. */
export function stopOnSignals({ note, stop, kill }: StoppingOptions): Stopping {
  let since: number | undefined;
  let ended: Promise<void> | undefined;
  const stopNow = (code: number) => {
    since ??= performance.now();
    ended ??= stop().then(
      () => process.exit(code),
      (error: Error) => {
        note(`Stopping failed: ${error.message}`);
        kill();
        process.exit(1);
      },
    );
    return ended;
  };
  const onSignal = () => {
    if (since === undefined) {
      note('\nStopping … (Ctrl-C again forces)');
      void stopNow(0).then(() => {});
    } else if (performance.now() - since > sameWishMs) {
      note('Killed.');
      kill();
      process.exit(1);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  process.on('exit', kill);
  // the bootstrap was killed outright
  process.once('disconnect', () => {
    if (since === undefined) void stopNow(0);
  });
  process.channel?.unref();
  return { stopping: () => since !== undefined, stopNow };
}
