import { adultEmergencies, crises } from '../understand/cases/emergencies-adults.ts';
import { childEmergencies } from '../understand/cases/emergencies-children.ts';
import { linesOf, lookAlikes } from '../understand/cases/look-alikes.ts';
import type { Facts } from '../understand/schema.ts';
import type { Outcome } from './schema.ts';

export type ShippedCase = { text: string; facts: Facts; expects: Outcome; label: string | null; reason: string };

const casesOf = (lines: string, expects: Outcome, reason: string): ShippedCase[] =>
  linesOf(lines).map((text) => ({ text, facts: {}, expects, label: null, reason }));

/** The test cases that come with the program: made-up sentences, no one's own words. */
export const shippedCases: readonly ShippedCase[] = [
  ...casesOf(adultEmergencies, 'emergency', '已发表的成人急症征兆清单'),
  ...casesOf(childEmergencies, 'emergency', '已发表的儿童急症征兆清单'),
  ...casesOf(crises, 'crisis', '已发表的自杀风险征兆清单'),
  ...casesOf(lookAlikes, 'none', '与急症相似、但不应报警的说法'),
];
