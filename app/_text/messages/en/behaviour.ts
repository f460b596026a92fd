import type { Messages } from '../../messages.ts';

export const behaviour: Messages['behaviour'] = {
  nav: 'Odd behaviour',
  title: 'Odd booking behaviour',
  lead: 'A list of hints, never a block by itself: thousands of phones may stand behind one address of a carrier. Look into it, then say what it was.',
  rules:
    'Listed are: {accounts} accounts at one address within two days; {people} people booked for by one account in 30 days; {actions} actions in a minute; a number that goes from one account to another within {minutes} minutes, {times} times.',
  open: 'To look at',
  all: 'All',
  empty: 'Nothing to look at',
  emptyHint: 'Looked for every ten minutes; what is new appears here.',
  what: 'Hint',
  who: 'Account or address',
  count: 'How often',
  where: 'Hospital',
  last: 'Last seen',
  first: 'First seen',
  verdict: 'Verdict',
  kind: {
    'many-accounts': 'Many accounts at one address',
    'many-people': 'One account for many people',
    'many-actions': 'Too many actions in a minute',
    'hand-over': 'Given back, then taken by another account',
  },
  counted: {
    'many-accounts': '{count} accounts',
    'many-people': '{count} people',
    'many-actions': '{count} in a minute',
    'hand-over': '{count} times',
  },
  address: 'address {hash}',
  judge: 'Say what it was',
  note: 'Grounds',
  noteHint: 'Kept in the audit; for example: telephoned, a school',
  save: 'Save the verdict',
  verdicts: { harmless: 'Harmless', watch: 'Watch', pursue: 'Hand over for inquiry' },
  staffLead:
    'Hints about this facility alone. Officials of the province and the city give the verdict; keep what proves a resale and report it.',
};
