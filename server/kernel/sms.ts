import type { Log } from './log.ts';

export type SmsResult = { ok: true } | { ok: false; reason: string };
/** Hands one text to the gateway; never throws for a refusal, so the caller decides about retries. */
export type SendSms = (phone: string, text: string) => Promise<SmsResult>;

/** HTTP gateway: POST {phone, text} with a bearer token; 2xx means accepted for delivery. */
export function createSmsGateway(url: string, token: string | undefined): SendSms {
  return async (phone, text) => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    try {
      const body = JSON.stringify({ phone, text });
      const answer = await fetch(url, {
        method: 'POST',
        headers,
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(8000),
      });
      return answer.ok ? { ok: true } : { ok: false, reason: `gateway answered ${answer.status}` };
    } catch (error) {
      return { ok: false, reason: error instanceof Error ? error.name : 'unreachable' };
    }
  };
}

/** Demo: nothing is sent; the screen shows the code, the message list the rest. */
export const demoSms =
  (log: Log): SendSms =>
  async () => {
    log.info('demo: a text message was not sent');
    return { ok: true };
  };
