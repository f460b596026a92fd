import { regionDay } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { conflict, invalid } from '../kernel/errors.ts';
import { maskIdNumber, maskPhone, readIdNumber } from '../kernel/national-id.ts';
import { enqueue } from '../kernel/queue.ts';
import type { Tx } from '../kernel/transaction.ts';

export type Identified = {
  id: string;
  name: string;
  birthDate: string;
  sex: 'male' | 'female';
  /** Entered just now. */
  fresh: boolean;
};

/** Names as typed and as printed differ in spaces and in the dot of minority names. */
const plain = (name: string) => name.replace(/[\s·•・.]/g, '').toLowerCase();

/**
 * Finds the resident of a verified ID number, or enters one, whose hospital records are then looked for. Throws id-length, id-characters,
 * id-birth-date, id-check-digit, or id-name-mismatch when the number is known under another name.
 */
export async function identifyResident(
  tx: Tx,
  ctx: Pick<Context, 'clock' | 'sealing'>,
  person: { name: string; idNumber: string; phone?: string | null },
): Promise<Identified> {
  const now = ctx.clock.now();
  const facts = readIdNumber(person.idNumber, regionDay(now));
  if (!facts.ok) throw invalid(`id-${facts.fault}`);
  const { rows } = await tx.client.query<{ id: string; name: string; fresh: boolean }>({
    name: 'identify-resident',
    text: `insert into residents (id, name, sex, birth_date, id_type, id_sealed, id_masked, phone_sealed, phone_masked, verified_at, created_at)
           values ($1, $2, $3, $4, 'id_card', $5, $6, $7, $8, $9, $9)
           on conflict (id) do update set verified_at = coalesce(residents.verified_at, excluded.verified_at)
           returning id, name, xmax = 0 as fresh`,
    values: [
      ctx.sealing.residentId(facts.idNumber),
      person.name,
      facts.sex,
      facts.birthDate,
      ctx.sealing.seal(facts.idNumber),
      maskIdNumber(facts.idNumber),
      person.phone ? ctx.sealing.seal(person.phone) : null,
      person.phone ? maskPhone(person.phone) : '',
      now,
    ],
  });
  const row = rows[0];
  if (!row || plain(row.name) !== plain(person.name)) throw conflict('id-name-mismatch');
  if (row.fresh) await enqueue(tx, 'identity-note-resident', { residentId: row.id });
  return { id: row.id, name: row.name, birthDate: facts.birthDate, sex: facts.sex, fresh: row.fresh };
}
