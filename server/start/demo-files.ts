import { sampleIdNumber } from '#db/seed/sample-id-numbers.ts';
import { takeFile } from '../his-sync/flat/take-file.ts';
import { addDays, type Clock, regionDay, systemClock } from '../kernel/clock.ts';
import { type Base, facilityId, staffOf, withDemo } from './demo-house.ts';

/**
 * Tables as the county hospital fills them in, which has no interface: patients, visits, results and notes; two rows are to
 * be mended and one waits for its patient. Once in the life of a demo.
 */
export const openDemoFiles = (url: string, secret: string, clock: Clock = systemClock): Promise<boolean> =>
  withDemo({ url, secret, clock, part: 'demo-files' }, async (base) => {
    const known = await base.db.pool.query('select 1 from his_files where facility_id = $1 limit 1', [facilityId]);
    if (known.rowCount) return false;
    const ctx = { ...base, channel: 'desk', actor: await staffOf(base, 'manager') } as const;
    const day = addDays(regionDay(base.clock.now()), -3);
    for (const [name, rows] of tablesOf(day, await findResident(base))) {
      const bytes = new TextEncoder().encode(rows.map((row) => row.join(',')).join('\r\n'));
      await takeFile(ctx, facilityId, { name, bytes, via: 'screen' });
    }
    return true;
  });

type Person = { name: string; sex: string; birthDate: string; idNumber: string };

/** Somebody of the sample families, who finds the results in the own record. */
async function findResident({ db, sealing }: Base): Promise<Person[]> {
  const { rows } = await db.pool.query<Omit<Person, 'idNumber'> & { sealed: string }>(
    `select name, sex, birth_date::text as "birthDate", id_sealed as sealed from residents
     where sample and name = '周素珍' and id_sealed is not null order by created_at desc, id limit 1`,
  );
  return rows.map(({ sealed, ...one }) => ({ ...one, idNumber: sealing.open(sealed) }));
}

const invented: Person[] = [
  { name: '蒋文斌', sex: 'male', birthDate: '1971-06-03', idNumber: sampleIdNumber('1971-06-03', 'male', 301) },
  {
    name: '阿依古丽·买买提',
    sex: 'female',
    birthDate: '1994-09-21',
    idNumber: sampleIdNumber('1994-09-21', 'female', 302),
  },
];

function tablesOf(day: string, residents: Person[]): [name: string, rows: string[][]][] {
  const people = [...residents, ...invented];
  const number = (n: number) => `P26${String(n + 1).padStart(4, '0')}`;
  const rows = (heading: string, each: (one: Person, n: number) => string[]) => [
    heading.split(','),
    ...people.map(each),
  ];
  const sugar = ['7.80', '5.20', '6.10'];
  return [
    [
      `患者登记-${day}.csv`,
      rows('患者编号,姓名,性别,出生日期,身份证号,更新时间', ({ name, sex, birthDate, idNumber }, n) => {
        return [number(n), name, sex === 'male' ? '男' : '女', birthDate, idNumber, `${day} 07:50`];
      }),
    ],
    [
      `门诊就诊-${day}.csv`,
      rows('就诊编号,患者编号,就诊类型,科室,开始时间,结束时间,就诊原因,更新时间', (_, n) => {
        const [from, until] = [`${day} 08:${10 + n}`, `${day} 09:${10 + n}`];
        return [`V26${n + 1}`, number(n), '门诊', '内科', from, until, '复查血糖', until];
      }),
    ],
    [
      `检验结果-${day}.csv`,
      [
        ...rows(
          '结果编号,患者编号,就诊编号,项目代码,代码种类,项目名称,结果,单位,参考下限,参考上限,检查时间,更新时间',
          (_, n) => {
            const what = ['1558-6', 'LOINC', '空腹血糖', sugar[n] ?? '', 'mmol/L', '3.9', '6.1'];
            return [`R26${n + 1}`, number(n), `V26${n + 1}`, ...what, `${day} 08:30`, `${day} 10:00`];
          },
        ),
        ['R264', number(0), 'V261', '', '', '糖化血红蛋白', '', '%', '4.0', '6.0', `${day} 08:30`, `${day} 10:00`],
        ['R265', number(1), 'V262', '', '', '尿酸', '412', 'μmol/L', '208', '428', '26.11.20', `${day} 10:00`],
        ['R266', 'P269999', '', '', '', '尿酸', '390', 'μmol/L', '208', '428', `${day} 08:30`, `${day} 10:00`],
      ],
    ],
    [
      `门诊病历-${day}.csv`,
      rows('文书编号,患者编号,就诊编号,文书类型,文书名称,文书内容,书写时间,更新时间', (_, n) => {
        const words = `主诉：复查血糖。空腹血糖 ${sugar[n] ?? ''} mmol/L。嘱控制饮食、按时服药，三个月后复查。`;
        return [`W26${n + 1}`, number(n), `V26${n + 1}`, '门诊病历', '门诊病历', words, `${day} 09:20`, `${day} 10:00`];
      }),
    ],
  ];
}
