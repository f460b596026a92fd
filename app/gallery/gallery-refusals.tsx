import { createTranslator } from 'use-intl/core';
import { type Trouble, wordFault } from '../_text/fault-text.ts';
import { createFormat } from '../_text/format.ts';
import { localeNames, locales } from '../_text/locale.ts';
import { messagesOf } from '../_text/messages.ts';
import { Callout } from '../_ui/callout.tsx';
import { Section, Stack } from '../_ui/page-head.tsx';

const nextAt = '2026-11-25T00:00:00Z';
const blocking = { kind: 'appointment', id: 'sample', label: '呼吸内科' };

/** What residents meet most: about the session, about the person, and about what is booked already. */
const refusals: Omit<Trouble, 'code'>[] = [
  { rule: 'not-released', nextAt },
  { rule: 'horizon', nextAt },
  { rule: 'resting', nextAt },
  { rule: 'full', nextAt },
  { rule: 'window-full' },
  { rule: 'closed' },
  { rule: 'stopped' },
  { rule: 'age-below', params: { department: '老年医学科', age: 60 } },
  { rule: 'age-above', params: { department: '儿科', age: 14 } },
  { rule: 'women-only', params: { department: '妇科' } },
  { rule: 'same-doctor-day', blocking },
  { rule: 'day-limit', params: { limit: 2 }, blocking },
  { rule: 'open-limit', params: { limit: 5 }, blocking },
  { rule: 'overlap', blocking },
  { rule: 'cancel-too-late' },
  { rule: 'cancel-limit', params: { limit: 10, days: 30 }, nextAt },
  { rule: 'pause-province', params: { strikes: 3 }, nextAt },
];

/** The main refusals as people read them, in every language: the rule, what stands in the way, when next, and what to do. */
export function GalleryRefusals() {
  return locales.map((locale) => {
    const t = createTranslator({ locale, messages: messagesOf(locale), timeZone: 'Asia/Shanghai' });
    return (
      <Section key={locale} title={`拒绝的说明 · ${localeNames[locale]}`} id={`refusals-${locale}`}>
        <div lang={locale}>
          <Stack>
            {refusals.map((refusal) => {
              const words = wordFault(t, createFormat(locale), { code: 'refused', ...refusal });
              return (
                <Callout key={refusal.rule} tone="stop" title={words.title}>
                  {words.lines.map((line) => (
                    <p key={line}>{line}</p>
                  ))}
                </Callout>
              );
            })}
          </Stack>
        </div>
      </Section>
    );
  });
}
