import type { Messages } from '../../messages.ts';

/** A record printed or downloaded, to be shown elsewhere. */
export const take: Messages['take'] = {
  title: 'Take the record along',
  link: 'Print, download',
  lead: 'For a doctor in another place, in a village or abroad. What you have handed over cannot be called back, so give it only to people you trust.',
  who: 'The record of {name}',
  sealed: 'Guarded topics to take along',
  sealedHint: 'What is not ticked stays here, and the file does not tell what is missing.',
  paper: 'Print a summary',
  paperHint:
    'A page or two: allergies, medicines, illnesses, latest results, vaccinations and visits, for a doctor without a computer.',
  toPaper: 'Go to print',
  file: 'Download the summary as a file',
  fileHint:
    'An International Patient Summary (FHIR IPS) that systems of hospitals here and abroad can read. Values are as the laboratory printed them.',
  all: 'Download everything',
  allHint:
    'All that hospitals have told (a FHIR file), for another health app or a hospital’s system; it is not meant for reading.',
  download: 'Download',
  noted:
    'Prints and downloads are noted under “Who looked”, those within an hour as one. Of ID numbers only the first and last digits are written.',
  print: 'Print',
  printed: 'Printed by Huimin Health, {time}',
  source:
    'Told by hospitals and perhaps not complete: what is not listed may exist all the same. Please ask the person too.',
  partly: 'Only allergies and vaccinations: nothing else is open to you.',
  born: 'Born {date}',
  part: {
    allergies: 'Allergies',
    medicines: 'Medicines (in use, and of the last six months)',
    problems: 'Illnesses',
    results: 'Results (the latest of each)',
    vaccinations: 'Vaccinations',
    procedures: 'Operations and procedures',
    past: 'Past illnesses',
    visits: 'Latest visits',
  },
  staffHint:
    'The patient gave a code, so the summary may be read into your own system. Guarded topics are not in it, and the patient sees that it was downloaded.',
  none: 'No hospital has told anything of this, which does not mean that there is nothing',
};
