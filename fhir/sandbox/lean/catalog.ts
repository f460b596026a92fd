import { createHash } from 'node:crypto';
import type { HealthcareServiceValue } from '../../resources/healthcare-service.ts';
import type { LocationValue } from '../../resources/location.ts';
import type { PractitionerRoleValue } from '../../resources/practitioner-role.ts';
import type { HospitalConfig } from '../config.ts';
import { createRandom, invent, pick } from './names.ts';

/** Gives a thing of the hospital its id: a UUID, or a speaking string at hospitals of that habit. */
export type Naming = (kind: string, key: string) => string;

export function createNaming(config: HospitalConfig, stringIds: boolean): Naming {
  return (kind, key) => {
    if (stringIds) return `${kind}${key}`.replace(/[^A-Za-z0-9-]/g, '').toUpperCase();
    const hex = createHash('sha1').update(`${config.code}/${config.seed}/${kind}/${key}`).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
}

/** The standing parts of a hospital; roles carry their practitioner's particulars. */
export type Catalog = {
  organization: { hisId: string; version: string; name: string };
  locations: LocationValue[];
  departments: HealthcareServiceValue[];
  roles: PractitionerRoleValue[];
};

const titles = ['主任医师', '副主任医师', '主治医师', '住院医师'];
const version = '1';

export function createCatalog(config: HospitalConfig, naming: Naming): Catalog {
  const random = createRandom(config.seed);
  const buildings = ['门诊楼A区', '门诊楼B区', '综合楼'];
  const departments = config.departments.map((one, index) => ({
    hisId: naming('KS', `${one.code}-${index}`),
    version,
    catalogCode: one.code,
    name: one.name,
    place: `${pick(random, buildings)}${1 + Math.floor(random() * 5)}楼`,
  }));
  const roles = departments.flatMap((department, index) => {
    const size = 2 + Math.floor(random() * 3);
    return Array.from({ length: size }, (_, place) => {
      const person = invent(random);
      return {
        hisId: naming('GW', `${index}-${place}`),
        version,
        practitionerHisId: naming('YS', `${index}-${place}`),
        practitionerName: person.name,
        title: titles[Math.min(place, titles.length - 1)] ?? '',
        sex: person.sex,
        skills: `${department.name}常见病、多发病的诊治`,
        departmentHisId: department.hisId,
        active: true,
      };
    });
  });
  const locations = buildings.map((name, index) => ({
    hisId: naming('WZ', String(index)),
    version,
    name,
    place: name,
  }));
  return {
    organization: { hisId: naming('YY', config.code), version, name: config.name },
    locations,
    departments,
    roles,
  };
}
