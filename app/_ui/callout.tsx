import type { ReactNode } from 'react';
import css from './callout.module.css';
import { Icon, type IconName } from './icon.tsx';

export type Tone = 'info' | 'good' | 'wait' | 'stop' | 'plain';
const icons: Record<Tone, IconName> = { info: 'info', good: 'check', wait: 'clock', stop: 'stop', plain: 'info' };

/** Something to know before going on. `alert` is read out at once. */
export function Callout(props: { tone: Tone; title?: ReactNode; alert?: boolean; children?: ReactNode }) {
  return (
    <div className={`${css.callout} ${css[props.tone]}`} role={props.alert ? 'alert' : undefined}>
      <span className={css.icon}>
        <Icon name={icons[props.tone]} size="1.5rem" />
      </span>
      <div className={css.body}>
        {props.title ? <p className={css.title}>{props.title}</p> : null}
        {props.children}
      </div>
    </div>
  );
}

/** State in a word; the colour only underlines it. */
export const StatusBadge = ({ tone, children }: { tone: Tone; children: ReactNode }) => (
  <span className={`${css.badge} ${css[tone]}`}>{children}</span>
);

/** An empty list says why it is empty and offers the next step. */
export function EmptyState(props: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={css.empty}>
      <p className={css.title}>{props.title}</p>
      {props.children ? <p>{props.children}</p> : null}
      {props.action ? <div className={css.emptyAction}>{props.action}</div> : null}
    </div>
  );
}

/** Grey lines in the place of what is being fetched, so that nothing jumps. */
export const Skeleton = ({ lines = 3, label }: { lines?: number; label: string }) => (
  <div role="status" className={css.skeleton}>
    <span className="sr-only">{label}</span>
    {Array.from({ length: lines }, (_, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing else to tell them apart
      <span key={i} aria-hidden="true" />
    ))}
  </div>
);
