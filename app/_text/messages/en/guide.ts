import type { Messages } from '../../messages.ts';

export const guide: Messages['guide'] = {
  title: 'Before you book',
  lead: 'A minute here may save a trip.',
  steps: {
    title: 'How to book',
    one: 'Look for a department, a hospital or a doctor and choose a day with numbers left.',
    two: 'Choose a time and the patient. The first booking asks for your name and ID number.',
    three: 'Check and confirm. Some hospitals take a few minutes; the number is kept for you meanwhile.',
    four: 'On the day, bring an identity document and show the code or the QR code.',
  },
  rules: {
    title: 'Rules',
    one: 'Ordinary numbers can usually be cancelled until 2 hours before; expert numbers until 17:00 the day before. The time on the proof counts.',
    two: 'One person books at most 2 numbers a day and keeps at most 5 coming visits.',
    three: 'Two visits cannot overlap; one number a day with the same department or doctor.',
    four: 'A clinic cancelled by the hospital is not counted against you; where we can, we keep a similar number.',
  },
  family: {
    title: 'For your family',
    one: 'Children under 16 are added with a guardian’s declaration.',
    two: 'People aged 16 and over agree with a code sent to their own phone.',
  },
  change: {
    title: 'Changing and cancelling',
    one: 'Open the visit under “My visits” and choose “Change the time” or “Cancel the visit”.',
    two: 'The old number is given back only when the new one is yours.',
  },
};
