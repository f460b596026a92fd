import { hash } from 'node:crypto';

/**
 * Our id of a hospital's resource, a UUIDv8 of where it comes from: references between resources can be followed,
 * and a repeated delivery meets its row, without a table of ids.
 */
export function entryId(facilityId: string, type: string, sourceId: string): string {
  const hex = hash('sha256', `${facilityId}\0${type}\0${sourceId}`, 'hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
