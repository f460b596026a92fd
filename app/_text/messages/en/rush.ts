import type { Messages } from '../../messages.ts';

export const rush: Messages['rush'] = {
  title: 'Line for new numbers',
  lead: 'Many people come when numbers are released, so they go in one after another.',
  session: 'What you want to book',
  early: 'The line has not opened yet',
  earlyLead:
    'This page changes by itself then; there is no need to reload. Those who join before the release are put in random order, so coming earlier is not faster.',
  opens: 'Line opens',
  open: 'You can join the line',
  openLead:
    'Those who join before the release are put in random order then; those who come after follow in order of arrival.',
  join: 'Join the line',
  before: 'You are in the line, before the release',
  beforeLead: 'You see your place once the numbers are released.',
  waiting: 'You are in the line',
  place: 'Your place',
  placeValue: '{place}',
  ahead: 'Before you',
  aheadValue: '{people} people',
  turn: 'Your turn',
  turnSoon: 'in less than a minute',
  turnIn: 'in about {minutes} min ({span})',
  people: 'People in the line',
  peopleValue: '{people}',
  release: 'Release',
  free: 'Free numbers of this clinic',
  freeValue: '{count} (changing)',
  now: 'It is your turn',
  nowLead: 'Going on to booking. If the page does not change, please use the button.',
  goOn: 'Go on to booking',
  goesOn: 'This page goes on to booking when it is your turn. Please keep it open.',
  full: 'All numbers of this clinic are taken',
  fullLead:
    'There is no need to wait here. You can join the waiting list, which is served first when somebody gives a number back, or look at other clinics.',
  toFull: 'Waiting list or other clinics',
  lost: 'There was no connection just now; trying again. Your place is kept.',
  how: 'What makes this line fair',
  howRandom:
    'Those who come before the release are ordered at random at that moment. Coming early, opening many pages, reloading or changing the phone is not faster.',
  howAll:
    'Numbers that all hospitals release at the same time have one line, so those before you may want other clinics.',
  howOne: 'A registered person has one place in one release, and it cannot be passed on.',
  howOther: 'Cancelling, checking in and reading your visits need no waiting at any time.',
  toLine: 'Go to the line',
  notReleased: 'Numbers are released at {release}',
  notReleasedEarly:
    'If many people come, they go in one after another: you can join the line from {time}. Those who join before the release are put in random order, so coming earlier is not faster and there is no need to reload.',
  notReleasedOpen:
    'If many people come, they go in one after another. You can join the line now; those who join before the release are put in random order, so coming earlier is not faster.',
};
