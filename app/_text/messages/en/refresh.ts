/** News of one person from all hospitals at once. */
export const refresh = {
  ask: 'Update my record',
  askOf: 'Update the record of {name}',
  askPatient: 'Ask the hospitals for news',
  lead: 'Asks every hospital you have been to for new entries. It mostly takes seconds, at most 20.',
  leadOf: 'Asks every hospital {name} has been to for new entries. It mostly takes seconds, at most 20.',
  leadPatient:
    'Asks every hospital the patient has been to for new entries. It mostly takes seconds, at most 20. The patient sees that you asked.',
  running:
    'Asking {total, plural, one {# hospital} other {# hospitals}}; answers so far: {done}. What has come is shown already.',
  done: 'Updated {time}: {total, plural, one {the hospital} other {all # hospitals}} answered, {news, plural, one {# entry} other {# entries}} new or changed.',
  doneNothing:
    'Updated {time}: {total, plural, one {the hospital} other {all # hospitals}} answered, there is nothing new.',
  partly:
    'Updated {time}: {failed} of {total, plural, one {# hospital} other {# hospitals}} could not be reached. The rest is up to date, {news, plural, one {# entry} other {# entries}} new or changed.',
  nobody: 'Asked {time}: no hospital could be reached. What is shown came earlier.',
  again: 'You can update again after {time}.',
  hospitals: 'What each hospital answered',
  answer: 'Answer',
  state: { waiting: 'Waiting for its answer', done: 'Answered', failed: 'Not updated' },
  news: '{count} new or changed',
  nothing: 'Nothing new',
  trouble: {
    off: 'The connection to this hospital is paused. What is missing comes by itself once it is back.',
    resting: 'The hospital’s system cannot be reached at the moment. What is missing comes by itself once it is back.',
    slow: 'The hospital did not answer in time. What is missing comes by itself later.',
    silent: 'There was no connection to the hospital’s system. What is missing comes by itself later.',
    busy: 'The hospital’s system is busy. What is missing comes by itself later.',
    refusing: 'The hospital’s system did not accept the question. It was noted for those who run the connection.',
    failing: 'The hospital’s system has a fault. What is missing comes by itself later.',
    unreadable: 'The hospital’s answer could not be read. It was noted for those who run the connection.',
  },
};
