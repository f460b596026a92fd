import type { Messages } from '../../messages.ts';

export const home: Messages['home'] = {
  title: 'Which department, which hospital?',
  searchLabel: 'Hospital, department or doctor',
  searchHint: 'Name, pinyin or initials, for example “huaxi”, “xnk”, “erke”',
  quick: 'Often needed',
  quickMore: 'All hospitals and departments',
  nextVisit: 'Your next visit',
  allVisits: 'All visits',
  news: 'Latest messages',
  allNews: 'All messages',
  noNews: 'No messages yet',
  guides: 'Good to know',
  guide: {
    how: {
      title: 'Your first booking',
      text: 'Choose a hospital, a department and a time; confirm under your real name and show the code.',
    },
    family: {
      title: 'For parents and children',
      text: 'Add family members and book for all of them with one account.',
    },
    change: {
      title: 'Changing and cancelling',
      text: 'Do it yourself before the deadline; the old number is kept until the new one is yours.',
    },
  },
};
