import { createHash } from 'node:crypto';
import { ownPlansFacility } from './connected-hospitals.ts';

/**
 * Sample accounts, made only in a demo database and listed on its sign-in page. Their secrets are public on
 * purpose: they open nothing but the demo.
 */
export const demoPassword = 'huimin-demo-2026';

export type DemoStaff = {
  kind: 'staff';
  login: string;
  displayName: string;
  facilityId: string;
  facility: string;
  role: DemoRole;
  totpSecret: string;
};
export type DemoRole =
  | 'desk'
  | 'doctor'
  | 'scheduler'
  | 'manager'
  | 'guide_editor'
  | 'privacy_officer'
  | 'family_planner';
export type DemoOfficial = {
  kind: 'official';
  login: string;
  displayName: string;
  regionCode: string;
  region: string;
  totpSecret: string;
};
export type DemoMember = {
  name: string;
  sex: 'male' | 'female';
  birthDate: string;
  relation: 'child' | 'spouse' | 'parent';
};
export type DemoResident = {
  kind: 'resident';
  phone: string;
  name: string;
  sex: 'male' | 'female';
  birthDate: string;
  regionCode: string;
  family: DemoMember[];
};

export const demoResidents: DemoResident[] = [
  {
    kind: 'resident',
    phone: '13800000001',
    name: '陈晓燕',
    sex: 'female',
    birthDate: '1988-04-12',
    regionCode: '510107001004',
    family: [
      { name: '林志强', sex: 'male', birthDate: '1986-09-03', relation: 'spouse' },
      { name: '林一诺', sex: 'female', birthDate: '2017-06-21', relation: 'child' },
      { name: '陈国强', sex: 'male', birthDate: '1956-02-18', relation: 'parent' },
    ],
  },
  {
    kind: 'resident',
    phone: '13800000002',
    name: '泽仁多吉',
    sex: 'male',
    birthDate: '1979-11-30',
    regionCode: '513301001001',
    family: [
      { name: '仁青拉姆', sex: 'female', birthDate: '1982-05-08', relation: 'spouse' },
      { name: '扎西平措', sex: 'male', birthDate: '2012-03-15', relation: 'child' },
    ],
  },
  {
    kind: 'resident',
    phone: '13800000003',
    name: '周素珍',
    sex: 'female',
    birthDate: '1951-08-26',
    regionCode: '510121001015',
    family: [
      { name: '黄永福', sex: 'male', birthDate: '1949-12-02', relation: 'spouse' },
      { name: '黄丽华', sex: 'female', birthDate: '1975-07-19', relation: 'child' },
    ],
  },
];

/** Base32 of 160 bits that follow from the login: fixed, and as public as the password. */
function totpSecretOf(login: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...createHash('sha256').update(`huimin demo ${login}`).digest().subarray(0, 20)]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet.charAt(Number.parseInt(five, 2))).join('');
}

const staffOf = (facilityId: string, facility: string, people: [DemoRole, string][]): DemoStaff[] =>
  people.map(([role, displayName]) => {
    const login = `${role.replace('guide_', '')}.${facilityId.toLowerCase()}`;
    return { kind: 'staff', login, displayName, facilityId, facility, role, totpSecret: totpSecretOf(login) };
  });

/**
 * A provincial hospital, and a county hospital with one of the township centres that report to it and a village
 * clinic of that township. Two clinicians of two provincial hospitals keep the guide's rules, since it takes two;
 * a privacy officer answers for what is read of people's records, a family planner serves the township.
 */
export const demoStaff: DemoStaff[] = [
  ...staffOf('H0001', '四川大学华西医院', [
    ['desk', '罗敏'],
    ['doctor', '邓志明'],
    ['scheduler', '谢静'],
    ['manager', '彭建华'],
    ['guide_editor', '温若兰'],
    ['privacy_officer', '何静宜'],
  ]),
  ...staffOf('H0002', '四川大学华西第二医院', [['guide_editor', '莫子谦']]),
  ...staffOf(ownPlansFacility, '金堂县人民医院', [
    ['desk', '曾丽萍'],
    ['doctor', '蒲朝阳'],
    ['scheduler', '廖红'],
    ['manager', '钟永康'],
    ['privacy_officer', '倪文君'],
  ]),
  ...staffOf('T510121109', '三溪镇卫生院', [
    ['desk', '向春梅'],
    ['doctor', '游光明'],
    ['family_planner', '岳桂兰'],
  ]),
  ...staffOf('V510121109219', '金河村卫生室', [
    ['doctor', '蔡明芳'],
    ['family_planner', '阮秀英'],
  ]),
];

const official = (level: string, displayName: string, regionCode: string, region: string): DemoOfficial => {
  const login = `official.${level}`;
  return { kind: 'official', login, displayName, regionCode, region, totpSecret: totpSecretOf(login) };
};

/** One chain from the province to a village, through the county of the staff above. */
export const demoOfficials: DemoOfficial[] = [
  official('province', '苏静', '510000000000', '四川省'),
  official('city', '袁学文', '510100000000', '成都市'),
  official('county', '夏玲', '510121000000', '金堂县'),
  official('township', '尹正华', '510121109000', '三溪镇'),
  official('village', '付群英', '510121109219', '金河村'),
];
