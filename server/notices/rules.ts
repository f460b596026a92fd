import type { NoticeChannel, NoticeKind, NoticeType } from './schema.ts';

/**
 * What a message is about. Mandatory: the visit will not be as it was promised, or needs an answer in time.
 * Nobody may mute these (F7), because not knowing costs a journey.
 */
export const typeOf: Record<NoticeKind, NoticeType | 'mandatory'> = {
  booked: 'booking',
  held: 'booking',
  confirmed: 'booking',
  cancelled: 'booking',
  rescheduled: 'booking',
  rejected: 'mandatory',
  'clinic-stopped': 'mandatory',
  'time-changed': 'mandatory',
  'doctor-changed': 'mandatory',
  'offer-lapsed': 'mandatory',
  'ticket-lost': 'mandatory',
  'wait-offer': 'mandatory',
  'wait-lapsed': 'booking',
  'wait-withdrawn': 'mandatory',
  'wait-cleared': 'booking',
  'draw-entered': 'booking',
  'draw-lost': 'mandatory',
  'draw-passed': 'mandatory',
  'draw-void': 'mandatory',
  reminder: 'reminder',
  'queue-missed': 'queue',
  rerouted: 'queue',
  'follow-up': 'follow-up',
  'visit-missed': 'mandatory',
  'booking-paused': 'mandatory',
  'strike-lifted': 'mandatory',
  'appeal-refused': 'mandatory',
  'glass-broken': 'mandatory',
  'record-reviewed': 'mandatory',
  'case-answered': 'mandatory',
  'case-escalated': 'mandatory',
};

export const noticeTypes: readonly NoticeType[] = ['booking', 'reminder', 'queue', 'follow-up'];

/** Without a choice everything comes by message and SMS; WeChat only to those who ask for it. */
export const wantedByDefault: Record<NoticeChannel, boolean> = { message: true, sms: true, wechat: false };
