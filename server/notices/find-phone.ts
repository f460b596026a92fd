import type { Services } from '../kernel/context.ts';

/** Sealed number to write to: the person's own account's, else the one on record, else that of the first to link them. */
export async function findPhone(
  { db }: Pick<Services, 'db'>,
  residentId: string,
  onRecord: string | null,
): Promise<string | null> {
  const [own] = await phonesOf(db, [residentId]);
  if (own) return own.phone;
  if (onRecord) return onRecord;
  const { rows: holders } = await db.pool.query<{ id: string }>(
    'select resident_id as id from family_links where member_id = $1 and ended_at is null order by created_at',
    [residentId],
  );
  const ids = holders.map((holder) => holder.id);
  const phones = await phonesOf(db, ids);
  return phones.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))[0]?.phone ?? null;
}

async function phonesOf(db: Services['db'], residentIds: string[]): Promise<{ id: string; phone: string }[]> {
  const { rows } = await db.pool.query<{ id: string; phone: string }>(
    `select resident_id as id, phone_sealed as phone from accounts
     where resident_id = any($1::uuid[]) and kind = 'resident' and phone_sealed is not null and disabled_at is null`,
    [residentIds],
  );
  return rows;
}
