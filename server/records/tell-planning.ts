import { enqueue } from '../kernel/queue.ts';
import type { Tx } from '../kernel/transaction.ts';

type News = { residentId: string; type: string; topic: string };
/** What may tell of the end of a pregnancy. */
const types = ['Procedure', 'Encounter', 'Condition'];

/**
 * Has family planning look again at people of whom a hospital told something on its topic, or took it back: which of it
 * matters is decided there. One job a page, since the rest of the pages wait for it.
 */
export async function tellPlanning(tx: Tx, news: readonly News[]): Promise<void> {
  const about = news.filter((one) => one.topic === 'family_planning' && types.includes(one.type));
  const residentIds = [...new Set(about.map((one) => one.residentId))];
  if (residentIds.length > 0) await enqueue(tx, 'planning-prompts', { residentIds });
}
