/**
 * English words of complaints, each with the Chinese term that lexicon and rules know. Own knowledge. A stem ends
 * in `*` and takes any ending; words of one phrase may be up to three words apart.
 */
const table = `
胸痛: chest pain; pain in my chest; pain in the chest; chest hurt*; chest ache*
胸闷: chest tight*; tight chest; tightness in my chest; tightness in the chest; pressure in my chest; chest pressure; chest discomfort
压榨样: crushing; squeezing; like an elephant
出冷汗: cold sweat*; sweating coldly; clammy
心慌: palpitation*; heart racing; heart is racing; heart pound*; heartbeat; heart beats; pounding heart; rapid heart; fast heart
呼吸困难: short of breath; shortness of breath; trouble breathing; difficulty breathing; difficulties breathing; breathless*; hard to breathe; can't breathe; cannot breathe; hard time breathing; difficult to breathe; struggling to breathe
喘: wheez*; asthma; gasp*
咳嗽: cough*
咳痰: phlegm; mucus; sputum
咳血: coughing up blood; cough* blood; blood when i cough; bloody phlegm; bloody sputum; rust-coloured; rusty sputum
发热: fever*; high temperature; feverish; temperature is high
高热: high fever; really high fever
寒战: chill*; shiver*; trembl*
感冒: a cold; common cold; flu; stuffed up; under the weather
鼻塞: stuffy nose; blocked nose; nasal congestion; congested; nose is stuffed; congestion
流鼻涕: runny nose; nose has been running; nose is running; nose running
打喷嚏: sneez*
喉咙痛: sore throat; throat hurt*; throat pain; painful throat; scratchy throat; throat is sore; throat irritation
鼻窦炎: sinus*
头痛没这么痛过: worst headache; thunderclap; worst ever headache; worst pain in my head
头痛: headache*; head hurt*; head ache*; head pain; pounding head; head is pounding
偏头痛: migraine*; sensitive to light; sensitivity to light; one side of my head; bright light*; light and noise; vision blur* head
头晕: dizz*; lighthead*; vertigo; woozy; balance; unsteady; loss of balance; off balance
脖子僵: stiff neck; neck stiff*; neck is stiff; stiffness in my neck; neck rigid*; stiffness of the neck
脖子痛: neck pain; pain in my neck; neck hurt*; neck ache*; neck has been hurting
颈椎病: cervical; neck pain dizz*; neck back pain; neck and back; back and neck; neck weak*; weak neck
视力模糊: blurred vision; blurry vision; vision is blur*; vision blur*; distorted vision; vision gets blur*; hazy vision; cloudy vision; blurred and distorted; eyesight
眼睛发黄: yellow eyes; eyes yellow*; whites of my eyes; eyes are yellow; yellowing of my eyes; yellowing eyes
皮肤发黄: yellow skin; skin yellow*; skin is yellow; skin has turned yellow; skin turned yellow; yellowish skin; yellowing
黄疸: jaundice*
小便黄: dark urine; urine is dark; urine dark; dark-colou* urine; dark yellow urine; urine has turned dark; urine become dark
眼睛红: red eyes; eyes are red; watery eyes; itchy eyes; eyes itch*; teary eyes
恶心: nause*; feel sick; queas*
呕吐: vomit*; throw* up; threw up; puk*
腹泻: diarrh*; loose stool*; loose motions
便秘: constipat*; hard stool; difficulty passing stool; trouble pooping; hard time pooping
痔疮: haemorrhoid*; hemorrhoid*; piles; anus; anal; bowel movement* pain*; pain* bowel movement*; rectum; rectal; itch* bottom; swelling around my anus; butthole; pooping hurt*; blood when i poop; poop*
便血: blood in my stool; bloody stool*; blood in stool*; blood in the stool; rectal bleeding
腹痛: stomach pain; abdominal pain; belly pain; stomach ache*; stomachache*; stomach hurt*; belly hurt*; stomach cramp*; abdominal cramp*; pain in my stomach; pain in my belly; pain in my abdomen; belly ache*; tummy
上腹痛: upper abdom*; upper belly; upper stomach; gnawing; burning in my stomach; burning stomach; burning sensation in my stomach; burning pain in my stomach; burning feeling in my stomach; stomach is burning; pain in the middle of my stomach
胃溃疡: ulcer*; hungry pain; empty stomach; pain at night stomach; antacid*
烧心: heartburn*; burning sensation in my chest; burning chest; burning feeling in my chest; burn* in my throat; chest burn*; acid*
反酸: reflux; acid taste; sour taste; bitter taste; regurgitat*; burp*; belch*; taste in my mouth; food come* up; food or liquid; lump in my throat; trouble swallowing
腹胀: bloat*; gassy; gas; full quickly; feeling of fullness; indigestion; fullness
吃不下饭: loss of appetite; lost my appetite; no appetite; lack of appetite; lose appetite; poor appetite; appetite is gone; decreased appetite; not hungry
体重下降: weight loss; losing weight; lost weight; lost some weight; lost a lot of weight
糖尿病: diabet*; blood sugar; sugar level*; frequent urination thirst*; thirst* urinat*; very thirsty; excessive thirst; always thirsty; thirsty; increased thirst; dry mouth; wounds heal* slow*; slow* heal*; sores heal; cuts heal*; heal slowly
多饮多尿: pee a lot; urinate a lot; urinating frequently; frequent urination; need to urinate; pee frequently; frequent need to urinate; increased urination; pee very often; urinate very often
尿痛: pain when i pee; burn* when i pee; burning sensation when i pee; pain* when urinat*; burn* when urinat*; burning urination; painful urination; hurts to pee; pain during urination; burning while urinating; burn* while peeing; pain while urinating; peeing hurts
尿频: urge to pee; urge to urinate; strong urge; urgent need; pee often; need to pee; to pee; urine frequently
尿路感染: urinary tract; uti; bladder; cloudy urine; urine is cloudy; urine smell*; strong-smelling urine; smelly urine; foul-smelling urine; foul smell urine; murky urine; urine has a strong; bloody pee; blood in my urine; blood in my pee; pelvic pain; urine; urinating; pee; groin
腰痛: back pain; lower back; back hurt*; backache; back ache*; pain in my back
膝盖痛: knee pain; knee* hurt*; pain in my knee*
关节痛: joint pain; joints hurt; joints ache; aching joints; pain in my joints; joints are pain*; painful joints; achy joints; pain in the joints; joints have been
关节炎: arthritis; my joints
关节肿痛: joints swell*; swollen joints; swelling in my joints; joints are swollen; swelling joints; swell* in my joints; joints have swollen; joints have been swell*
关节僵硬: stiff joints; joint stiff*; joints stiff*; stiffness in my joints; morning stiff*; movement stiff*; stiff* when i walk; hard to move around
肌肉无力: muscle weak*; weak muscles; muscles weak*; muscles have been feeling weak; weakness in my muscles; limb weak*
肌肉酸痛: muscle pain; muscle ache*; aching muscles; body ache*; muscles ache; sore muscles; aches and pains; muscles hurt; muscles are sore; body pain*; body hurt*; pain all over; muscles have been aching
疲劳: fatigue*; tired*; exhaust*; worn out; no energy; lethargic; drained; weary; weak
皮疹: rash*; red spots; spots on my skin; red bumps; bumps on my skin; red patches
痒: itch*
荨麻疹: hives; welts
过敏: allerg*; swollen lips; face swell*; swelling of my face; puffy
药疹: medication* rash; rash after taking; after taking; new medicine; reaction to a medicine; side effect*; new medication; started taking; medicine*; medication*; drug*; prescription
银屑病: psoriasis; scal* skin; silver* scal*; scal* patch*; flak*; peeling skin; skin peel*; skin has been peeling; small dents in my nails; dents in my nails; nails dent*; pitting; silver-like; silvery; dusting; patches of skin; dry and scaly
痤疮: acne; pimple*; blackhead*; zit*; breakout*; pus-filled; clogged pores; whiteheads
癣: fungal; fungus; ringworm; athlete's foot; nodal skin; nodules on my skin; discolou*; patches on my skin; different colour; lumps on my skin; patches that are; breakouts on my skin; bumps that are itchy; skin changed colo*
脓疱疮: impetigo; blister*; crust*; sores on my face; sores around my nose; sores near my nose; ooz*; yellow* discharge; rash near my nose; rash around my nose; sores that; honey; open sores; rust-colored ooze; sore* around my mouth
水痘: chicken pox; chickenpox; red spots all over my body; spots all over; itchy spots; spots on my body; lumps on my body; swollen lymph nodes; swell* lymph; swelled lymph
皮肤: skin
登革热: dengue; behind my eyes; pain behind the eyes; back of my eyes; eyes hurt behind; behind the eyes; mosquito; spots on my arms; patches on my arms; red dots
疟疾: malaria; shaking chills; sweat* chill*; chill* sweat*; sweat* fever; fever* sweat*
伤寒: typhoid; constipat* fever; fever constipat*; belly pain fever; high fever belly; stomach pain constipat*; diarrh* fever; fever diarrh*
静脉曲张: varicose; veins; vein; calf; calves; bulging; swollen veins; cramps in my calves; cramps in my legs; legs swell*; legs are swollen; bruise* legs; bruis*; noticeable on my legs; cramp*; long periods; standing; lot of standing; legs
腿肿: swollen legs; leg swell*; swelling in my legs; ankles swell*; swollen ankles
高血压: high blood pressure; hypertension; blood pressure
集中不了: trouble concentrating; can't concentrate; hard to concentrate; lack of concentration; lack of focus; difficulty focusing; hard to focus; trouble focusing
抑郁: depress*; sad all the time; hopeless*
焦虑: anxi*; panic*
失眠: can't sleep; insomnia; cannot sleep; trouble sleeping; sleepless*
自杀: suicid*; kill myself; end my life; want to die; end it all
不想活: don't want to live; no reason to live; better off dead
肺炎: pneumonia; chest pain cough*; cough* fever; fever cough*
骨折: broken bone; fracture*; broke my
扭伤: sprain*; twisted my
烧伤: burned my; scald*; burnt my
牙痛: toothache*; tooth hurt*; tooth pain; teeth hurt; cavity
牙龈出血: gums bleed*; bleeding gums
耳朵痛: earache*; ear pain; ear hurt*; ears hurt
听力下降: hearing loss; can't hear; hard of hearing
耳鸣: tinnitus; ringing in my ear*
眼睛痛: eye pain; eyes hurt; eye hurts
近视: short-sighted; near-sighted; glasses
鼻出血: nosebleed*; nose bleed*
月经不调: irregular period*; period is late; missed my period; heavy period*
痛经: period pain; menstrual cramp*; painful period*
怀孕: pregnan*; expecting a baby
阴道出血: vaginal bleeding; bleeding from my vagina; spotting
白带异常: vaginal discharge
乳房肿块: breast lump; lump in my breast
脱发: hair loss; losing hair; hair falling
淋巴结肿大: lymph node*; swollen glands
甲状腺: thyroid; goitre; goiter
肾结石: kidney stone*
水肿: swelling; swollen
发抖: tremor; shak* hand*; hands shak*
麻木: numb*; tingl*; pins and needles
抽搐: seizure*; convuls*; fits
昏迷: unconscious; passed out and; unresponsive; not responding
晕倒: faint*; passed out; collaps*
说话不清: slurred; slur*; can't speak; cannot speak
嘴歪: face droop*; mouth droop*; facial droop*; face is drooping; one side of my face; face went numb
半身没力气: one side of my body; arm went weak; arm is weak; weak on one side; weakness on one side; can't move my arm; can't lift my arm
突然: sudden*; all of a sudden
大量出血: bleeding heavily; heavy bleeding; won't stop bleeding; bleeding a lot
呕血: vomit* blood; throw* up blood; threw up blood
孩子: my child; my son; my daughter; my kid; toddler
宝宝: my baby; newborn; infant
蛇咬: snake bit*; bitten by a snake
狗咬: dog bit*; bitten by a dog
嘴唇舌头肿: lips swell*; swelling lips; tongue swell*; lips and tongue; swollen tongue; tongue is swollen; lips are swelling
花生: peanut*; nuts; shellfish; bee sting*; stung; penicillin
吞: swallowed; swallow* a; ate a
电池: battery; batteries; magnet*
吃了: took; taken; swallowed
一整瓶: whole bottle; entire bottle; bottle of pills; all the pills; handful of pills
安眠药: sleeping pills; pills; tablets; painkillers; paracetamol
中毒: poison*; overdos*
触电: electric shock; electrocut*
没有: no; not; without; never; denies; don't have; doesn't have; haven't
`;

type Phrase = { words: string[]; to: string };
const byFirst = new Map<string, Phrase[]>();
const stems: Phrase[] = [];
const heads = (words: string[]) => words[0] ?? '';
for (const line of table.trim().split('\n')) {
  const [to = '', rest = ''] = line.split(/:\s*(.*)/s);
  for (const phrase of rest.split(';')) {
    const entry = { words: phrase.trim().split(' '), to };
    if (heads(entry.words).endsWith('*')) stems.push(entry);
    else byFirst.set(heads(entry.words), [...(byFirst.get(heads(entry.words)) ?? []), entry]);
  }
}

const fits = (word: string | undefined, want: string): boolean =>
  word !== undefined && (want.endsWith('*') ? word.startsWith(want.slice(0, -1)) : word === want);
/** Words of a phrase may have this many others between them. */
const gap = 3;

/** How many words of the sentence the phrase takes from `at`; 0 when it does not begin there. */
function reach(words: string[], at: number, phrase: Phrase): number {
  let next = at;
  for (const [i, want] of phrase.words.entries()) {
    let found = -1;
    for (let k = next; k <= next + (i === 0 ? 0 : gap); k += 1) {
      if (fits(words[k], want)) {
        found = k;
        break;
      }
    }
    if (found < 0) return 0;
    next = found + 1;
  }
  return next - at;
}

/** Is this mainly Latin script? */
export const isLatin = (text: string): boolean => {
  const latin = text.match(/[a-z]/gi)?.length ?? 0;
  const han = text.match(/[一-鿿]/g)?.length ?? 0;
  return latin >= 4 && latin > han * 2;
};

/** The Chinese terms that an English description amounts to, sentence by sentence; empty where nothing is known. */
export function fromEnglish(text: string): string {
  const age = ageOf(text.toLowerCase());
  const sentences = text
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[.!?;\n]+|,|\bbut\b|\band i\b/);
  const said = sentences
    .map((sentence) => termsOf(sentence.match(/[a-z']+(?:-[a-z]+)*/g) ?? []))
    .filter((terms) => terms !== '' && terms !== '没有')
    .join('，');
  return said === '' ? '' : `${age}${said}`;
}

/** "6 weeks old", "a 3-year-old": the age as Chinese texts write it. */
function ageOf(text: string): string {
  const found = /(\d{1,3})[ -](day|week|month|year)s?[ -]old/.exec(text);
  if (!found) return '';
  const count = Number(found[1]);
  const forms = {
    day: `${count}天大的宝宝`,
    week: `${count * 7}天大的宝宝`,
    month: `${count}个月大的宝宝`,
    year: `${count}岁`,
  };
  return `${forms[found[2] as keyof typeof forms]}，`;
}

function termsOf(words: string[]): string {
  const terms: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const candidates = [...(byFirst.get(words[at] ?? '') ?? []), ...stems];
    let denied = false;
    for (const phrase of candidates) {
      const taken = reach(words, at, phrase);
      if (taken === 0) continue;
      if (phrase.to === '没有') denied = true;
      else if (!terms.includes(phrase.to)) terms.push(phrase.to);
    }
    if (denied) terms.push('没有');
  }
  return terms.join('、').replaceAll('没有、', '没有');
}
