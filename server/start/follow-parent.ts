/**
 * Preloaded into every part: if the supervisor is killed outright its channel closes, and the part stops
 * as if it had been told to. So nothing is left behind even after kill -9.
 */
if (process.connected) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
}
