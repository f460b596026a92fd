import { TOTP } from 'otpauth';
import type { z } from 'zod';
import type { Database } from '#db/client.ts';
import type { Actor, Context, StaffRole } from '../kernel/context.ts';
import { gather } from '../kernel/gather.ts';
import type { demoAccount, meOutput } from './schema.ts';

type SessionRow = {
  sid_hash: string;
  expires_at: Date;
  account_id: string;
  kind: 'resident' | 'staff' | 'official';
  display_name: string;
  resident_id: string | null;
  facility_id: string | null;
  roles: StaffRole[];
  region_code: string | null;
  region_path: string | null;
  level: number | null;
};

const lookups = new WeakMap<Database, (sidHash: string) => Promise<SessionRow | null>>();

/** Who holds this sign-in session; anonymous when it is unknown, over or revoked. Hot: requests of one moment ask together. */
export async function findActor(ctx: Pick<Context, 'db' | 'clock'>, sidHash: string): Promise<Actor> {
  let lookup = lookups.get(ctx.db);
  if (!lookup) {
    lookup = gather((sidHashes: string[]) => findSessions(ctx.db, sidHashes));
    lookups.set(ctx.db, lookup);
  }
  const row = await lookup(sidHash);
  const actor = row && row.expires_at > ctx.clock.now() ? actorOf(row) : ({ kind: 'anonymous' } as const);
  return actor;
}

/** The sessions in force, each at the place of its hash. */
async function findSessions({ pool }: Database, sidHashes: string[]): Promise<(SessionRow | null)[]> {
  const { rows } = await pool.query<SessionRow>({
    name: 'find-actors',
    text: `select s.sid_hash, s.expires_at, a.id as account_id, a.kind, a.display_name, a.resident_id, a.facility_id, a.roles,
                  r.code as region_code, r.path as region_path, r.level
           from sign_in_sessions s join accounts a on a.id = s.account_id left join regions r on r.code = a.region_code
           where s.sid_hash = any($1) and s.revoked_at is null and a.disabled_at is null`,
    values: [sidHashes],
  });
  const found = new Map(rows.map((row) => [row.sid_hash, row]));
  return sidHashes.map((sidHash) => found.get(sidHash) ?? null);
}

function actorOf(row: SessionRow): Actor {
  const common = { accountId: row.account_id, name: row.display_name };
  if (row.kind === 'resident') return { kind: 'resident', ...common, residentId: row.resident_id };
  if (row.kind === 'staff' && row.facility_id)
    return { kind: 'staff', ...common, facilityId: row.facility_id, roles: row.roles };
  if (row.kind === 'official' && row.region_code && row.region_path && row.level) {
    return { kind: 'official', ...common, regionCode: row.region_code, regionPath: row.region_path, level: row.level };
  }
  return { kind: 'anonymous' };
}

/** What the screens show about the visitor. */
export async function getMe(ctx: Context): Promise<z.infer<typeof meOutput>> {
  const { actor, demo } = ctx;
  const nobody = {
    kind: 'anonymous' as const,
    name: '',
    demo,
    residentId: null,
    facility: null,
    roles: [],
    region: null,
  };
  if (actor.kind === 'resident') return { ...nobody, kind: 'resident', name: actor.name, residentId: actor.residentId };
  if (actor.kind === 'staff') {
    const { rows } = await ctx.db.pool.query('select id, name from facilities where id = $1', [actor.facilityId]);
    return { ...nobody, kind: 'staff', name: actor.name, facility: rows[0] ?? null, roles: actor.roles };
  }
  if (actor.kind === 'official') {
    const { rows } = await ctx.db.pool.query('select code, name, level from regions where code = $1', [
      actor.regionCode,
    ]);
    return { ...nobody, kind: 'official', name: actor.name, region: rows[0] ?? null };
  }
  return nobody;
}

type DemoRow = {
  kind: 'resident' | 'staff' | 'official';
  display_name: string;
  phone_sealed: string | null;
  login: string | null;
  totp_sealed: string | null;
};

/** Sample accounts with everything needed to sign in. Empty unless in demo mode. */
export async function listDemoAccounts(ctx: Context, password: string): Promise<z.infer<typeof demoAccount>[]> {
  if (!ctx.demo) return [];
  const { rows } = await ctx.db.pool.query<DemoRow>(
    `select kind, display_name, phone_sealed, login, totp_sealed from accounts
     where sample_rank is not null order by sample_rank`,
  );
  const now = ctx.clock.now().getTime();
  return rows.map((row) => ({
    kind: row.kind,
    label: row.display_name,
    phone: row.phone_sealed ? ctx.sealing.open(row.phone_sealed) : null,
    login: row.login,
    password: row.login ? password : null,
    totp: row.totp_sealed ? new TOTP({ secret: ctx.sealing.open(row.totp_sealed) }).generate({ timestamp: now }) : null,
  }));
}
