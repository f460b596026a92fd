/**
 * Preloaded into every part: if the supervisor is killed outright its channel closes, and the part stops
 * as if it had been told to. So nothing is left behind even after kill -9.
 */
// a part's own children inherit this preload, but their channels are theirs: unreferenced, next dev would end
if (process.connected && process.ppid === Number(process.env.HUIMIN_SUPERVISOR)) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
}
