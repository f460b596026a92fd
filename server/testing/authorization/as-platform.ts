/**
 * Files that a procedure reaches and that read or change tables under the second net as the platform itself, each with
 * its reason. A file that is found and not on this list fails the matrix: ask as the actor (kernel/acting.ts).
 */
export const asPlatform: Record<string, string> = {
  'server/notices/insert-notices.ts': 'a message to somebody else is the platform’s',
  'server/consents/break-glass.ts': 'whether there is such a record at all, before it is opened',
  'server/family-planning/open-sheet.ts': 'who serves the person: the ground itself is looked for here',
  'server/his-sync/refresh/queries.ts': 'which hospitals are asked for news, no more than their names',
  'server/reviews/quality-queries.ts': 'sums by hospital of an area',
  'server/reviews/sample.ts': 'how much a rule means at a hospital, and how much of a sample is drawn again: numbers',
  'server/records/identity/source-patients.ts': 'a patient is moved as intake would move it, once a person has said so',
  'server/records/identity/decide-case.ts': 'the same',
  'server/records/identity/move-record.ts': 'the same',
};
