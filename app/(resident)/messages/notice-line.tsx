import Link from 'next/link';
import type { z } from 'zod';
import type { noticeView } from '#server/notices/schema.ts';
import { getText, type Text } from '../../_text/server.ts';
import { preparationLines } from '../arrive/preparation-list.tsx';
import { wordPassed } from '../draws/word-passed.ts';
import css from './messages.module.css';

type Notice = z.infer<typeof noticeView>;

/** A message in the reader's language, worded from its kind and values. */
export async function NoticeLine({
  notice,
  brief,
  name,
}: {
  notice: Notice;
  brief?: boolean;
  name?: string | undefined;
}) {
  const text = await getText();
  const { t, f } = text;
  const words = wordNotice(text, notice);
  const body = (
    <>
      <span className={css.top}>
        <strong>
          {notice.readAt ? null : <span className={css.dot}>{t('inbox.unread')}</span>}
          {words.title}
        </strong>
        <time dateTime={notice.createdAt.toISOString()}>{f.moment(notice.createdAt)}</time>
      </span>
      <span className={brief ? css.brief : css.body}>{words.lines.join(' ')}</span>
      {name ? <span className={css.for}>{t('inbox.for', { name })}</span> : null}
    </>
  );
  return (
    <li className={css.line} data-unread={notice.readAt ? undefined : ''}>
      {notice.link?.startsWith('/') ? (
        <Link href={notice.link} prefetch={false}>
          {body}
        </Link>
      ) : (
        <div>{body}</div>
      )}
    </li>
  );
}

export function wordNotice(text: Pick<Text, 't' | 'f' | 'locale'>, notice: Pick<Notice, 'kind' | 'params'>) {
  const { t, f } = text;
  const value = (name: string) => String(notice.params[name] ?? '');
  const moment = (name: string) => (notice.params[name] ? f.moment(value(name)) : '');
  const day = (name: string) => (notice.params[name] ? f.day(value(name)) : '');
  const visit = notice.params.windowStart ? f.visit(value('windowStart'), value('windowEnd')) : '';
  const body = t(`inbox.kind.${notice.kind}.body`, {
    ...{ facility: value('facility'), department: value('department'), number: value('number'), code: value('code') },
    ...{ visit, cancelBy: moment('cancelBy'), list: value('list'), calls: value('calls') },
    ...{ receipt: value('receipt'), closesAt: moment('closesAt') },
    ...{ was: moment('was'), after: value('after') },
    ...{ date: day('date'), from: day('from'), to: day('to'), until: moment('until') },
    ...{ count: value('count'), limit: value('limit'), cause: value('cause') },
    ...{ where: notice.params.facility ? 'one' : 'all', ended: notice.params.ended ? 'yes' : 'no' },
    ...{ doctor: value('doctor'), office: value('office'), about: value('case') },
    stopped: value('reason') === 'stopped' ? 'yes' : 'no',
    waits: notice.params.number ? 'yes' : 'no',
  });
  const offer = notice.params.offerStart
    ? [t('inbox.withOffer', { time: moment('offerStart'), until: moment('offerUntil') })]
    : [];
  const why = notice.kind === 'draw-passed' ? [wordPassed(t, value('rule'))] : [];
  const preparation = notice.kind === 'reminder' ? wordPreparation(text, notice.params) : '';
  return {
    title: t(`inbox.kind.${notice.kind}.title`),
    lines: [body, ...why, ...offer, ...(preparation ? [preparation] : [])],
  };
}

/** What a reminder says of the first visit's preparation, in the reader's language. */
function wordPreparation(text: Pick<Text, 't' | 'locale'>, params: Notice['params']): string {
  if (params.earlyMinutes === undefined) return '';
  const words = (name: string) => ({ zh: String(params[name] ?? ''), en: String(params[`${name}En`] ?? '') });
  const lines = preparationLines(text, {
    fastingHours: Number(params.fastingHours),
    earlyMinutes: Number(params.earlyMinutes),
    oldResults: params.oldResults === 1,
    companion: params.companion === 1,
    documents: words('documents'),
    note: words('note'),
  });
  return `${text.t('arrive.prepare.title')}${text.locale === 'en' ? ': ' : '：'}${lines.join(text.locale === 'en' ? '; ' : '；')}`;
}
