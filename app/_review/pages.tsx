import Link from 'next/link';
import { getText } from '../_text/server.ts';
import { Row } from '../_ui/page-head.tsx';

type Props = { path: string; query?: Record<string, string>; later: boolean; next: string | null };

/** The way through a long list: on, and back to its beginning. */
export async function Pages({ path, query = {}, later, next }: Props) {
  const { t } = await getText();
  const to = (more: Record<string, string>) => `${path}?${new URLSearchParams({ ...query, ...more })}`;
  return (
    <Row>
      {later ? <Link href={to({})}>{t('review.first')}</Link> : null}
      {next ? <Link href={to({ cursor: next })}>{t('review.more')}</Link> : null}
    </Row>
  );
}
