import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { setAuthority } from '../facilities/set-authority.ts';
import type { ContextOf } from '../kernel/context.ts';
import { enqueue } from '../kernel/queue.ts';
import { transact } from '../kernel/transaction.ts';
import { requireOversight } from './policy.ts';
import type { EndpointView, registerInput } from './schema.ts';

/**
 * Registers a hospital's FHIR endpoint or changes it; the first pull follows at once. Keys are kept sealed or
 * hashed and never shown again; a key never moves along to another address. Private addresses cannot be registered this way.
 */
export async function registerEndpoint(
  ctx: ContextOf<'official'>,
  input: z.infer<typeof registerInput>,
): Promise<EndpointView> {
  const { facilityId, baseUrl, authority, token, noticeToken } = input;
  await requireOversight(ctx, facilityId);
  return transact(ctx.db, async (tx) => {
    const { rows } = await tx.client.query<EndpointView>(
      `insert into his_endpoints (facility_id, base_url, auth_kind, credential_sealed, notice_token_hash, max_concurrency,
         timeout_ms, max_body_bytes)
       values ($1, $2, case when $3::text is null then 'none' else 'bearer' end, $3, $4, $5, $6, $7)
       on conflict (facility_id) do update set base_url = excluded.base_url, allow_private = false,
         credential_sealed = coalesce(excluded.credential_sealed,
           case when his_endpoints.base_url = excluded.base_url then his_endpoints.credential_sealed end),
         auth_kind = case when excluded.credential_sealed is not null then 'bearer'
           when his_endpoints.base_url = excluded.base_url then his_endpoints.auth_kind else 'none' end,
         notice_token_hash = coalesce(excluded.notice_token_hash, his_endpoints.notice_token_hash),
         max_concurrency = excluded.max_concurrency, timeout_ms = excluded.timeout_ms,
         max_body_bytes = excluded.max_body_bytes, failures = 0, next_try_at = null
       returning facility_id as "facilityId", enabled, state`,
      [
        ...[facilityId, baseUrl, token ? ctx.sealing.seal(token) : null],
        ...[noticeToken ? ctx.sealing.hash('his-notice', noticeToken) : null],
        ...[input.maxConcurrency, input.timeoutMs, input.maxBodyBytes],
      ],
    );
    await setAuthority(tx, facilityId, authority);
    await recordAudit(tx, ctx, {
      facilityId,
      action: 'his.register',
      subjectType: 'his-endpoint',
      subjectId: facilityId,
      detail: { baseUrl, authority, newToken: Boolean(token), newNoticeToken: Boolean(noticeToken) },
    });
    await enqueue(tx, 'his-pull', { facilityId }, { key: `pull:${facilityId}` });
    return rows[0] ?? { facilityId, enabled: true, state: 'new' };
  });
}
