import { describe, expect, it } from 'vitest';
import { createFormat } from './format.ts';

const zh = createFormat('zh-CN');
const en = createFormat('en');
const start = new Date('2026-11-24T01:00:00Z');
const end = new Date('2026-11-24T01:30:00Z');

describe('dates and times of the region', () => {
  it('reads as people here write it', () => {
    expect(zh.visit(start, end)).toBe('11月24日 周二 09:00–09:30');
    expect(zh.dayLong('2026-11-24')).toBe('2026年11月24日 星期二');
    expect(en.visit(start, end)).toBe('Tue 24 Nov 09:00–09:30');
    expect(en.dayLong('2026-11-24')).toBe('Tuesday 24 November 2026');
  });
  it('is of the region, whatever the machine', () => {
    const lateEvening = new Date('2026-12-31T16:30:00Z');
    expect(zh.moment(lateEvening)).toBe('1月1日 周五 00:30');
    expect(zh.isoDay(lateEvening)).toBe('2027-01-01');
    expect(zh.stamp(lateEvening)).toBe('2027-01-01 00:30');
  });
  it('keeps a calendar day the same day', () => {
    expect(zh.day('2026-01-01')).toBe('1月1日 周四');
    expect(en.day('2026-01-01')).toBe('Thu 1 Jan');
  });
  it('shows fen as yuan', () => {
    expect(zh.money(1500)).toBe('15 元');
    expect(zh.money(1050)).toBe('10.50 元');
    expect(en.money(0)).toBe('¥0');
  });
  it('joins and brackets as each language does', () => {
    expect(zh.list(['高血压', '', '糖尿病'])).toBe('高血压、糖尿病');
    expect(en.list(['fever', 'cough'])).toBe('fever, cough');
    expect(zh.aside('张三', '本人')).toBe('张三（本人）');
    expect(en.aside('Zhang San', 'you')).toBe('Zhang San (you)');
  });
});
