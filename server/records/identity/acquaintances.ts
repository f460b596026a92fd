import type { Context } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { draw, hashPhones, type Introduced, introduce } from './introduce.ts';
import type { Candidate } from './match/decide.ts';
import type { IdentityFacts, Portrait } from './match/portrait.ts';

/** What one place knows of a record's person; facility '' is their own sign-up. */
export type Paper = { facilityId: string; sourceId: string; residentId: string; settled: boolean; portrait: Portrait };

/** A key that so many share tells nobody apart. */
const keyMost = 200;

/** Whom the patients of one page may be: the papers of every record found by a key or by a number. */
export class Acquaintances {
  private readonly papers = new Map<string, Paper[]>();
  private readonly byKey = new Map<string, Set<string>>();

  add(paper: Paper): void {
    const all = this.papers.get(paper.residentId) ?? [];
    this.papers.set(paper.residentId, [...all.filter((one) => !isSame(one, paper)), paper]);
  }

  leave(residentId: string, paper: Pick<Paper, 'facilityId' | 'sourceId'>): void {
    const all = this.papers.get(residentId);
    if (all)
      this.papers.set(
        residentId,
        all.filter((one) => !isSame(one, paper)),
      );
  }

  find(key: string, residentId: string): void {
    const found = this.byKey.get(key) ?? new Set();
    this.byKey.set(key, found.add(residentId));
  }

  /** Records that share a key with this patient, and those asked for by name; the patient's own paper left out. */
  candidatesOf(
    patient: Pick<Paper, 'facilityId' | 'sourceId'>,
    keys: readonly string[],
    named: readonly string[],
  ): Candidate[] {
    const found = keys.flatMap((key) => {
      const all = this.byKey.get(key);
      return all && all.size <= keyMost ? [...all] : [];
    });
    return [...new Set([...found, ...named])].flatMap((residentId) => {
      const portraits = (this.papers.get(residentId) ?? [])
        .filter((one) => !isSame(one, patient))
        .map((one) => one.portrait);
      return portraits.length > 0 ? [{ residentId, portraits }] : [];
    });
  }

  /** Papers of these records whose place is not settled. */
  unsettledIn(residentIds: readonly string[]): Paper[] {
    return residentIds.flatMap((id) =>
      (this.papers.get(id) ?? []).filter((one) => one.facilityId !== '' && !one.settled),
    );
  }

  /** Of a record that began as one patient's, under whom nobody stands by number or sign-up: that patient. */
  firstOf(residentId: string, ownOf: (paper: Paper) => string): Paper | null {
    const all = this.papers.get(residentId) ?? [];
    return all.find((one) => one.facilityId !== '' && ownOf(one) === residentId) ?? null;
  }

  residentsUnder(keys: readonly string[]): string[] {
    return [...new Set(keys.flatMap((key) => [...(this.byKey.get(key) ?? [])]))];
  }
}

const isSame = (a: Pick<Paper, 'facilityId' | 'sourceId'>, b: Pick<Paper, 'facilityId' | 'sourceId'>) =>
  a.facilityId === b.facilityId && a.sourceId === b.sourceId;

type Ctx = Pick<Context, 'sealing' | 'clock'>;

type Hit = { key: string; id: string };

/**
 * Reads what is known around these people: four reads by index, however many they are. Keys are
 * looked for one by one: for a long list of them together the planner would read the whole table.
 */
export async function meet(
  tx: Tx,
  ctx: Ctx,
  people: readonly Introduced[],
  named: readonly string[],
): Promise<Acquaintances> {
  const known = new Acquaintances();
  const keys = [...new Set(people.flatMap((one) => one.kept))];
  const signedUp = await tx.client.query<Hit>({
    name: 'find-residents-by-keys',
    text: `select k.key::text as key, r.resident_id as id
           from unnest($1::bigint[]) as k (key)
           cross join lateral (select resident_id from resident_keys where keys @> array[k.key] limit ${keyMost + 1}) as r`,
    values: [keys],
  });
  const patients = await tx.client.query<Hit>({
    name: 'find-patients-by-keys',
    text: `select k.key::text as key, p.resident_id as id
           from unnest($1::bigint[]) as k (key)
           cross join lateral (select resident_id from source_patients where keys @> array[k.key] limit ${keyMost + 1}) as p`,
    values: [keys],
  });
  const ids = new Set(named);
  for (const { key, id } of [...signedUp.rows, ...patients.rows]) {
    ids.add(id);
    known.find(key, id);
  }
  for (const paper of await readPapers(tx, ctx, [...ids])) known.add(paper);
  return known;
}

/** Every paper of these records. */
export async function readPapers(tx: Tx, ctx: Ctx, residentIds: string[]): Promise<Paper[]> {
  if (residentIds.length === 0) return [];
  const { rows } = await tx.client.query<PatientRow>({
    name: 'read-papers-of-patients',
    text: `select ${patientColumns} from source_patients where resident_id = any($1)`,
    values: [residentIds],
  });
  return [...(await readSignUps(tx, ctx, residentIds)), ...rows.map((row) => paperOf(ctx, row))];
}

export type PatientRow = Omit<IdentityFacts, 'idNumber' | 'phones'> & {
  facilityId: string;
  sourceId: string;
  residentId: string;
  settled: boolean;
  idSealed: string | null;
  phoneHashes: string[];
};

export const patientColumns = `facility_id as "facilityId", source_id as "sourceId", resident_id as "residentId", settled, name,
  other_names as "otherNames", sex, birth_date as "birthDate", id_sealed as "idSealed", phone_hashes as "phoneHashes",
  address, kin, kin_hashes as "kinNumbers", birth_order as "birthOrder"`;

export const factsOf = ({ sealing }: Ctx, { idSealed, phoneHashes, ...facts }: PatientRow): IdentityFacts => ({
  ...facts,
  idNumber: idSealed ? sealing.open(idSealed) : '',
  phones: phoneHashes,
});

const paperOf = (ctx: Ctx, row: PatientRow): Paper => ({
  ...{ facilityId: row.facilityId, sourceId: row.sourceId, residentId: row.residentId, settled: row.settled },
  portrait: draw(ctx, factsOf(ctx, row)).portrait,
});

export type SignUpRow = Pick<IdentityFacts, 'name' | 'sex' | 'birthDate' | 'address'> & {
  id: string;
  idSealed: string | null;
  idMasked: string;
  phoneSealed: string | null;
};

/** Residents as they signed up, with the names of the divisions they live in. */
export async function readSignUpRows(db: Pick<Tx['client'], 'query'>, residentIds: string[]): Promise<SignUpRow[]> {
  const { rows } = await db.query<SignUpRow>({
    name: 'read-papers-of-residents',
    text: `select r.id, r.name, r.sex, r.birth_date::text as "birthDate", r.id_sealed as "idSealed", r.id_masked as "idMasked",
             r.phone_sealed as "phoneSealed", concat(c.name, t.name, v.name) as address
           from residents r
           left join regions c on c.code = rpad(left(r.region_code, 6), 12, '0')
           left join regions t on t.code = rpad(left(r.region_code, 9), 12, '0') and t.level = 4
           left join regions v on v.code = r.region_code and v.level = 5
           where r.id = any($1)`,
    values: [residentIds],
  });
  return rows;
}

export async function readSignUps(tx: Tx, ctx: Ctx, residentIds: string[]): Promise<(Paper & { kept: string[] })[]> {
  const rows = await readSignUpRows(tx.client, residentIds);
  return rows.map((row) => {
    const { portrait, kept } = introduce(ctx, signUpFacts(ctx, row));
    return { facilityId: '', sourceId: '', residentId: row.id, settled: true, portrait, kept };
  });
}

export const signUpFacts = (ctx: Ctx, row: SignUpRow): IdentityFacts => ({
  ...{ name: row.name, otherNames: [], sex: row.sex, birthDate: row.birthDate, address: row.address },
  idNumber: row.idSealed ? ctx.sealing.open(row.idSealed) : '',
  phones: row.phoneSealed ? hashPhones(ctx, [ctx.sealing.open(row.phoneSealed)]) : [],
  ...{ kin: [], kinNumbers: [], birthOrder: null },
});
