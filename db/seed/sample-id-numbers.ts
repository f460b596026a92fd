const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

/** Region codes 519000–519999 belong to no place, so these numbers are right in form and can be nobody's. */
export const samplePrefix = '519';
/** Numbers of one birth date and sex: 999 regions × 500 of the three-digit sequence. */
export const numbersPerDay = 499_500;
/** From here on 500 more, region 519999, kept for the demo's own families. */
export const firstDemoNumber = numbersPerDay;

/** The `n`th ID number of a birth date and sex; distinct for distinct `n` below 500,000. */
export function sampleIdNumber(birthDate: string, sex: 'male' | 'female', n: number): string {
  const region = String(Math.floor(n / 500) % 1000).padStart(3, '0');
  const sequence = String((n % 500) * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0');
  const first17 = `${samplePrefix}${region}${birthDate.replaceAll('-', '')}${sequence}`;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return first17 + checks.charAt(sum % 11);
}

/** 100 begins no mobile number: eleven digits that reach nobody. */
export const samplePhone = (n: number): string => `100${String(n % 100_000_000).padStart(8, '0')}`;
