import { z } from 'zod';

/** Every kind of message; app/_text words each in every language. */
export const noticeKinds = [
  'booked', // facility, department, time, code, cancelBy
  'held', // waiting for the hospital to accept
  'confirmed', // the hospital accepted
  'rejected', // the hospital did not accept, or did not answer in time
  'cancelled',
  'rescheduled',
  'clinic-stopped', // with an offer if there is one
  'time-changed', // the session begins at another time of its day
  'doctor-changed', // another doctor of the same or a higher grade takes the session
  'offer-lapsed',
  'ticket-lost', // the hospital gave the number away
  'wait-offer', // a number is kept for somebody on a waiting list
  'wait-lapsed', // it was not taken in time
  'wait-withdrawn', // the hospital gave it away; the place in the list stays
  'wait-cleared', // the list ended without a number
  'draw-entered', // a request for a number that is given by draw, with its receipt
  'draw-lost', // the numbers were gone before this request came up
  'draw-passed', // drawn, but a rule forbade the booking
  'draw-void', // no draw, as the clinic was stopped
  'reminder', // of all visits of one day
  'queue-missed', // called and not there
  'rerouted', // a new number in the right department
  'follow-up', // the doctor wishes a return visit
  'visit-missed', // a strike, with how many count now
  'booking-paused', // no booking online until …
  'strike-lifted', // by whom and why, and whether a pause ended with it
  'appeal-refused',
  'glass-broken', // somebody without a relationship opened the record in an emergency
  'record-reviewed', // an official sees whose a sampled visit is, under a case
  'case-answered', // a question about the record has its answer
  'case-escalated', // the facility did not answer in time; the officials of the area do
] as const;
export const noticeKind = z.enum(noticeKinds);
export type NoticeKind = z.infer<typeof noticeKind>;

export const noticeView = z.object({
  id: z.string(),
  residentId: z.string(),
  kind: noticeKind,
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  link: z.string().nullable(),
  createdAt: z.date(),
  readAt: z.date().nullable(),
});
export const noticesOutput = z.object({ items: z.array(noticeView), next: z.string().nullable(), unread: z.number() });

/** What residents choose by: type × channel (F7). */
export const noticeType = z.enum(['booking', 'reminder', 'queue', 'follow-up']);
export type NoticeType = z.infer<typeof noticeType>;
export const noticeChannel = z.enum(['message', 'sms', 'wechat']);
export type NoticeChannel = z.infer<typeof noticeChannel>;
export const setChoiceInput = z.object({ type: noticeType, channel: noticeChannel, wanted: z.boolean() });
export const choicesOutput = z.object({
  choices: z.array(z.object({ type: noticeType, channel: noticeChannel, wanted: z.boolean() })),
});
