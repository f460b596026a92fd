import type { Tx } from '../kernel/transaction.ts';

/** Ties an account to the person it belongs to. False when that person already has another account. */
export async function linkAccount(tx: Tx, accountId: string, person: { id: string; name: string }): Promise<boolean> {
  await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [person.id]);
  const { rowCount } = await tx.client.query(
    `update accounts set resident_id = $2, display_name = $3 where id = $1 and resident_id is null
       and not exists (select 1 from accounts o where o.resident_id = $2 and o.id <> $1 and o.disabled_at is null)`,
    [accountId, person.id, person.name],
  );
  return rowCount === 1;
}

/** Hash of the phone with which this person signs in, if there is such an account. */
export async function findPhoneHash(tx: Tx, residentId: string): Promise<string | null> {
  const { rows } = await tx.client.query<{ phone_hash: string | null }>(
    `select phone_hash from accounts where resident_id = $1 and kind = 'resident' and disabled_at is null`,
    [residentId],
  );
  return rows[0]?.phone_hash ?? null;
}
