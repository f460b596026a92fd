/**
 * A hospital names its departments finer or coarser than the advice does. Codes are those of the catalogue
 * (诊疗科目名录): 05 妇产科 takes 05.01 妇科 and 05.02 产科.
 */
export const isOfFamily = (code: string, wanted: string): boolean => code === wanted || code.startsWith(`${wanted}.`);

/** Which finer department is the usual first door; a hospital's own 50 goes before its 50.01. */
const usualDoors: Record<string, readonly string[]> = {
  '05': ['05.01', '05.02'],
  '07': ['07', '07.04'],
  '12': ['12', '12.01'],
  '15': ['15.01', '15.06', '15.02'],
  '50': ['50.01'],
};
const usualWhenPregnant: Record<string, readonly string[]> = { '05': ['05.02'] };

/** Where no hospital has the department, the one that takes its patients; screens say so. */
const substitutes: Record<string, string> = { '04.08': '04.01', '16': '03.01', '13': '50.05' };
export const substituteOf = (code: string): string | null => substitutes[code] ?? null;

/** Smaller is the likelier first door among departments of one hospital. */
export function doorRank(code: string, wanted: string, pregnant = false): number {
  const doors = [wanted, ...((pregnant ? usualWhenPregnant[wanted] : null) ?? []), ...(usualDoors[wanted] ?? [])];
  const at = doors.indexOf(code);
  return at === -1 ? doors.length : at;
}
