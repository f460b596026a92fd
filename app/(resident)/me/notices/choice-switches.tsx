'use client';

import type { z } from 'zod';
import type { choicesOutput, NoticeChannel } from '#server/notices/schema.ts';
import { noticeChannel, noticeType } from '#server/notices/schema.ts';
import { useText } from '../../../_text/client-text.tsx';
import { trpc } from '../../../_trpc/client.ts';
import { useAction } from '../../../_trpc/use-action.ts';
import { FaultMessage } from '../../../_ui/fault-message.tsx';
import { CheckField } from '../../../_ui/field.tsx';
import { Panel } from '../../../_ui/page-head.tsx';
import css from '../me.module.css';

type Choice = z.infer<typeof choicesOutput>['choices'][number];

/** One box a type and channel; each is kept as soon as it is ticked. */
export function ChoiceSwitches({ choices }: { choices: Choice[] }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const wantedOf = (type: Choice['type'], channel: NoticeChannel) =>
    choices.some((choice) => choice.type === type && choice.channel === channel && choice.wanted);
  return (
    <Panel>
      <FaultMessage trouble={trouble} />
      {noticeType.options.map((type) => (
        <fieldset key={type} className={css.preference}>
          <legend>
            <strong>{t(`queue.choices.type.${type}`)}</strong>
          </legend>
          {noticeChannel.options.map((channel) => (
            <CheckField
              key={channel}
              name={`${type}-${channel}`}
              label={
                channel === 'wechat'
                  ? `${t('queue.choices.channel.wechat')} — ${t('queue.choices.wechatWhy')}`
                  : t(`queue.choices.channel.${channel}`)
              }
              checked={wantedOf(type, channel)}
              disabled={working || channel === 'wechat'}
              onChange={(event) => {
                const wanted = event.target.checked;
                void run(() => trpc.notices.setChoice.mutate({ type, channel, wanted }));
              }}
            />
          ))}
        </fieldset>
      ))}
    </Panel>
  );
}
