import { index, integer, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, createdAt, id } from '../columns.ts';

/** Who can sign in. A resident's account is not the patient: it books for the residents linked to it (A2). */
export const accounts = pgTable(
  'accounts',
  {
    id: id().primaryKey(),
    kind: text('kind', { enum: ['resident', 'staff', 'official'] }).notNull(),
    phoneHash: text('phone_hash'), // residents sign in by phone
    phoneMasked: text('phone_masked'),
    phoneSealed: text('phone_sealed'),
    login: text('login'), // staff and officials sign in by login, password and TOTP
    displayName: text('display_name').notNull().default(''),
    passwordHash: text('password_hash'),
    totpSealed: text('totp_sealed'),
    totpLastStep: integer('totp_last_step').notNull().default(0), // a code works once
    failures: smallint('failures').notNull().default(0),
    lockedUntil: at('locked_until'),
    residentId: uuid('resident_id'), // the account holder, once registered under the real name
    facilityId: text('facility_id'), // staff: the facility served
    roles: text('roles').array().notNull().default([]), // staff: StaffRole of server/kernel/context.ts
    regionCode: text('region_code'), // official: top of the area overseen
    disabledAt: at('disabled_at'),
    sampleRank: smallint('sample_rank'), // demo accounts in the order the sign-in page lists them
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('accounts_phone').on(t.phoneHash),
    uniqueIndex('accounts_login').on(t.login),
    index('accounts_resident').on(t.residentId),
  ],
);

/** next-auth's cookie carries only a random sid; the session itself lives here, so revoking works at once. */
export const signInSessions = pgTable(
  'sign_in_sessions',
  {
    sidHash: text('sid_hash').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    createdAt: createdAt(),
    expiresAt: at('expires_at').notNull(),
    revokedAt: at('revoked_at'),
  },
  (t) => [index('sign_in_sessions_account').on(t.accountId)],
);

export const oneTimeCodes = pgTable(
  'one_time_codes',
  {
    phoneHash: text('phone_hash').notNull(),
    id: id(),
    codeHash: text('code_hash').notNull(),
    attempts: smallint('attempts').notNull().default(0),
    createdAt: createdAt(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
  },
  (t) => [primaryKey({ columns: [t.phoneHash, t.id] })],
);

/** Every read of one person's data: who, whose, what for. The resident can see it. */
export const accessEvents = pgTable(
  'access_events',
  {
    residentId: uuid('resident_id').notNull(),
    id: id(),
    at: at('at').notNull().defaultNow(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull().default(''),
    facilityId: text('facility_id'),
    what: text('what').notNull(),
    reason: text('reason').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.residentId, t.id] }),
    index('access_events_recent').on(t.residentId, t.at.desc(), t.id.desc()),
    index('access_events_at').using('brin', t.at), // for their seal, as audit_events_at
  ],
);
