import { pino } from 'pino';

/** Structured lines on standard output. Log ids and counts, never names, numbers, phones or request bodies. */
export const createLog = (process: string, destination = pino.destination(1)) =>
  pino(
    {
      base: { process },
      level: globalThis.process.env.LOG_LEVEL ?? 'info',
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: ['*.name', '*.phone', '*.idNumber', '*.authorization', '*.cookie', '*.token', '*.body'],
        censor: '[removed]',
      },
    },
    destination,
  );

/**
 * Standard output in pieces of 8 kB or of a tenth of a second: one system call a line took a twentieth of the
 * front's time in a rush. The end of the process writes what is left; kill -9 may lose the last tenth.
 */
export function inPieces() {
  const destination = pino.destination({ dest: 1, minLength: 8192, sync: true });
  setInterval(() => destination.flush(), 100).unref();
  process.on('exit', () => destination.flushSync());
  return destination;
}
export type Log = ReturnType<typeof createLog>;
