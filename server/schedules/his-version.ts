/**
 * Version of a hospital's row as text: time of change and version id, '2026-11-02T01:02:03.004Z|7'. Both are
 * kept because neither is enough: clocks are set back, and a restored system counts its versions from 1 again.
 */
export const hisStamp = (lastUpdated: string, version: string): string =>
  `${new Date(lastUpdated).toISOString()}|${version}`;

const parts = (stamp: string) => ({ at: stamp.slice(0, 24), version: stamp.slice(25) });
const counted = /^\d{1,15}$/;

/** Whether `next` replaces `current`: a later time of change, or a higher number where versions are counted. */
export function isNewerStamp(next: string, current: string | null): boolean {
  if (current === null) return true;
  const [a, b] = [parts(next), parts(current)];
  if (counted.test(a.version) && counted.test(b.version)) return a.at > b.at || Number(a.version) > Number(b.version);
  return a.at >= b.at && a.version !== b.version;
}
