import type { Context } from '../kernel/context.ts';

/** Ends the sign-in session at once, on every instance. Harmless when repeated. */
export async function signOut(ctx: Pick<Context, 'db' | 'clock' | 'sidHash'>): Promise<{ done: true }> {
  if (ctx.sidHash) {
    await ctx.db.pool.query('update sign_in_sessions set revoked_at = coalesce(revoked_at, $2) where sid_hash = $1', [
      ctx.sidHash,
      ctx.clock.now(),
    ]);
  }
  return { done: true };
}
