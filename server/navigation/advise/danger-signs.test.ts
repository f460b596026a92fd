import { describe, expect, it } from 'vitest';
import type { SignId } from '../schema/danger-signs.ts';
import { findRedFlags } from '../understand/red-flags.ts';
import { redFlags } from '../understand/rules/red-flags.ts';
import type { Facts } from '../understand/schema.ts';
import { dangerSigns, signsToAsk, tappedSigns } from './danger-signs.ts';

const years = (n: number) => n * 12;

/**
 * What people might write, invented on 2026-11-23 by somebody who had not read the rules of these subjects, and not
 * mended against since: the words are indirect on purpose. Beside each, the sign that this person would tap.
 */
const told: [text: string, person: Facts, sign: SignId][] = [
  ['娃儿喂啥子都往外冒，半天没尿了', { ageMonths: 9 }, 'child-drink'],
  ['宝宝抱起来像面条一样，喊他眼睛都不转', { ageMonths: 20 }, 'child-limp'],
  ['才满月的毛毛，额头烫手', { ageMonths: 1 }, 'child-newborn'],
  ['小孙子刚才玩遥控器，里头那颗小圆片不见了', { ageMonths: 30 }, 'poison'],
  ['娃娃吸气的时候肋骨那里一凹一凹的', { ageMonths: 14 }, 'breath'],
  ['肚皮绷得像石头，一阵都没松过，还有两个月才生', { ageMonths: years(28), pregnant: true }, 'pregnancy-still'],
  ['八个月了，昨晚到现在娃在里头没怎么踢我', { ageMonths: years(31), pregnant: true }, 'pregnancy-still'],
  ['快生了，看东西像隔了层纱，脑壳胀得要命', { ageMonths: years(26), pregnant: true }, 'pregnancy-head'],
  ['裤子一下子全打湿了，离预产期还早', { ageMonths: years(24), pregnant: true }, 'pregnancy-blood'],
  ['早上解出来的像沥青，人发飘', { ageMonths: years(61) }, 'blood'],
  ['刚拔了牙，嘴里一口一口的红，棉花换了七八个', { ageMonths: years(45) }, 'blood'],
  ['半夜睾丸那里像被人拧了一把', { ageMonths: years(15) }, 'pain'],
  ['吃完虾，嘴皮子肿成香肠，咽口水都费劲', { ageMonths: years(33) }, 'swelling'],
  ['从房顶上下来没踩稳，现在腰一下都动不得', { ageMonths: years(52) }, 'injury'],
  ['开水壶打翻，半边身子的皮都起来了', { ageMonths: years(7) }, 'injury'],
  ['打完药回来手抖、流口水、眼睛看不清', { ageMonths: years(58) }, 'poison'],
  ['屋里烤炭火，一家人起来都恶心，老人喊不应', { ageMonths: years(70) }, 'poison'],
  ['上山捡柴，脚脖子被啥咬了两个洞，肿到小腿了', { ageMonths: years(49) }, 'poison'],
  ['吸了喷的药也不管用，一句话要分三回说', { ageMonths: years(74) }, 'breath'],
  ['药都攒够了，今晚就解脱', { ageMonths: years(22) }, 'self'],
];

describe('the list of danger signs', () => {
  it.each(told)('offers a sign for “%s”', (text, person, sign) => {
    expect(signsToAsk(text, person).map(({ id }) => id)).toContain(sign);
  });

  it('is needed: the words alone found 2 of these 20 sentences when they were written', () => {
    const found = told.filter(([text, person]) => findRedFlags(text, person, redFlags).length > 0);
    expect(found.length).toBeLessThan(told.length / 2);
  });

  it('is short for everybody, and the person’s own signs come first', () => {
    for (const person of [{}, { ageMonths: 1 }, { ageMonths: years(40) }, { ageMonths: years(30), pregnant: true }]) {
      expect(signsToAsk('', person).length).toBeLessThanOrEqual(13);
    }
    expect(signsToAsk('', { ageMonths: 1 })[0]?.id).toBe('child-drink');
    expect(signsToAsk('怀孕八个月', { sex: 'female' })[0]?.id).toBe('pregnancy-blood');
    const adults = signsToAsk('', {}).map(({ id }) => id);
    expect(adults).toContain('stroke');
    expect(adults.filter((id) => id.startsWith('child') || id.startsWith('pregnancy'))).toEqual([]);
  });

  it('turns a tap into a flag with reason and source, and nothing into none', () => {
    expect(tappedSigns(['self'])).toEqual([expect.objectContaining({ id: 'sign-self', kind: 'crisis' })]);
    expect(tappedSigns('unasked')).toEqual([]);
    for (const { id, name, reason, source } of dangerSigns)
      expect([id, name.zh, name.en, reason.zh, reason.en, source].every((word) => word.length > 1)).toBe(true);
  });
});
