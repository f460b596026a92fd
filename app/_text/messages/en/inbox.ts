import type { Messages } from '../../messages.ts';

export const inbox: Messages['inbox'] = {
  title: 'Messages',
  empty: 'No messages yet',
  emptyHint: 'Bookings, changes and cancelled clinics are announced here.',
  unread: 'unread',
  readAll: 'Mark all as read',
  for: 'For {name}',
  kind: {
    booked: {
      title: 'Booked',
      body: '{facility}, {department}, {visit}, no. {number}, code {code}. You can cancel until {cancelBy}.',
    },
    held: {
      title: 'Waiting for the hospital',
      body: '{facility}, {department}, {visit}. We tell you when the hospital confirms.',
    },
    confirmed: {
      title: 'The hospital confirmed',
      body: '{facility}, {department}, {visit}, no. {number}, code {code}.',
    },
    rejected: {
      title: 'The hospital did not accept the booking',
      body: '{facility}, {department}, {visit}. Please choose another time or hospital.',
    },
    cancelled: { title: 'Visit cancelled', body: '{facility}, {department}, {visit} is cancelled.' },
    rescheduled: {
      title: 'Time changed',
      body: '{facility}, {department}, now {visit}, no. {number}, code {code}. The old number is given back.',
    },
    'clinic-stopped': {
      title: 'The hospital cancelled the clinic',
      body: '{facility}, {department}, {visit} does not take place. Your visit is cancelled and not counted against you.',
    },
    'time-changed': {
      title: 'Your visit was moved',
      body: '{facility}, {department}: the hospital moved your number of {was} to {visit}. No. {number} and the code {code} stay. If you cannot come, you may cancel until it begins; that is no missed visit.',
    },
    'doctor-changed': {
      title: 'Another doctor',
      body: '{facility}, {department}, {visit} is taken by {after}. Your number and code stay.',
    },
    'offer-lapsed': {
      title: 'Offer over',
      body: 'The number kept for you at {facility}, {department} was given back.',
    },
    'draw-entered': {
      title: 'Request for the draw received',
      body: '{facility}, {department}, {date}: numbers are given by draw. Your receipt is {receipt}. Requests close {closesAt}; early or late, by phone, desk or app, the chance is the same.',
    },
    'draw-lost': {
      title: 'Not drawn this time',
      body: '{facility}, {department}, {date}: the numbers were gone before your request came up. {waits, select, yes {You wait in the order drawn, at place {number}: returned numbers are offered in turn, and you may leave at any time.} other {Open it to join the waiting list: returned numbers are offered in order.}} The draw is open to check.',
    },
    'draw-passed': {
      title: 'Drawn, but not possible',
      body: '{facility}, {department}, {date}: when your request came up, a booking rule stood against it and the next one had the number.',
    },
    'draw-void': {
      title: 'Draw cancelled',
      body: '{facility}, {department}: the clinic on {date} was stopped, so there is no draw. Please choose another session; nothing is held against you.',
    },
    reminder: {
      title: 'Your visit',
      body: '{date}: {list}. If you cannot come, cancel in time so that somebody else can.',
    },
    'queue-missed': {
      title: 'You were called and did not answer',
      body: 'Number {number} at {facility} {department} was called {calls} times. Go to the desk to queue again: your number stays valid, there is nothing to pay and it is no missed appointment.',
    },
    rerouted: {
      title: 'Moved to the right department',
      body: '{facility} {department}, number {number}, code {code}. No second fee. You are in its line already; please wait there.',
    },
    'follow-up': {
      title: 'Your doctor suggests a return visit',
      body: '{facility} {department} suggests that you come back between {from} and {to}. Open this to pick a time, or do so at the desk.',
    },
    'wait-offer': {
      title: 'A number for you from the waiting list',
      body: '{facility}, {department}, {visit}, no. {number}, kept for you until {until}. Open to take it; after that it goes to the next person.',
    },
    'wait-lapsed': {
      title: 'The kept number went on',
      body: '{facility}, {department}, {date}: it was not taken in time and went to the next person. You can join the list again, at its end.',
    },
    'wait-withdrawn': {
      title: 'The hospital took the kept number back',
      body: '{facility}, {department}, {date}: the hospital took no. {number} back; we are sorry. Your place in the list stays, and we tell you when there is another.',
    },
    'wait-cleared': {
      title: 'The waiting list has ended',
      body: '{facility}, {department}, {date}: {stopped, select, yes {the clinic does not take place.} other {no number came free for you before the clinic begins.}} You can choose another clinic.',
    },
    'visit-missed': {
      title: 'A missed visit was counted',
      body: '{facility}, {department}, {visit}: nobody checked in that day. {count} count now; {limit} pause online booking. This one counts until {until}. If you were there or had a reason, open to see the evidence and appeal.',
    },
    'booking-paused': {
      title: 'Online booking is paused',
      body: 'After {count} missed visits, booking online {where, select, one {at {facility} } other {}}is paused until {until}. Hospital desks and referrals stay open; open to see the evidence of each and appeal.',
    },
    'strike-lifted': {
      title: 'A missed visit was taken back',
      body: '{facility}, {department}, {visit}: {cause, select, came {the hospital confirmed that you came.} facility {the hospital says you are not to blame.} appeal {your appeal was granted.} other {systems had failed at that time.}} It no longer counts. {ended, select, yes {You can book online again.} other {}}',
    },
    'appeal-refused': {
      title: 'Your appeal was not granted',
      body: '{facility}, {department}, {visit}: the missed visit stays on record. Open to read the health office’s reason; hospital desks and referrals stay open.',
    },
    'glass-broken': {
      title: 'A doctor opened your health record in an emergency',
      body: '{doctor} of {facility} opened your health record because of an emergency; it closes by itself on {until}. The hospital’s privacy officer looks into it. Open to see what was read, and to ask why.',
    },
    'record-reviewed': {
      title: 'Health officials looked at one of your visits',
      body: 'While checking the records of {facility}, {office} had to see whose one visit was, and stated why. The office above looks into whether it was needed. Open to see who looked, and to ask why.',
    },
    'case-answered': {
      title: 'Your question was answered',
      body: '{office} has answered {about, select, why {why your record was looked at} glass {about the emergency opening} other {your request for a correction}}. Open to read it.',
    },
    'case-escalated': {
      title: 'Your question went to the health office',
      body: '{facility} did not answer in time {about, select, why {why your record was looked at} glass {about the emergency opening} other {your request for a correction}}; the health office of the area now does.',
    },
    'ticket-lost': {
      title: 'The hospital took the number back',
      body: '{facility}, {department}, {visit}. We are sorry for the trouble.',
    },
  },
  withOffer: 'We keep a similar number for you: {time}. Please decide before {until}.',
  offer: 'A number kept for you',
  offerLead: 'Because of a change at {facility}, {department}, we keep this number for {name}.',
  offerUntil: 'Kept until {time}, then given back.',
  accept: 'Take this number',
  decline: 'No, thank you',
  acceptDone: 'Booked for you.',
};
