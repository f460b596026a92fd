import type { Messages } from '../../messages.ts';
import { faultPlanning } from './fault-planning.ts';
import { faultRecord } from './fault-record.ts';
import { faultWay } from './fault-way.ts';

export const fault: Messages['fault'] = {
  blocking: 'It conflicts with: {label}.',
  showBlocking: 'Show that visit',
  nextAt: 'You can try again from {time}.',
  opensAt: 'Booking opens on {time}.',
  title: {
    invalid: 'Something needs correcting',
    'sign-in': 'Please sign in',
    'not-found': 'Not found',
    refused: 'Not possible at the moment',
    conflict: 'Conflicts with what is on record',
    busy: 'Too many attempts',
    unavailable: 'The service is not available just now',
    network: 'No connection',
  },
  general: {
    invalid: 'Please check what you entered and submit again.',
    'sign-in': 'You are not signed in, or your session is over. Please sign in to continue.',
    'not-found': 'It does not exist, or does not belong to this account.',
    refused: 'The rules in force do not allow this now (rule: {rule}).',
    conflict: 'This conflicts with what is on record ({rule}).',
    busy: 'Too many requests. Please wait a moment.',
    unavailable: 'The service is not available just now. Please try again later.',
    network:
      'The server did not answer; what you typed is still here. Once you are connected it is safe to try again: the same booking is never made twice.',
  },
  rule: {
    'not-released': 'Booking for this session has not opened yet.',
    resting: 'Numbers of this day rest from the evening before, while the hospital prepares its lists.',
    'age-below':
      '{department} sees patients aged {age} and older. Choose another department; “Find the right department” or the hospital’s desk can help.',
    'age-above':
      '{department} sees patients aged {age} and younger. Choose a department for adults; “Find the right department” or the hospital’s desk can help.',
    'women-only': '{department} sees women only. Choose another department, or ask at the hospital’s desk.',
    'men-only': '{department} sees men only. Choose another department, or ask at the hospital’s desk.',
    'pause-province':
      'Booking online is paused for this person after {strikes} missed visits. Hospital desks and referrals stay open; “Me · Missed visits” shows the evidence of each, and you can appeal there.',
    'pause-facility':
      'Booking online at this hospital is paused for this person after {strikes} missed visits. Its desk, referrals and other hospitals stay open; “Me · Missed visits” shows the evidence, and you can appeal there.',
    'cancel-limit':
      '{limit} numbers were given back or changed within {days} days, so no new one can be booked for now. Visits already booked stay, and hospital desks can help.',
    'strike-lifted': 'This missed visit was taken back already, so there is nothing to appeal. Please reload the page.',
    'appealed-already':
      'This missed visit was appealed before, which is possible once. The answer and its deadline are shown with it.',
    'appeal-too-late': 'This missed visit no longer counts, so there is nothing to appeal. You can book as usual.',
    'strike-not-found':
      'This missed visit was not found, or it is nobody’s of your family. Go back and choose it again.',
    'appeal-not-found': 'This appeal was not found, or it does not belong to your area. Please reload the list.',
    'appeal-decided': 'Somebody has answered this appeal already. Please reload the list to read the answer.',
    'fault-window-times': 'The failure must end later than it began. Please correct the times.',
    'fault-window-long':
      'One failure can last {limit} hours at most. Enter longer ones in parts, or change the rules instead.',
    'province-only':
      'Only the provincial office can change the bounds. If they need changing, propose it there and say why.',
    'bounds-crossed': 'The least cannot be above the most ({min} to {max}). Please correct it and save again.',
    'ages-crossed': 'The youngest age cannot be above the oldest. Please correct it and save again.',
    full: 'This session is fully booked.',
    closed: 'Booking for this session has closed.',
    stopped: 'This session has been cancelled by the hospital.',
    halted:
      'The numbers of this session do not add up and are being checked; until then none can be booked. Numbers already booked stay valid. Please choose another session or look again later.',
    'caller-too-fast':
      'You, or others on the same network, asked too much in a short time, so this was not done. Please wait {seconds} seconds and try once more; what is done already stands.',
    'site-busy':
      'Too many people are here at this moment. Bookings, cancellations and check-ins go first, so this was not done and nothing was saved. Please try again in {seconds} seconds; there is no need to keep reloading.',
    'wait-turn':
      'Many people are waiting for these numbers and it is not your turn yet (your place: {place}). Go back to the waiting page; it goes on by itself. Pressing earlier is not faster, and no number was used.',
    'join-line':
      'Too many people want these numbers at once, so they go in one after another ({people} are waiting). You are not in the line yet: please join it first. No number was used.',
    'rush-early':
      'The line for this release has not opened yet; please join once it has. Those who join before the release are put in random order, so coming earlier is not faster.',
    'rush-over': 'This release is over and nobody has to wait: please book directly.',
    'too-busy':
      'Too many people are booking at this moment. Your request was not taken and no number was used. Keep this page open and press again at the time shown.',
    'stoppage-days': 'The last day cannot be before the first.',
    'stoppage-too-long':
      'One stop covers at most {limit} days. For longer, stop in several steps or change the weekly templates.',
    'nothing-to-stop':
      'There is no clinic to stop on these days: none is planned, all are stopped or over, or the hospital’s own system keeps them. Please check the department (doctor) and the dates.',
    'same-doctor': 'The stand-in cannot be the same doctor; please choose another.',
    'no-clinic-to-change':
      'This doctor has no clinic to hand over on these days: none is planned, or all are stopped or over. Please check the doctor and the dates.',
    'already-placed': 'This person already has a new number; nothing more to book. Please refresh and look again.',
    'stoppage-not-found': 'This stop was not found.',
    'ledger-settled':
      'This session has no open alert; a colleague may just have settled it. Please refresh and look again.',
    'ledger-double':
      'Number {number} is held by two people, and no rule can decide between them. Ask the hospital to move or cancel one of them first, then release the session.',
    'ledger-still-off':
      'The numbers still do not add up after being put in order, so everything was undone. Please try again shortly; should it happen again, have the technicians look at this session.',
    'by-draw':
      'The numbers of this session are given by draw: they cannot be booked directly, and nobody has to race. Enter a request on its page while requests are taken: early or late, the chance is the same.',
    'draw-not-open': 'Requests are not taken yet. Come back then; early or late, the chance is the same.',
    'draw-closed':
      'Requests are closed and the list is fixed: nothing can be entered or withdrawn. If you are not drawn you can join the waiting list, or choose another session.',
    'draw-limit':
      'A patient can have at most {limit} undecided requests at a time. Withdraw one first, or wait until it is drawn.',
    'draw-already-selling':
      '{taken} public numbers are booked already, so the session cannot change to a draw. Set it in the template, for the sessions after it.',
    'draw-no-time':
      'Too late: requests must close at least {hours} hours before the session. Take requests for a shorter time, or choose a later session.',
    'draw-under-way':
      'Requests are being taken, so it cannot go back to first come. If it must be cancelled, stop the clinic.',
    'draw-not-found': 'There is no such draw. The session may be first come again: look at it on the booking page.',
    'draw-file-not-found': 'Requests and results can be downloaded once the draw is done.',
    'entry-not-found': 'There is no such request, or it belongs to another account.',
    'window-full': 'This time has just been taken. Please choose another.',
    'waitlist-not-full': 'This clinic still has numbers, so nobody need wait. Go back, choose a time and book it.',
    'waitlist-over':
      'The waiting list of this clinic has ended: from one hour before it begins no number is kept, as nobody could get there in time. Please choose another clinic.',
    'waitlist-limit':
      'One person can wait for at most {limit} clinics at a time. Leave one under “Waiting lists”, then join this one.',
    'waitlist-no-time':
      'The person’s other visits overlap with every time of this clinic, so no number of it could be used. Cancel or move that visit first, then join.',
    'wait-not-offered':
      'No number is kept for you now: its time is over, or you have left the list. “Waiting lists” shows how things stand.',
    'wait-lapsed':
      'The time to take this number is over and it went to the next person. You can join the list again, at its end.',
    'wait-not-found': 'This place in a waiting list does not exist or is not yours. “Waiting lists” shows yours.',
    'same-doctor-day': 'One person can book only one number a day with the same department or doctor.',
    'day-limit': 'One person can book at most {limit} numbers a day.',
    'open-limit': 'One person can keep at most {limit} coming visits.',
    overlap: 'This person already has another visit at that time.',
    'cancel-too-late': 'The deadline for cancelling or changing online has passed. Please call the hospital.',
    'already-cancelled': 'This visit is already cancelled.',
    'already-arrived': 'The patient has already checked in, so it cannot be changed.',
    'visit-over': 'This visit is over.',
    'still-held': 'The hospital has yet to confirm; you can change it afterwards.',
    'not-today': 'Possible only on the day of the visit.',
    'check-in-early':
      'It is too early to check in by yourself: it opens {minutes} minutes before your time. If you are here already, the desk can check you in.',
    'wrong-hospital':
      'This booking is for {facility}, not for this hospital. Please look at the address on your proof.',
    'screen-not-found': 'This address is wrong or no longer in use. The desk can open it again.',
    'queue-state':
      'This is not possible in the present state; a colleague may just have dealt with it. Look at the line again before you decide.',
    'no-room': 'Choose a session and name your room before you call.',
    'room-busy':
      'Somebody is still in your room. Mark them as seen, missed or sent for tests before you call the next.',
    'room-taken': 'Another doctor is calling this session into {room}. Please check the name of the room.',
    'not-your-room': 'This patient was called by another room, which alone can go on.',
    'call-again-first': 'Missed means called {needed} times; so far {calls}. Call again.',
    'reason-needed': 'Give the reason; it is kept in the audit.',
    'moved-once':
      'This patient was moved once already and cannot be moved free again. Book anew or add an extra number.',
    'same-department': 'This is the same department. Choose a session of another one.',
    'follow-up-days': 'A return visit begins tomorrow at the earliest, and its last day is not before the first.',
    'follow-up-over': 'This return visit is settled, or the time is outside the days suggested. Reload and look again.',
    'follow-up-not-found': 'This return visit was not found.',
    'not-here-yet': 'A return visit can be arranged once the patient has checked in.',
    'moved-to-past': 'The new beginning is already over. Choose a later time; a clinic that has begun cannot be moved.',
    'session-begun':
      '{here} patients have checked in, so the clinic has begun and cannot be moved. Let another doctor take it, or stop it and place the other patients.',
    'moved-onto-other-visit':
      'At least one patient has another visit at the new time and cannot be at both. Choose another time, or stop the clinic so that each patient is offered a like number.',
    'proxy-ask-over':
      'You can book for a person for {minutes} minutes after checking their identity; that time is over, or somebody else checked it. Check name and identity card again to go on.',
    'wechat-not-connected': 'This platform is not connected to WeChat yet, so WeChat messages cannot be chosen.',
    horizon: 'This date cannot be booked yet.',
    'key-reused': 'This request differs from the earlier one. Please confirm once more.',
    'id-length': 'An ID number has 18 characters.',
    'id-characters': 'An ID number has digits only; the last may be X.',
    'id-birth-date': 'The date of birth in this ID number does not exist.',
    'id-check-digit': 'The ID number is wrong: its check digit does not match. Please compare digit by digit.',
    'id-name-mismatch': 'Name and ID number do not belong together. Please check both.',
    'id-registered-elsewhere':
      'This ID number is registered with another account. If that was not you, ask at a hospital desk.',
    'already-registered': 'This account is already registered under a real name.',
    'register-first': 'Please register under your own name first.',
    'member-limit': 'You can add at most {limit} family members.',
    'member-is-self': 'You cannot add yourself.',
    'member-code-needed': 'Family members aged 16 and over confirm with a code sent to their own phone.',
    'guardian-declaration-needed': 'To add a child under 16 you must declare that you are the guardian.',
    'guardian-too-young': 'A guardian must be at least 18.',
    'phone-not-theirs': 'This phone is not the one registered for that person.',
    'phone-needed': 'Please give this person’s mobile number.',
    'code-wrong': 'The code is not right; {left} attempts left.',
    'code-expired': 'The code has expired. Please ask for a new one.',
    'code-too-many': 'Too many wrong codes. Please ask for a new one.',
    'code-too-soon': 'Please wait {seconds} seconds before asking for another code.',
    'sms-failed': 'The text message could not be sent. Please try again later.',
    'account-locked': 'Too many wrong attempts: the account is locked for a while.',
    'account-disabled': 'This account is closed. Please ask your administrator.',
    'credentials-wrong': 'Login, password or code is not right.',
    'role-needed': 'Your role does not allow this.',
    'sign-in-needed': 'Please sign in to continue.',
    'database-unavailable': 'The system is recovering. Please try again in a few seconds; nothing is lost.',
    'session-times': 'The end must be later than the start.',
    'quota-too-large': 'Too many numbers are kept for desk and referral: at least half of {capacity} must be public.',
    'template-validity': 'The last day cannot be before the first.',
    'doctor-overlap': 'This doctor has another session at that time.',
    'capacity-below-taken': 'There cannot be fewer than {least} numbers: the rest is booked or used.',
    'session-has-bookings': '{taken} numbers are booked or used, so the times cannot change.',
    'substitute-grade':
      '{booked} people are booked: the substitute must be of the same or a higher grade than {title}.',
    'session-owned-by-hospital': 'This session is kept in the hospital’s own system; change it there.',
    'session-over': 'This session is over.',
    'session-without-doctor': 'No doctor is named for this session, so nobody can stand in.',
    'extra-limit': 'The {limit} extra numbers of this session are used.',
    'rule-bounds': 'The value is outside the provincial bounds ({min} to {max}).',
    'rules-past': 'Rules can count for visits from {earliest} at the earliest.',
    'code-not-found': 'This facility has no such booking code.',
    'department-not-found': 'This facility has no such department.',
    'doctor-not-found': 'This doctor does not work in that department.',
    'template-not-found': 'This template was not found.',
    'session-not-found': 'This session was not found.',
    'guide-rule-not-found': 'This rule of the guide was not found.',
    'guide-case-not-found': 'This test case was not found, or it has been dropped.',
    'guide-waits-for-second': 'A version of this rule waits for approval. Approve or return it first.',
    'guide-changed-meanwhile': 'Somebody has just changed this rule. Reload and change the newest draft.',
    'guide-kind-fixed': 'A rule of another kind has this identifier. Choose another one.',
    'guide-setting-fixed': 'Numbers can only be changed here, neither added nor ended.',
    'guide-nothing-to-end': 'There is no such rule to end yet.',
    'guide-not-draft': 'Only a draft can be handled so. It may just have been proposed or given up; please reload.',
    'guide-not-proposed': 'This version does not wait for approval. Somebody may just have decided; please reload.',
    'guide-second-person': 'Whoever wrote or proposed it cannot decide. Another guide editor must.',
    'guide-not-live': 'This version does not apply now, so there is nothing to roll back. Please reload.',
    'guide-first-version':
      'This version came with the program; there is none before it. To end the rule, propose a version that ends it.',
    'guide-loses-emergency':
      'On the test cases {count} emergencies would be missed, such as “{first}”. Add terms that recognise them and propose again.',
    'guide-case-known': 'The same sentence is among the test cases already.',
    'guide-label-unknown': 'There is no such department. Choose one from the list.',
    'guide-drop-asked': 'Somebody has asked to drop this case already. Another guide editor can agree or keep it.',
    'guide-drop-not-asked': 'Nobody has asked to drop this case. Ask first; another person then agrees.',
    'region-not-found': 'There is no such area, or it is not yours. Please check the 12 digits of its code.',
    'outbreak-past': 'The last day of this notice has passed. Set it to {today} or later.',
    'outbreak-too-long': 'A notice runs {limit} days at most and is then looked at anew. Choose an earlier last day.',
    'outbreak-known':
      'A notice of this disease is already in force or coming for this area. To change it, end that one first and publish a new one.',
    'outbreak-not-found': 'This notice was not found, or it does not belong to your area.',
    'place-not-found': 'This place was not found; it may have been taken off the map.',
    'way-not-found': 'This way was not found; it may have been removed. Reload the page.',
    'way-exists': 'There is a way of this kind between the two places already: change that one.',
    'way-to-itself': 'A way leads from one place to another.',
    'places-present':
      'There are places already. A first map is only drawn up where there is none: change what is there.',
    'review-past': 'The next check must be on a later day than today.',
    'test-unknown': 'There is no such test: choose one from the list.',
    'step-unnamed': 'Choose a test, or say what is to be done.',
    'step-not-found': 'This step was not found; it may have been removed. Reload the page.',
    'step-by-desk': 'Check the patient in on the list of the day; this step then follows by itself.',
    'step-first': 'Only checking in comes before this step, so it cannot go earlier.',
    'step-stays': 'Check-in, the doctor and what is done stay. To undo a step, set it back to “to do” first.',
    'itinerary-full': 'A visit has at most {limit} steps: remove what is not needed first.',
    'appointment-not-found':
      'This visit was not found, or it belongs to nobody of your family. Please go back to your visits and choose again.',
    'department-unknown': 'There is no such department. Please choose from the list.',
    'facility-not-found': 'This facility was not found, or it is not yours. Please choose from the list.',
    'member-not-found': 'This family member was not found and may have been removed. Please reload the list.',
    'offer-decided': 'You have answered this offer already. Please look at your visits.',
    'offer-lapsed':
      'The time to accept has passed and the number was given back. Choose another session, or join the waiting list; you can do both from the hospital’s page.',
    'offer-not-found': 'This kept number was not found, or it belongs to nobody of your family. Please reload.',
    'resident-not-found':
      'This person was not found, or you may not act for them. Please add them to your family first, or check the ID card.',
    'intake-waiting-not-found':
      'Nothing waits here any more; it may just have been read again. Please reload the page.',
    'intake-read-with-every-pull':
      'What belongs to bookings is read again with every update; nothing need be done by hand, you need not press anything.',
    'intake-hospital-not-connected':
      'Patients are read from the hospital anew, but its interface is not registered or is switched off. Please connect it first.',
    'intake-hospital-silent':
      'The hospital’s system does not answer now, so its patients could not be read. Please try again later; if it stays so, call the hospital’s IT department.',
    'file-hospital-connected':
      'Your records come by the interface of your own system, and tables beside it would contradict it, so none are taken. To use tables instead, ask the health office above to switch the interface off first.',
    'his-file-not-found': 'This file was not found, or it is another hospital’s. Please go back to the list.',
    'file-intake-busy':
      'Another file of this hospital is being taken or checked, and only one can be at a time. Please send it again in some seconds; rows taken already are not taken twice.',
    'file-nothing-open':
      'No row of this file is open any more, so there is nothing to close: it may just have been taken, or closed by a colleague. Please read the page again.',
    'his-file-rows-not-found':
      'No row of this file is left to be mended; it may just have been done. Please reload the page.',
    'his-endpoint-not-found':
      'This hospital has no registered connection. Please check its number, or register it first.',
    'office-level-needed': 'Only an office above yours can do this. Please ask it and say why.',
    'procedure-not-found': 'This function does not exist or was renewed. Please reload the page and try again.',
    'record-entry-not-found':
      'This entry was not found, or it belongs to nobody of your family. Please go back to the list and choose again.',
    'flag-not-found': 'This flag was not found, or it is not yours. Please reload the list.',
    'draw-decided': 'This draw has its result already. Please reload the page to see it.',
    ...faultPlanning,
    ...faultRecord,
    input: 'Something is missing or not in the right form.',
    'input-phone': 'Enter a mobile number of 11 digits.',
    'input-code': 'Enter the 6-digit code.',
    'input-name': 'Enter the name as on the ID card (2 to 40 characters).',
    'input-id': 'Enter the 18-character ID number.',
    'input-required': 'Please fill this in.',
    'input-choice': 'Please choose one.',
  },
  /** The way forward, where the rule's own sentence does not say it. */
  way: faultWay,
};
