/**
 * Files and folders that read or change tables under the second net as the platform itself, each with its reason.
 * Whoever else names such a table asks as the actor (kernel/acting.ts), or as-platform.test.ts fails; the matrix
 * watches the statements themselves.
 */
export const asPlatform: Record<string, string> = {
  // the platform's own work
  'server/audit/': 'seals every row, and checks them',
  'server/cases/escalate-cases.ts': 'a job: what a facility left beyond its time goes up',
  'server/notices/insert-notices.ts': 'a message to somebody else is the platform’s',
  'server/notices/jobs.ts': 'a job: messages that go out by SMS',
  'server/reports/': 'sums, and the trail of a complaint',
  'server/reviews/sample.ts': 'how much a rule means at a hospital, and how much of a sample is drawn again: numbers',
  'server/reviews/quality-queries.ts': 'sums by hospital of an area',
  'server/reviews/find-subject.ts': 'a job draws what is looked at, without names',
  'server/reviews/follow-reviews.ts': 'a job: what came since',
  'server/reviews/write-sheet.ts': 'a job: how often an entry was changed',

  // intake, and whose record it is
  'server/his-sync/': 'intake, and which hospitals are asked for news',
  'server/records/keep-history.ts': 'intake',
  'server/records/lock-present.ts': 'intake',
  'server/records/reread-entries.ts': 'intake',
  'server/records/spread-topics.ts': 'intake',
  'server/records/withdraw-entries.ts': 'intake',
  'server/records/withdraw-told.ts': 'intake',
  'server/records/write-entries.ts': 'intake',
  'server/records/identity/':
    'who is who is found over everybody; what a person says at the desk is asked as that person',
  'server/records/find-resident-of.ts': 'whose a sampled entry is by now; opens nothing',
  'server/records/find-patient.ts': 'name and number of a card are held against what is known; opens nothing',
  'server/records/search/': 'where a search holds, by ids; what stands there is read through its record’s scope',

  // before anything is open
  'server/consents/break-glass.ts': 'whether there is such a record at all',
  'server/consents/find-rights.ts': 'asks with the client that it is given',
  'server/conduct/find-evidence.ts': 'whether a message had reached somebody who missed a visit',

  // family planning: what is read of a person is asked as the reader
  'server/family-planning/open-sheet.ts': 'who serves the person: the ground itself is looked for here',
  'server/family-planning/list-queries.ts':
    'whom a facility serves, but for those who keep the worker out: which is not the worker’s to read',
  'server/family-planning/lock-check.ts': 'a write behind openSheet: not yet as the worker',
  'server/family-planning/add-follow-up.ts': 'the same',
  'server/family-planning/enrol-person.ts': 'the same',
  'server/family-planning/grade-check.ts': 'the same',
  'server/family-planning/note-follow-up.ts': 'the same',
  'server/family-planning/note-results.ts': 'the same',
  'server/family-planning/record-service.ts': 'the same',
  'server/family-planning/register-fertility.ts': 'the same',
  'server/family-planning/prompts/find-offering.ts': 'a job: what hospitals tell raises prompts',
  'server/family-planning/prompts/raise-prompts.ts': 'the same',
  'server/family-planning/prompts/read-ends.ts': 'the same',
  'server/family-planning/prompts/settle-prompts.ts': 'a write behind openSheet: not yet as the worker',
  'server/family-planning/prompts/take-up-prompts.ts': 'follows from a say, whoever enters it',
};

/** The line of the list that a file falls under. */
export const lineFor = (path: string): string | undefined =>
  Object.keys(asPlatform).find((line) => (line.endsWith('/') ? path.startsWith(line) : path === line));
