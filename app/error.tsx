'use client';

import { Button } from './_ui/button.tsx';
import css from './_ui/error.module.css';

/** Without texts from the server, which may be what failed: both languages at once. */
export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <main id="main" className={css.page}>
      <h1>服务暂时打不开</h1>
      <p>您已提交的内容不会丢失。请稍等片刻再试；如果仍然打不开，可以直接拨打医院电话。</p>
      <p lang="en">
        The service cannot be opened just now. Nothing you submitted is lost; please try again in a moment.
      </p>
      {error.digest ? <p className={css.digest}>{error.digest}</p> : null}
      <Button onClick={retry}>再试一次 · Try again</Button>
    </main>
  );
}
