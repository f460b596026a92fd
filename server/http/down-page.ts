import type { ServerResponse } from 'node:http';

const texts = {
  429: [
    '操作太频繁',
    '您（或与您共用同一网络的人）短时间内打开得太多。请稍候，本页会自动重试；您已提交的预约不会丢失。',
    'Too many requests',
    'You, or others on the same network, opened too much in a short time. This page tries again by itself. Nothing you have booked is lost.',
  ],
  502: [
    '网页服务正在重新启动',
    '请稍候几秒再刷新，您已提交的预约不会丢失。',
    'The pages are starting again',
    'Please reload in a few seconds. Nothing you have booked is lost.',
  ],
  503: [
    '此刻访问的人太多',
    '系统正在优先办理预约、取消和签到。请不要反复刷新，本页会自动重试；您已提交的预约不会丢失。',
    'Too many people at this moment',
    'Bookings, cancellations and check-ins go first. There is no need to reload: this page tries again by itself. Nothing you have booked is lost.',
  ],
  504: [
    '网页响应超时',
    '请刷新重试；若刚提交了预约，请先到“我的预约”查看。',
    'The page took too long',
    'Please reload. If you have just booked, look at “My appointments” first.',
  ],
} as const;

/** A plain page in both languages, without script, when the web process cannot answer. */
export function sendDownPage(
  res: ServerResponse,
  status: keyof typeof texts,
  wantsHtml: boolean,
  retryAfterSeconds = 5,
): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  const [zhTitle, zhText, enTitle, enText] = texts[status];
  res.statusCode = status;
  res.setHeader('retry-after', String(retryAfterSeconds));
  res.setHeader('cache-control', 'no-store');
  if (!wantsHtml) {
    res.setHeader('content-type', 'application/json; charset=utf-8');
    res.end(JSON.stringify({ error: { code: status === 429 ? 'busy' : 'unavailable', retryAfterSeconds } }));
    return;
  }
  res.setHeader('content-type', 'text/html; charset=utf-8');
  res.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
  res.end(`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="refresh" content="${retryAfterSeconds}">
<title>${zhTitle} · ${enTitle}</title>
<style>body{font:18px/1.7 system-ui,sans-serif;max-width:32em;margin:18vh auto 0;padding:0 1.5em;color:#1c2b2a;background:#fff}
h1{font-size:1.4em;margin:0}p{margin:.2em 0 1.4em}[lang=en]{color:#4a5a58}</style></head>
<body><h1>${zhTitle}</h1><p>${zhText}</p><div lang="en"><strong>${enTitle}</strong><p>${enText}</p></div></body></html>`);
}
