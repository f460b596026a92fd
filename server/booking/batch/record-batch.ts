import type { AuditOf } from '../../audit/record-audits.ts';
import type { NoticeOf } from '../../notices/insert-notices.ts';
import { appointmentLink } from '../record-booking.ts';
import { isHeld } from '../rules.ts';
import type { Decided } from './settle.ts';

/** The audit row that `recordBooking` writes for one booking. */
export const auditOf = ({ request: { ctx }, target, appointmentId, at, claimed }: Decided): AuditOf => ({
  ...{ ctx, at },
  entry: {
    facilityId: target.facilityId,
    action: 'booking.book',
    subjectType: 'appointment',
    subjectId: appointmentId,
    detail: { sessionId: target.sessionId, number: claimed.number, channel: ctx.channel, held: isHeld(target) },
  },
});

/** The message that `recordBooking` sends for one booking. */
export const noticeOf = ({ request: { ctx, wish }, target, appointmentId, at, claimed }: Decided): NoticeOf => ({
  ...{ ctx, at },
  entry: {
    residentId: wish.residentId,
    kind: isHeld(target) ? 'held' : 'booked',
    params: {
      facility: target.facilityName,
      department: target.departmentName,
      windowStart: claimed.windowStart.toISOString(),
      windowEnd: claimed.windowEnd.toISOString(),
      number: claimed.number,
      code: claimed.code,
      cancelBy: claimed.cancelBy.toISOString(),
    },
    link: appointmentLink(target.facilityId, appointmentId),
  },
});
