import type { Messages } from '../../messages.ts';

export const advice: Messages['advice'] = {
  reason: {
    nearest: 'The nearest to you: about {km} km, {minutes} minutes',
    near: 'Not far: about {minutes} minutes',
    far: 'Further away: about {km} km, {minutes} minutes',
    today: 'Has numbers today',
    earliest: 'The earliest number of all: {date}',
    soon: 'A number within two days: {date}',
    wait: 'Not before {date}, {more} days later than the earliest',
    'no-number': 'No number to book in the coming days',
    cheapest: 'You pay the least here: about {fen}',
    fair: 'You pay little: about {fen}',
    dearer: 'You pay about {fen}, {more} more than at the cheapest',
    specialist: 'A hospital that specialises in this',
    strongest: 'The best equipped of those listed (level {level})',
    strong: 'Well equipped (level {level})',
    basic: 'A level {level} hospital; a difficult case may be sent on',
  },
  eligible: {
    'women-only': 'This department sees women only',
    'children-only': 'This department sees children under {age} only',
    'newborns-only': 'This department sees newborns and infants under {age} only',
    'older-only': 'This department sees people over {age}',
  },
};
