import { describe, expect, it } from 'vitest';
import { adultEmergencies, crises } from './cases/emergencies-adults.ts';
import { childEmergencies } from './cases/emergencies-children.ts';
import { linesOf, lookAlikes } from './cases/look-alikes.ts';
import type { Label } from './labels.ts';
import { adviceRules } from './rules/advice.ts';
import { redFlags } from './rules/red-flags.ts';
import { findRedFlags, understand } from './understand.ts';

const rules = { redFlags, adviceRules };
const read = (text: string) => understand(text, {}, rules);

/** Five sentences a department, written for this test: the door must be among the first three, mostly the first. */
const sentences: Record<Label, string> = {
  呼吸内科: '咳嗽一个多月了，总有白痰/有哮喘，换季就喘/肺气肿，走几步就喘不上气/CT说肺部感染/干咳，晚上咳得睡不着',
  消化内科: '吃完饭就反酸烧心/拉肚子一星期了/胃镜说是浅表性胃炎/大便三四天一次，肚子胀/幽门螺杆菌阳性要治吗',
  神经内科: '手抖得厉害，越来越慢/偏头痛好多年/脑梗后走路不稳来复查/天旋地转，一起床就晕/记性越来越差，老忘事',
  心血管内科: '血压170，吃药控制不住/上楼就心慌胸闷/心电图说早搏/房颤要不要吃药/冠心病装了支架来复查',
  血液内科: '血小板很低/骨髓瘤怎么治/血色素只有七十，贫血/身上老有瘀青，血小板减少/淋巴瘤化疗',
  肾内科: '小便里好多泡沫，尿蛋白三个加号/肌酐高/肾病综合征激素怎么减/尿毒症要透析/体检尿隐血',
  内分泌科: '空腹血糖十一/甲亢吃药半年了/口渴，尿多，人瘦了/桥本甲状腺炎/尿酸不高，就是胖，想查激素',
  风湿免疫科: '手指关节早上僵硬，类风湿因子阳性/红斑狼疮怀疑/强直性脊柱炎/痛风发作，大脚趾红肿/干燥综合征',
  普通外科: '胆囊结石要不要手术/痔疮出血/疝气，站着就鼓出来/乳腺结节/腿上青筋凸起，静脉曲张',
  神经外科: '垂体瘤要手术吗/脑膜瘤/三叉神经痛吃药不管用想手术/脑积水分流/颅内动脉瘤',
  骨科: '脚崴了，肿得厉害/腰椎间盘突出，腿麻/膝盖上下楼痛/肩周炎，胳膊抬不起来/手腕骨折拆石膏',
  泌尿外科: '肾结石，腰痛/前列腺增生，夜里起来五六次/包皮过长/尿频尿急尿不尽/精索静脉曲张',
  胸心外科: '肺大泡，气胸/食管癌能不能手术/漏斗胸/先天性心脏病室间隔缺损/手汗多想做手术',
  烧伤整形科: '被开水烫伤了手臂，想问疤痕/疤痕疙瘩越长越大/想割双眼皮/脸上的胎记能激光吗/狐臭手术',
  妇产科: '月经推迟半个月/怀孕两个月，想建卡产检/白带多，下面痒/子宫肌瘤/卵巢囊肿',
  儿科: '宝宝拉肚子，大便有奶瓣/孩子发烧咳嗽两天/新生儿黄疸/宝宝吐奶/孩子手足口病',
  眼科: '看东西有黑影飘/眼睛又红又痒/近视加深了/白内障/眼睛干涩发胀',
  耳鼻咽喉科: '耳鸣两个月/鼻塞，流鼻血/扁桃体老发炎/嗓子哑了半个月/过敏性鼻炎，打喷嚏',
  口腔科: '牙痛得睡不着/智齿要不要拔/牙龈出血/口腔溃疡反复长/想种植牙',
  皮肤性病科: '身上起红疹，很痒/脸上长痘痘/头发一把一把掉/脚气烂脚丫/梅毒复查',
  精神心理科: '整夜睡不着，心里烦/焦虑，老是担心/抑郁症吃药/强迫症，总洗手/听到有人骂我，怀疑幻听',
  感染科: '乙肝大三阳转氨酶高/被狗咬了要打狂犬疫苗/肺结核吃药/艾滋病咨询/发热一周找不到原因',
  肿瘤科: '肺癌化疗后复查/乳腺癌术后放疗/靶向药耐药了/癌症晚期骨转移，很痛/肿瘤标志物高',
  中医科: '想喝中药调理脾胃虚弱/针灸治面瘫/气血不足，手脚冰凉/湿气重，舌苔厚/肾虚怎么调',
};

describe('a description', () => {
  it.each(Object.entries(sentences))('of %s finds its door', (label, all) => {
    const ranked = all.split('/').map((text) => read(text).ranked.map((row) => row.label as string));
    const among = ranked.filter((labels) => labels.slice(0, 3).includes(label)).length;
    const first = ranked.filter((labels) => labels[0] === label).length;
    expect([among, first >= 3]).toEqual([5, true]);
  });

  it('gives shares that add up to one, and reasons in the person’s own words', () => {
    const { ranked, terms, confidence } = read('上楼就心慌，胸口发闷');
    expect(ranked).toHaveLength(24);
    expect(ranked.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    expect(confidence).toBe(ranked[0]?.share);
    expect(terms).toContain('心慌');
    expect(ranked[0]?.reasons[0]).toEqual({ zh: expect.stringContaining('心慌'), en: expect.stringContaining('心慌') });
  });

  it('that says nothing is not pressed into a department', () => {
    expect(read('你好，在吗').confidence).toBeLessThan(0.5);
    expect(read('').ranked).toHaveLength(24);
  });

  it('is read by age: the same words of a child and of a grown-up lead to different doors', () => {
    const words = '咳嗽，有痰，发热';
    expect(understand(words, { ageMonths: 24 }, rules).ranked[0]?.label).toBe('儿科');
    expect(understand(words, { ageMonths: 480 }, rules).ranked[0]?.label).toBe('呼吸内科');
  });
});

describe('red flags', () => {
  const flagged = (text: string) => read(text).flags.filter(({ rule }) => rule.kind !== 'fever');
  it('are found in the written emergencies, 99 in 100', () => {
    const emergencies = [adultEmergencies, childEmergencies, crises].flatMap(linesOf);
    expect(emergencies.length).toBeGreaterThanOrEqual(200);
    const missed = emergencies.filter((text) => flagged(text).length === 0);
    expect(missed.length / emergencies.length).toBeLessThanOrEqual(0.01);
  });
  it('are not raised by their harmless neighbours, but for a few in a hundred', () => {
    const harmless = linesOf(lookAlikes);
    const alarms = harmless.filter((text) => flagged(text).length > 0);
    expect(alarms.length / harmless.length).toBeLessThanOrEqual(0.03);
  });
  it('are raised for what is said, not for what is denied, past or asked', () => {
    const ids = (text: string) => findRedFlags(text, {}, redFlags).map(({ rule }) => rule.id);
    expect(ids('胸口压榨样疼痛半小时，出冷汗')).toEqual(['acute-coronary']);
    expect(ids('没有胸痛，没有出冷汗')).toEqual([]);
  });
});
