import type { Messages } from '../../messages.ts';

export const rush: Messages['rush'] = {
  title: 'Line for new numbers',
  lead: 'Many people come when numbers are released, so they go in one after another.',
  session: 'What you want to book',
  early: 'The line has not opened yet',
  earlyLead: 'You can join from {time}. Numbers are released at {release}.',
  open: 'You can join the line',
  openLead:
    'Numbers are released at {release}. Those who join before are put in random order then; those who come after follow in order of arrival.',
  join: 'Join the line',
  before: 'You are in the line, before the release',
  beforeLead: 'Numbers are released at {release}; then you see your place.',
  waiting: 'You are in the line',
  place: 'Your place',
  placeValue: '{place}',
  turn: 'Your turn',
  turnSoon: 'in less than a minute',
  turnIn: 'in about {minutes} min ({span})',
  people: 'People in the line',
  peopleValue: '{people}',
  release: 'Release',
  free: 'Free numbers of this clinic',
  freeValue: '{count} (changing)',
  goesOn: 'This page goes on to booking when it is your turn. Please keep it open.',
  full: 'All numbers of this clinic are taken',
  fullLead:
    'There is no need to wait here. You can join the waiting list, which is served first when somebody gives a number back, or look at other clinics.',
  toFull: 'Waiting list or other clinics',
  lost: 'There was no connection just now; trying again. Your place is kept.',
  look: 'Update my place',
  how: 'What makes this line fair',
  howRandom:
    'Those who come before the release are ordered at random at that moment. Coming early, opening many pages, reloading or changing the phone is not faster.',
  howOne: 'A registered person has one place in one release, and it cannot be passed on.',
  howOther: 'Cancelling, checking in and reading your visits need no waiting at any time.',
  toLine: 'Go to the line',
};
