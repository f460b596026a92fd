import { pino } from 'pino';

/** Structured lines on standard output. Log ids and counts, never names, numbers, phones or request bodies. */
export const createLog = (process: string) =>
  pino({
    base: { process },
    level: globalThis.process.env.LOG_LEVEL ?? 'info',
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['*.name', '*.phone', '*.idNumber', '*.authorization', '*.cookie', '*.token', '*.body'],
      censor: '[removed]',
    },
  });
export type Log = ReturnType<typeof createLog>;
