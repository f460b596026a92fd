import type { ReactNode } from 'react';
import css from './care.module.css';

/** The heading that takes the place of the form's; it is focused when it appears. */
export const ResultHead = ({ title, lead, tone }: { title: ReactNode; lead: ReactNode; tone?: 'stop' | 'calm' }) => (
  <div className={css.resultHead} data-tone={tone}>
    <h1 tabIndex={-1}>{title}</h1>
    <p>{lead}</p>
  </div>
);

/** A number to press, as big as a thumb. */
export const CallLink = ({ number, tone, children }: { number: string; tone?: 'stop'; children: ReactNode }) => (
  <a href={`tel:${number.replace(/[^\d+]/g, '')}`} className={css.call} data-tone={tone}>
    {children}
  </a>
);
