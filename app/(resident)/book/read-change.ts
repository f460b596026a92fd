/** The appointment that is being changed, carried in the address as <facility>~<id> while a new time is chosen. */
export function readChange(query: Record<string, string | string[] | undefined>) {
  const found = typeof query.change === 'string' ? /^([A-Za-z0-9]{1,20})~([0-9a-f-]{36})$/.exec(query.change) : null;
  return found?.[1] && found[2] ? { key: found[0], facilityId: found[1], appointmentId: found[2] } : null;
}

export const changeKey = (visit: { facilityId: string; id: string }): string => `${visit.facilityId}~${visit.id}`;
