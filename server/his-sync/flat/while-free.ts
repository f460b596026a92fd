import type { Context } from '../../kernel/context.ts';
import { Fault } from '../../kernel/errors.ts';
import { sqlState } from '../../kernel/transaction.ts';

const againMs = 10_000;
const lockNotAvailable = '55P03';

/** One intake of a hospital at a time: whoever has waited as long as a lock may be waited for is told to come again. */
export async function whileFree<T>({ clock }: Pick<Context, 'clock'>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (sqlState(error) !== lockNotAvailable) throw error;
    throw new Fault('busy', { rule: 'file-intake-busy', nextAt: new Date(clock.now().getTime() + againMs) });
  }
}
