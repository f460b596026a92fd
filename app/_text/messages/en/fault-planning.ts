/** Refusals of family planning. */
export const faultPlanning = {
  'planning-person-not-found':
    'This person was not found, or has not said that your facility serves them. Please check the identity card, ask for their word, and enter it under “Somebody who comes”.',
  'planning-registration-not-found': 'This registration was not found, or it is not yours. Please reload the page.',
  'planning-check-not-found': 'This check was not found, or is not of your facility. Please go back to the sheet.',
  'planning-prompt-not-found':
    'This advice was not found: the hospital may have corrected its record, or no centre near you offers it. Refresh the page, or go to any township centre with your identity card.',
  'planning-follow-up-not-found':
    'This follow-up was not found, or is not of your facility. Please go back to the list.',
  'planning-registered':
    'There is one valid fertility registration at a time; this one holds until {until}. There is no need to register again; if things have changed, the person can first withdraw it.',
  'fertility-no-rule': 'No rule on fertility registration holds today. Please ask the county health bureau.',
  'fertility-marriage':
    'The rule of the day asks for a registered marriage. Please register the marriage first, or ask the county health bureau.',
  'fertility-children':
    'The rule of the day registers up to child {most}. Please check the order of the child, or ask the county health bureau.',
  'planning-check-open':
    'A couple is checked free once for each pregnancy that is planned, and one of the two has a check that is not over. Please first enter how that pregnancy ended, or that it is no longer planned.',
  'planning-check-closed': 'This check is over and cannot be changed. For a new one please start from the sheet.',
  'planning-check-unfinished':
    '{count, plural, one {# result is missing} other {# results are missing}}, so the check cannot be weighed. Please enter them first.',
  'planning-couple':
    'A check is of a woman, or of a woman and a man. Please compare the partner’s name and number; a man is entered together with her.',
  'planning-no-rule': 'No rule on checks holds on that day. Please check the date.',
  'planning-reading': 'The list has no such item or result. Please reload the page and choose from the list.',
  'planning-number':
    'This result is a number of up to 4 digits with up to 3 decimals. Please compare it with the laboratory’s paper.',
  'planning-condition': 'One of the conditions does not apply to this person. Please reload the page and choose again.',
  'planning-method':
    'This method is not for a person of this sex. Please choose one that is listed; what the partner uses belongs on the partner’s sheet.',
  'planning-clinician-needed':
    'The table asks for a clinician here: the risks may outweigh the benefits, it should wait, it needs arrangements, or the table does not say. It does not decide; please enter the clinician who did, or choose another method.',
  'planning-reason-needed':
    'The table puts this method in category 4, not to be used. It does not decide: please enter the clinician’s reason, or choose another method.',
  'planning-quantity':
    'Nothing is handed out with this method. Please set the number to 0, or check the method the person left with.',
  'planning-day-ahead': 'The day cannot be after today. Please correct it.',
  'planning-day-too-old': 'Services can be entered up to a year later. Please put older ones into a note.',
  'planning-day-needed':
    'This outcome needs its day: the last period, the birth or the end of the pregnancy. Please enter it.',
  'planning-day-long-ago':
    'This day is too long ago: a last period lies within {days} days, a birth or loss within two years. Please check it.',
  'planning-outcome': 'A follow-up of this kind has no such outcome. Please choose one that is listed.',
  'planning-follow-up-answered': 'This follow-up is answered already, perhaps by a colleague. Please reload the page.',
  'planning-follow-up-lost':
    'This person is entered as lost already, perhaps by a colleague, and attempts are not counted after that. Please reload the page; whoever has been reached is first entered as “Found again”.',
  'planning-follow-up-open':
    'Only who is lost can be found again, and this follow-up is not entered as lost; perhaps a colleague changed it. Please reload the page and enter what came of it.',
  'planning-service-saved':
    'A form saves one service, and this one has saved a service before, with other content; nothing was changed now. Please go back to the sheet and look at what was saved; to correct or add something, open a new form and say so in its note.',
  'stock-batch-not-found':
    'The book of this facility has no such batch. Refresh the page and choose one that is listed; enter a new batch as a receipt first.',
  'stock-short':
    'The book has {have} to hand out, which is less than {wanted}: it cannot go below nothing, and what has expired is not handed out. Take less, or enter a receipt or a count first.',
  'stock-expired':
    'This batch expired on {day}, and what has expired can neither be received nor given out. Check the date; write the batch off if it has expired.',
  'stock-not-expired':
    'This batch expires on {day}, and only what has expired is written off. Enter a count with its reason for what is broken or lost.',
  'stock-reason-needed':
    'The book has {have} and {found} were found: a count that differs needs its reason. Write why, then save again.',
  'planning-too-few-tries':
    'Somebody is lost after {needed} attempts to reach them; {tries} are noted. Please try again at another time, and note each with “Not reached”.',
};
