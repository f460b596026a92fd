/** Refusals about who may look at a record, and about cases. */
export const faultRecord = {
  'identity-case-not-found':
    'There is no such patient to decide about, or it is not yours to decide. Go back to the list and choose again.',
  'identity-decided':
    'This patient is settled: somebody has just decided, or news from the hospital did. See the list; a wrong decision can be taken back.',
  'identity-not-decided': 'There is no decision to take back; somebody may have done so already. Reload the page.',
  'case-not-found': 'This case was not found, or it is not yours to answer. Please reload the list.',
  'look-not-found': 'This look was not found, or it is not yours. Please reload the list and choose again.',
  'why-answered':
    'You have asked about this look, and it was answered. Please read the answer under “My questions”; if it does not satisfy you, ask the health office of the area.',
  'why-kin': 'A family member looked for you. To end that, please close “Family who act for me” under “Who may look”.',
  'case-answered': 'This was answered already and cannot be changed. Please reload the list.',
  'case-own-look':
    'This is about a look of your own, so you cannot answer it. Please ask a colleague or the office above.',
  'case-outcome': 'This kind of case cannot be answered so. Please choose one of the outcomes listed.',
  'guardian-cannot-open':
    'Guarded topics are the child’s own, so a guardian cannot open them to themselves. From 14 the child can decide; in an emergency please tell the doctor directly.',
  'consent-text-changed': 'The explanation was just renewed. Please reload the page and read it before you decide.',
  'deny-staff-only':
    'Only a worker of a facility can be kept out. For family please close “Family who act for me” under “Who may look”; about an official you can ask why.',
  'denial-not-found': 'This was not found; it may have ended already. Please reload the page.',
  'share-hours': 'A code can be valid for {hours} hours. Please choose one of these.',
  'take-needs-code':
    'A file of the record can be downloaded only with a code from the patient. Please ask for one, made under “Who may look”, and enter it first.',
  'take-too-large':
    'This record has more than {most} entries, too many for one download. You can download the summary; for everything please ask the records office of your hospital.',
  'share-code-not-found':
    'There is no such code, or it has ended. Please check it and enter it again, or ask the patient for another.',
  'refresh-too-soon':
    'A record is updated at most every {minutes} minutes, and this one just was: what hospitals have is shown. Please try again later.',
  'refresh-no-hospital':
    'No hospital has told anything of this person yet, so there is none to ask. Please give the ID number when registering at a hospital; entries appear by themselves once it tells.',
  'record-closed':
    'By the person’s own decision this record is not open to you, not even in an emergency. Please ask a colleague to look.',
  'glass-needed':
    'You are not treating this patient now: no visit here today, and none lately. Please ask for a code; in a real emergency you can open the record and say why.',
  'family-closed':
    'This person does not open the record to family. Please talk to them; they can open it under “Who may look”.',
  'proof-outgrown':
    'You added this person as their guardian, and they are 18 now. Please remove them and add them again with the code sent to their own phone.',
  'research-closed': 'This person has not agreed to research. Please use only records of those who have.',
  'sums-only':
    'Officials see sums, not one person’s record. To look into a single matter, please ask the facility for an answer.',
  'review-not-found':
    'There is no such review, or it is not of your area. Please go back to the list of reviews and choose again.',
  'review-no-hospitals':
    'No facility of this area sends records yet, so there is nothing to draw from. Please choose a larger area, or look at the intake of records first.',
  'review-other-office':
    'This review belongs to an office below yours: you can read it, and decide once a facility has missed its day. Please ask the office that made it.',
  'review-nothing-confirmed':
    'There is no confirmed finding left to return; a colleague may just have returned them. Please confirm findings first.',
  'review-due': 'The day must lie between {from} and {to}. Please choose a day within these bounds.',
  'review-case-waiting':
    'The time of your last named look is over, and the office above has not answered yet. Please wait for its answer before you ask again.',
  'finding-not-found':
    'There is no such finding, or it is not yours to handle. Please reload the list and choose again.',
  'finding-moved':
    'This finding has just moved on; a colleague may have handled it. Please reload the page and look before you go on.',
  'finding-words': 'This step needs a reason of at least four letters. Please add it and send again.',
  'research-no-findings':
    'A sample for research asks nothing of hospitals. To check quality, please make a quality review.',
  'research-nameless':
    'A sample for research never shows a name. To look into a single matter, please make a quality review.',
  'patient-not-found':
    'No patient has both this name and this number. Please compare with the card; a new patient can be registered first.',
};
