import type { StaffRole } from './kernel/context.ts';

/** Staff of a facility with at least one of the roles; an empty list is any staff. */
export type Who = 'anyone' | 'internal' | 'signed-in' | 'resident' | 'official' | { staff: StaffRole[] };

export const staff = (...roles: StaffRole[]): Who => ({ staff: roles });
