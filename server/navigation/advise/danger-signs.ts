import type { z } from 'zod';
import type { SignId, signView, toldSigns } from '../schema/danger-signs.ts';
import { readFacts } from '../understand/facts.ts';
import { normalise } from '../understand/normalise.ts';
import type { Facts, RedFlagRule } from '../understand/schema.ts';

type Sign = Pick<RedFlagRule, 'kind' | 'name' | 'reason' | 'source'> & {
  id: SignId;
  /** Whom it is shown to; an unknown age sees adults' signs, an unknown sex or pregnancy those of everybody. */
  fits: (person: Facts) => boolean;
};

const adultFrom = 14 * 12;
const anybody = () => true;
const adult = ({ ageMonths = adultFrom }: Facts) => ageMonths >= adultFrom;
const child = (person: Facts) => !adult(person);
const infant = ({ ageMonths = adultFrom }: Facts) => ageMonths < 60;
const pregnant = (person: Facts) => person.pregnant === true;

const triage = '急诊预检分诊专家共识（2018）';
const imci = 'WHO IMCI 2014';
const who = 'WHO PCPNC 2015';

/** A sign as this list writes it: what one sees, and why it cannot wait. */
const sign = (
  id: SignId,
  fits: Sign['fits'],
  name: [zh: string, en: string],
  reason: [zh: string, en: string],
  source: string,
  kind: Sign['kind'] = 'emergency',
): Sign => ({ id, fits, kind, name: { zh: name[0], en: name[1] }, reason: { zh: reason[0], en: reason[1] }, source });

/**
 * What everybody is asked before advice is given, because no list of words reads everything that people write
 * (decisions 0010, 0014). Short, by what one can see or feel, after published lists; the person's own come first.
 */
export const dangerSigns: readonly Sign[] = [
  sign(
    'pregnancy-blood',
    pregnant,
    ['下身流血，或突然流出很多水', 'Bleeding, or a gush of water'],
    [
      '怀孕时流血、流水，可能危及母子，要马上到有产科的医院。',
      'Bleeding or lost waters in pregnancy may endanger both; go to an obstetric hospital at once.',
    ],
    who,
  ),
  sign(
    'pregnancy-head',
    pregnant,
    ['头痛得厉害、眼睛发花，或手脸突然肿', 'Bad headache, blurred sight, or sudden swelling of hands and face'],
    ['可能是重度子痫前期，会很快抽搐。', 'This may be severe pre-eclampsia, which can turn into fits quickly.'],
    who,
  ),
  sign(
    'pregnancy-still',
    pregnant,
    ['肚子一直痛或发硬，或胎动明显少了', 'Belly pain that stays, or the baby moves much less'],
    ['胎盘或胎儿可能有危险，要马上听胎心。', 'Placenta or baby may be in danger; the heartbeat must be heard at once.'],
    who,
  ),
  sign(
    'child-drink',
    infant,
    ['不吃奶、喝不进水，或吃什么吐什么', 'Cannot drink or feed, or vomits everything'],
    ['小孩不能喝水，很快会脱水、低血糖。', 'A child who cannot drink soon dries out.'],
    imci,
  ),
  sign(
    'child-limp',
    child,
    ['软绵绵、叫不动，或哭不出声', 'Limp, hard to wake, or too weak to cry'],
    ['孩子没有反应是最要紧的信号。', 'A child who hardly responds is the gravest sign.'],
    imci,
  ),
  sign(
    'child-newborn',
    ({ ageMonths = adultFrom }) => ageMonths < 3,
    ['不到三个月，发热或身上发凉', 'Under three months with fever, or cold to the touch'],
    [
      '这么小的孩子发热，可能是重感染，当天必须看。',
      'At this age a fever may be a grave infection and must be seen today.',
    ],
    imci,
  ),
  sign(
    'breath',
    anybody,
    [
      '喘得说不成整句话，嘴唇发紫，或吸气时胸口凹进去',
      'Too breathless for a sentence, blue lips, or the chest draws in',
    ],
    ['身体缺氧，几分钟都不能等。', 'The body lacks oxygen; minutes count.'],
    triage,
  ),
  sign(
    'chest',
    adult,
    [
      '胸口压着痛或发闷，停不下来，或痛到手臂、下巴、后背',
      'Pressing chest pain that stays, or reaches arm, jaw or back',
    ],
    [
      '可能是心脏或大血管的急症，越早越能救。',
      'It may be heart or great artery; the sooner treated, the more is saved.',
    ],
    triage,
  ),
  sign(
    'stroke',
    adult,
    [
      '突然嘴歪、一边手脚没力气、说不清话，或看不见',
      'Suddenly a drooping face, one weak side, slurred speech or lost sight',
    ],
    ['可能是中风，只有几个小时可以用药。', 'It may be a stroke; treatment has only hours.'],
    'BE-FAST；中国急性缺血性脑卒中诊治指南（2023）',
  ),
  sign(
    'mind',
    anybody,
    ['晕倒、叫不醒、说胡话，或正在抽', 'Fainted, cannot be woken, confused, or having a fit'],
    [
      '脑子缺血、缺糖或受伤，都会这样，要马上处理。',
      'The brain may lack blood or sugar or be hurt; it needs help at once.',
    ],
    triage,
  ),
  sign(
    'blood',
    anybody,
    [
      '血止不住，吐血、咳血，或拉黑色、带血的大便',
      'Bleeding that does not stop, vomiting or coughing blood, black or bloody stool',
    ],
    ['身体里面可能正在大量出血。', 'There may be heavy bleeding inside.'],
    triage,
  ),
  sign(
    'pain',
    anybody,
    ['突然的、从来没有过的剧痛：头、肚子、背或下身', 'Sudden pain as never before: head, belly, back or groin'],
    [
      '可能有血管破裂、脏器穿孔或扭转，要马上检查。',
      'Something may have burst, torn or twisted; it must be looked at now.',
    ],
    triage,
  ),
  sign(
    'swelling',
    anybody,
    ['嘴唇、舌头、喉咙肿起来，或全身起疹子又发晕', 'Lips, tongue or throat swell, or a rash all over with dizziness'],
    ['严重过敏会堵住气道。', 'A severe allergy can close the airway.'],
    'WAO 2020',
  ),
  sign(
    'injury',
    anybody,
    [
      '刚受重伤：车祸、高处摔下、大片烫伤、触电、溺水，或骨头露出来',
      'Just badly hurt: crash, fall from height, large burn, electric shock, near drowning, bone showing',
    ],
    ['外面看不出的内伤会很快恶化。', 'Injuries that cannot be seen may turn bad quickly.'],
    triage,
  ),
  sign(
    'poison',
    anybody,
    [
      '误吃药物、农药、电池，煤气中毒，或被蛇、马蜂咬伤',
      'Swallowed medicine, pesticide or a battery, gas, snake bite or hornets',
    ],
    ['不要等症状出来，也不要自己催吐。', 'Do not wait for symptoms, and do not make anybody vomit.'],
    triage,
  ),
  sign(
    'self',
    anybody,
    ['不想活了，或想伤害自己、伤害别人', 'Does not want to live, or wants to hurt oneself or others'],
    ['说出来就有人能帮您。请不要一个人待着。', 'Say it, and somebody can help. Please do not stay alone.'],
    triage,
    'crisis',
  ),
];

/** A rule that was met by words, or a danger sign that was tapped. */
export type Flag = Pick<RedFlagRule, 'id' | 'kind' | 'name' | 'reason' | 'source'>;

/** What was tapped counts whoever the person is: the list that was shown may be older than the facts. */
export const tappedSigns = (told: z.infer<typeof toldSigns>): Flag[] =>
  dangerSigns
    .filter(({ id }) => told !== 'unasked' && told.includes(id))
    .map(({ fits: _, ...flag }) => ({ ...flag, id: `sign-${flag.id}` }));

/** The list for this person; age, sex and pregnancy may also be in the words. */
export function signsToAsk(text: string, facts: Facts): z.infer<typeof signView>[] {
  const person = readFacts(normalise(text), facts);
  return dangerSigns.filter(({ fits }) => fits(person)).map(({ id, name }) => ({ id, name }));
}
