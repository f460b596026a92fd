import type { Log } from './log.ts';

/** After a fault nobody caught the state is unknown: log it and end, so that a fresh process takes over. */
export function exitOnFault(log: Log): void {
  const end = (what: string) => (error: unknown) => {
    log.fatal({ err: error }, what);
    setTimeout(() => process.exit(1), 100).unref();
    process.exitCode = 1;
    log.flush?.(() => process.exit(1));
  };
  process.on('uncaughtException', end('uncaught exception'));
  process.on('unhandledRejection', end('unhandled rejection'));
}
