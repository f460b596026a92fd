import { type Division, type HospitalFact, hospitalId, readHospitals } from './data-files.ts';

export type Hospital = HospitalFact & { cityLevel: boolean };

/** 阿坝藏族羌族自治州 → 阿坝州, as people call it. */
export const shortCity = (name: string): string => name.replace(/(?:藏族|羌族|彝族)+自治州$/, '州');

/**
 * Every hospital of level 2 and above: the 32 provincial ones, those of the counties, and a general
 * hospital for each city but the capital, which stands in the first county of its city.
 */
export function listHospitals(divisions: Division[]): Hospital[] {
  const known = readHospitals();
  const seats = new Map<string, string>();
  for (const d of divisions) if (d.level === 3 && d.parent && !seats.has(d.parent)) seats.set(d.parent, d.code);
  const ofCities = divisions
    .filter((d) => d.level === 2 && d.code !== '510100000000')
    .map(
      (city, i): Hospital => ({
        id: hospitalId(known.length + i + 1),
        name: `${shortCity(city.name)}人民医院`,
        county: seats.get(city.code) ?? city.code,
        level: 3,
        grade: '甲',
        type: '综合医院',
        provincial: false,
        cityLevel: true,
      }),
    );
  return [...known.map((hospital) => ({ ...hospital, cityLevel: false })), ...ofCities];
}
