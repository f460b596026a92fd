import type { Label } from '../labels.ts';

/**
 * Which departments see the diseases of a range of ICD-10 codes, by what Chinese hospitals commonly do. Own
 * knowledge; the more specific range stands later and wins.
 */
const table = `
A00-A09 感染科 2 消化内科 1
A15-A49 感染科 1
A50-A64 皮肤性病科 1
A65-A79 感染科 1
A80-A89 感染科 1 神经内科 1
A90-A99 感染科 1
B00-B09 皮肤性病科 1
B01-B01 皮肤性病科 1 儿科 1
B05-B06 儿科 1 感染科 1
B08-B08 儿科 1 皮肤性病科 1
B15-B34 感染科 1
B26-B27 儿科 1 感染科 1
B35-B36 皮肤性病科 1
B37-B83 感染科 1
B85-B89 皮肤性病科 1
C00-C08 口腔科 2 肿瘤科 1
C09-C14 耳鼻咽喉科 2 肿瘤科 1
C11-C11 肿瘤科 2 耳鼻咽喉科 1
C15-C15 胸心外科 2 肿瘤科 1
C16-C21 普通外科 2 肿瘤科 1
C22-C25 普通外科 1 肿瘤科 1
C30-C32 耳鼻咽喉科 2 肿瘤科 1
C33-C34 胸心外科 1 肿瘤科 1
C37-C39 胸心外科 2 肿瘤科 1
C40-C41 骨科 2 肿瘤科 1
C43-C44 皮肤性病科 1 肿瘤科 1
C45-C49 肿瘤科 1
C50-C50 普通外科 1 肿瘤科 1
C51-C58 妇产科 2 肿瘤科 1
C60-C68 泌尿外科 3 肿瘤科 1
C69-C69 眼科 2 肿瘤科 1
C70-C72 神经外科 3 肿瘤科 1
C73-C73 普通外科 2 内分泌科 1
C74-C75 内分泌科 1 泌尿外科 1
C76-C80 肿瘤科 1
C81-C97 血液内科 1
D00-D00 普通外科 1 消化内科 1
D10-D11 口腔科 1 耳鼻咽喉科 1
D12-D13 消化内科 1 普通外科 1
D14-D15 胸心外科 1 耳鼻咽喉科 1
D16-D16 骨科 1
D17-D18 普通外科 1 烧伤整形科 1
D21-D21 普通外科 1 骨科 1
D22-D23 皮肤性病科 2 烧伤整形科 1
D24-D24 普通外科 1
D25-D28 妇产科 1
D29-D30 泌尿外科 1
D31-D31 眼科 1
D32-D33 神经外科 1
D34-D34 普通外科 1
D35-D35 内分泌科 1 神经外科 1
D37-D48 肿瘤科 1
D50-D77 血液内科 1
D80-D89 风湿免疫科 1
E00-E90 内分泌科 1
E04-E04 普通外科 1 内分泌科 1
F00-F03 神经内科 2 精神心理科 1
F04-F79 精神心理科 1
F80-F98 精神心理科 1 儿科 1
F99-F99 精神心理科 1
G00-G99 神经内科 1
G50-G52 神经内科 1 神经外科 1
G80-G80 儿科 1 神经内科 1
G91-G97 神经外科 1
H00-H59 眼科 1
H60-H95 耳鼻咽喉科 1
I00-I02 心血管内科 1 风湿免疫科 1
I05-I52 心血管内科 1
I05-I08 心血管内科 1 胸心外科 1
I26-I28 呼吸内科 1 心血管内科 1
I60-I62 神经外科 2 神经内科 1
I63-I69 神经内科 1
I70-I70 普通外科 1 心血管内科 1
I71-I89 普通外科 1
I71-I71 胸心外科 2 普通外科 1
I85-I85 消化内科 2 普通外科 1
I95-I99 心血管内科 1
J00-J00 呼吸内科 1
J01-J06 耳鼻咽喉科 2 呼吸内科 1
J09-J22 呼吸内科 1
J30-J39 耳鼻咽喉科 1
J40-J99 呼吸内科 1
J86-J86 胸心外科 1 呼吸内科 1
J93-J94 胸心外科 1 呼吸内科 1
K00-K14 口腔科 1
K20-K31 消化内科 1
K35-K46 普通外科 1
K50-K59 消化内科 1
K56-K56 普通外科 1
K60-K62 普通外科 1
K63-K63 消化内科 1 普通外科 1
K64-K67 普通外科 1
K70-K77 感染科 2 消化内科 1
K80-K83 普通外科 1
K85-K86 消化内科 1 普通外科 1
K90-K93 消化内科 1
L00-L99 皮肤性病科 1
L02-L04 皮肤性病科 1 普通外科 1
L89-L91 烧伤整形科 1
M00-M03 骨科 1
M05-M14 风湿免疫科 1
M15-M25 骨科 1
M30-M36 风湿免疫科 1
M40-M99 骨科 1
M45-M45 风湿免疫科 2 骨科 1
N00-N19 肾内科 1
N13-N13 泌尿外科 1
N20-N23 泌尿外科 1
N25-N29 肾内科 1
N28-N28 泌尿外科 1 肾内科 1
N30-N51 泌尿外科 1
N60-N64 普通外科 1
N70-N98 妇产科 1
O00-O99 妇产科 1
P00-P96 儿科 1
Q00-Q07 神经外科 1
Q10-Q15 眼科 1
Q16-Q17 耳鼻咽喉科 1 烧伤整形科 1
Q20-Q28 胸心外科 2 心血管内科 1
Q30-Q34 耳鼻咽喉科 1 胸心外科 1
Q35-Q37 烧伤整形科 1 口腔科 1
Q38-Q45 普通外科 1
Q50-Q52 妇产科 1
Q53-Q64 泌尿外科 1
Q65-Q79 骨科 1
Q80-Q85 皮肤性病科 1
R00-R03 心血管内科 1
R04-R06 呼吸内科 1
R07-R07 心血管内科 1 呼吸内科 1
R10-R19 消化内科 1
R20-R23 皮肤性病科 1
R25-R29 神经内科 1
R30-R39 泌尿外科 1 肾内科 1
R40-R49 神经内科 1
R50-R50 感染科 1 呼吸内科 1
R51-R56 神经内科 1
R73-R73 内分泌科 1
S00-S09 神经外科 1
S05-S05 眼科 1
S10-S19 骨科 1
S20-S29 胸心外科 1 骨科 1
S30-S39 骨科 1
S40-S99 骨科 1
T20-T35 烧伤整形科 1
`;

type Effect = readonly [Label, number];
const ranges = table
  .trim()
  .split('\n')
  .map((line) => {
    const [range = '', ...rest] = line.split(' ');
    const effects = Array.from(
      { length: rest.length / 2 },
      (_, i): Effect => [rest[i * 2] as Label, Number(rest[i * 2 + 1])],
    );
    return { from: range.slice(0, 3), to: range.slice(4), effects };
  });

/** Departments for a code such as K80.100x001; null where the chapter says nothing of a department. */
export function departmentsOfCode(code: string): readonly Effect[] | null {
  const head = code.slice(0, 3);
  return ranges.findLast(({ from, to }) => from <= head && head <= to)?.effects ?? null;
}
