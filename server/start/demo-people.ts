import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { demoResidents } from '#db/seed/demo-accounts.ts';
import { createSealing } from '../kernel/sealing.ts';
import type { DataDir } from './data-dir.ts';

/** More than this the sandbox's hospitals do not treat. */
const most = 50_000;

/** The first sample resident has been to several hospitals, some of which know searches only, so that there is much to ask. */
const wellTravelled = { phone: demoResidents[0]?.phone, seenAt: ['h0001', 'h0003', 'h0005', 'h0006', 'h0010'] };

export const peopleFile = (data: DataDir): string => data.path('people.ndjson');

/**
 * Writes who the sample residents are to a file that only the owner reads: the sandbox's hospitals treat the same
 * people, and hold no key to find them in the database.
 */
export async function writeDemoPeople(url: string, data: DataDir): Promise<number> {
  const sealing = createSealing(data.secret);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const file = createWriteStream(peopleFile(data), { mode: 0o600 });
  try {
    const { rows } = await client.query<{
      name: string;
      sex: string;
      birthDate: string;
      id: string;
      phone: string | null;
      place: string;
    }>(
      `select r.name, r.sex, r.birth_date::text as "birthDate", r.id_sealed as id, r.phone_sealed as phone, coalesce(g.name, '') as place
       from residents r left join regions g on g.code = r.region_code
       where r.sample and r.id_sealed is not null and r.sex <> 'unknown' order by r.id limit $1`,
      [most],
    );
    for (const { id, phone, place, ...person } of rows) {
      const open = { idNumber: sealing.open(id), phone: phone && sealing.open(phone), address: place };
      const seenAt = open.phone === wellTravelled.phone && person.name === demoResidents[0]?.name;
      file.write(`${JSON.stringify({ ...person, ...open, ...(seenAt ? { seenAt: wellTravelled.seenAt } : {}) })}\n`);
    }
    return rows.length;
  } finally {
    file.end();
    await finished(file);
    await client.end();
  }
}
