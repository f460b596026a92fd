import type { Label } from './labels.ts';
import type { Bilingual, Question } from './schema.ts';

type Texts = readonly [zh: string, en: string];
type Option = readonly [id: string, zh: string, en: string];
type Entry = Question & { between: readonly [Label, Label] };

const wordsOf = ([zh, en]: Texts): Bilingual => ({ zh, en });
/** The options stand in the order of the departments; each one's Chinese wording is understood when added to the text. */
const part = (between: readonly [Label, Label], id: string, question: Texts, first: Option, second: Option): Entry => ({
  between,
  id,
  question: wordsOf(question),
  options: [first, second].map(([id, zh, en]) => ({ id, zh, en })),
});

/** Questions that part two departments (E5), each about something a person can feel or see. */
export const entries: readonly Entry[] = [
  part(
    ['心血管内科', '消化内科'],
    'heart-or-stomach',
    ['不舒服和活动有关，还是和吃饭有关？', 'Is it linked to effort or to meals?'],
    ['effort', '走路、爬楼时胸闷心慌', 'When walking or climbing, with tightness or palpitations'],
    ['meals', '饭后或空腹时烧心、反酸', 'After meals or when hungry, with heartburn'],
  ),
  part(
    ['心血管内科', '呼吸内科'],
    'heart-or-lung',
    ['除了胸口不舒服，还有什么？', 'What comes with it?'],
    ['heart', '心慌、心跳不齐', 'Palpitations or an uneven heartbeat'],
    ['cough', '咳嗽、咳痰', 'Cough with phlegm'],
  ),
  part(
    ['神经内科', '耳鼻咽喉科'],
    'nerves-or-ear',
    ['头晕的时候，耳朵有没有变化？', 'When dizzy, do your ears change?'],
    ['head', '头痛、手脚麻木', 'Headache or numb limbs instead'],
    ['ear', '耳鸣、听力下降', 'Ringing or poorer hearing'],
  ),
  part(
    ['神经内科', '骨科'],
    'nerves-or-spine',
    ['麻木或疼痛和脖子、腰有关吗？', 'Is it linked to your neck or back?'],
    ['nerves', '头晕、手抖、走路不稳', 'Rather dizziness, shaking or unsteady walking'],
    ['spine', '脖子痛、腰痛，转头弯腰时加重', 'Neck or back pain, worse on turning or bending'],
  ),
  part(
    ['神经内科', '心血管内科'],
    'nerves-or-heart',
    ['最明显的是头，还是心？', 'Is it mostly the head or the heart?'],
    ['head', '头痛、天旋地转、手脚麻木', 'Headache, spinning or numb limbs'],
    ['heart', '心慌、胸闷、血压高', 'Palpitations, tight chest or high blood pressure'],
  ),
  part(
    ['神经内科', '精神心理科'],
    'nerves-or-mood',
    ['心情怎么样？', 'How is your mood?'],
    ['head', '心情还好，主要是头痛、头晕', 'Mood is fine; mainly headache or dizziness'],
    ['mood', '心情低落、焦虑紧张', 'Low, anxious or tense'],
  ),
  part(
    ['骨科', '风湿免疫科'],
    'wear-or-immune',
    ['疼的是哪里，早上僵不僵？', 'Which joints, and are they stiff in the morning?'],
    ['wear', '扭伤过，或活动多了一个关节痛', 'One joint, after a sprain or effort'],
    ['immune', '好几个小关节肿痛，晨僵', 'Several small joints swollen and stiff in the morning'],
  ),
  part(
    ['消化内科', '普通外科'],
    'stomach-or-surgery',
    ['摸得到包块，或以前有结石、疝、痔疮吗？', 'Is there a lump, or known stones, hernia or piles?'],
    ['stomach', '没有包块，胃胀、反酸、腹泻', 'No lump; bloating, heartburn or diarrhoea'],
    ['surgery', '有胆结石、疝气或痔疮', 'Known gallstones, hernia or piles'],
  ),
  part(
    ['消化内科', '妇产科'],
    'belly-or-women',
    ['肚子疼和月经、白带有关吗？', 'Is the belly pain linked to periods or discharge?'],
    ['belly', '没关系，伴胃胀、腹泻', 'No; with bloating or diarrhoea'],
    ['women', '月经不调、白带多', 'Yes: irregular periods or discharge'],
  ),
  part(
    ['消化内科', '感染科'],
    'stomach-or-liver',
    ['查过肝功能或乙肝吗？', 'Has your liver or hepatitis B been tested?'],
    ['stomach', '胃痛、反酸、胃胀', 'Rather stomach pain, heartburn or bloating'],
    ['liver', '肝功能异常，转氨酶高或乙肝', 'Liver tests were abnormal, or hepatitis B'],
  ),
  part(
    ['泌尿外科', '肾内科'],
    'urology-or-kidney',
    ['小便和身体有什么变化？', 'What has changed?'],
    ['urology', '尿不尽、有结石或前列腺增生', 'Incomplete emptying, stones or an enlarged prostate'],
    ['kidney', '尿泡沫多、浮肿、尿蛋白', 'Foamy urine, swelling or protein in urine'],
  ),
  part(
    ['泌尿外科', '皮肤性病科'],
    'urology-or-skin',
    ['有没有疹子、水泡或不洁性接触？', 'Any rash, blisters or unprotected contact?'],
    ['urology', '没有，主要是尿频、尿不尽', 'No; mainly frequent or incomplete urination'],
    ['skin', '长了疹子、疣或怀疑性病', 'Yes: rash, warts or a possible sexual infection'],
  ),
  part(
    ['呼吸内科', '耳鼻咽喉科'],
    'lung-or-throat',
    ['是胸里不舒服，还是鼻子喉咙？', 'Is it the chest, or the nose and throat?'],
    ['lung', '咳嗽咳痰、气喘', 'Cough with phlegm or wheeze'],
    ['throat', '鼻塞、喉咙痛、有异物感', 'Blocked nose, sore throat or a lump in the throat'],
  ),
  part(
    ['呼吸内科', '感染科'],
    'lung-or-infection',
    ['有没有接触过结核或传染病人？', 'Any contact with tuberculosis or another infection?'],
    ['lung', '没有，咳嗽咳痰、气喘', 'No; cough with phlegm or wheeze'],
    ['infection', '接触过结核病人，长期低热', 'Contact with tuberculosis, long mild fever'],
  ),
  part(
    ['普通外科', '内分泌科'],
    'neck-lump-or-hormones',
    ['脖子上是有包块，还是激素水平不对？', 'Is it a lump in the neck, or hormone levels?'],
    ['lump', '甲状腺有结节或包块', 'A nodule or lump of the thyroid'],
    ['hormones', '甲亢或甲减，心慌怕热、消瘦', 'Overactive or underactive thyroid, heat, weight loss'],
  ),
  part(
    ['口腔科', '耳鼻咽喉科'],
    'mouth-or-throat',
    ['疼在牙和嘴里，还是喉咙？', 'Is the pain in teeth and mouth, or the throat?'],
    ['mouth', '牙痛、牙龈肿', 'Toothache or swollen gums'],
    ['throat', '喉咙痛、扁桃体发炎', 'Sore throat or tonsils'],
  ),
];

const byPair = new Map(
  entries.flatMap(
    ({ between: [a, b], ...entry }) =>
      [
        [`${a}|${b}`, entry],
        [`${b}|${a}`, entry],
      ] as const,
  ),
);

export const questionBetween = (first: Label, second: Label): Question | null =>
  byPair.get(`${first}|${second}`) ?? null;
