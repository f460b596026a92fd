import type { ClientBase } from 'pg';
import { type DemoResident, demoOfficials, demoPassword, demoResidents, demoStaff } from './demo-accounts.ts';
import { type Cell, insertRows } from './insert-rows.ts';
import type { SeedKernel } from './kernel.ts';
import { derivedId } from './random.ts';
import { linkColumns, proofOf, residentColumns, residentRow } from './residents.ts';
import { firstDemoNumber, sampleIdNumber } from './sample-id-numbers.ts';

const ageDays = (birthDate: string, today: string) => (Date.parse(today) - Date.parse(birthDate)) / 86_400_000;

/** The sample accounts of the sign-in page; seeding again changes none of them. */
export async function seedDemoAccounts(client: ClientBase, kernel: SeedKernel, today: string): Promise<void> {
  let rank = 0; // the order on the sign-in page
  for (const account of demoResidents) {
    await seedDemoResident(client, kernel, today, account, rank);
    rank += 1;
  }
  const passwordHash = await kernel.hashPassword(demoPassword);
  for (const account of [...demoStaff, ...demoOfficials]) {
    const staff = account.kind === 'staff' ? account : null;
    const official = account.kind === 'official' ? account : null;
    await client.query(
      `insert into accounts (id, kind, login, display_name, password_hash, totp_sealed, facility_id, roles, region_code,
         sample_rank)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
      [
        derivedId(`account ${account.login}`),
        account.kind,
        account.login,
        account.displayName,
        passwordHash,
        kernel.seal(account.totpSecret),
        staff?.facilityId ?? null,
        staff ? [staff.role] : [],
        official?.regionCode ?? null,
        rank,
      ],
    );
    rank += 1;
  }
}

async function seedDemoResident(
  client: ClientBase,
  kernel: SeedKernel,
  today: string,
  account: DemoResident,
  rank: number,
) {
  const row = (p: Pick<DemoResident, 'name' | 'sex' | 'birthDate'>, n: number, phone: string | null) => {
    const idNumber = sampleIdNumber(p.birthDate, p.sex, firstDemoNumber + rank * 10 + n);
    return residentRow(kernel, { ...p, idNumber, phone, region: account.regionCode }, today);
  };
  const holder = row(account, 0, account.phone);
  const family = account.family.map((member, i) => row(member, i + 1, null));
  const links = account.family.map((member, i): Cell[] => {
    const proof = proofOf(member.relation, ageDays(member.birthDate, today));
    return [holder[0], family[i]?.[0] ?? null, member.relation, proof];
  });
  await insertRows(client, 'residents', residentColumns, [holder, ...family]);
  await insertRows(client, 'family_links', linkColumns, links);
  await client.query(
    `insert into accounts (id, kind, phone_hash, phone_masked, phone_sealed, display_name, resident_id, sample_rank)
     values ($1, 'resident', $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [
      derivedId(`account ${account.phone}`),
      kernel.hash('phone', account.phone),
      kernel.maskPhone(account.phone),
      kernel.seal(account.phone),
      account.name,
      holder[0],
      rank,
    ],
  );
}
