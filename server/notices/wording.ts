import { regionDay, regionTime } from '../kernel/clock.ts';
import type { NoticeKind } from './schema.ts';

type Params = Record<string, string | number>;

const when = (params: Params): string => {
  if (!params.windowStart) return '';
  const start = new Date(String(params.windowStart));
  const [, month, day] = regionDay(start).split('-');
  return `${Number(month)}月${Number(day)}日${regionTime(start)}`;
};
/** 11月24日, of the parameter `date`. */
const day = (params: Params): string => {
  const [, month, date] = String(params.date).split('-');
  return `${Number(month)}月${Number(date)}日`;
};
/** 11月24日08:10, of an instant. */
const time = (at: string | number | undefined): string => when({ windowStart: at ?? '' });
const offer = (params: Params) =>
  params.offerId ? '已为您保留同类号，请在惠民健康确认。' : '目前没有可替代的号，请重新预约。';

/** What to do before coming, what cannot be made good at the hospital first (E14). */
const prepare = (p: Params): string => {
  const said = [
    p.fastingHours ? `空腹${p.fastingHours}小时` : '',
    p.earlyMinutes ? `提前${p.earlyMinutes}分钟到院` : '',
    p.documents ? `带${p.documents}` : '请带有效证件',
    p.oldResults ? '带以往检查结果' : '',
    p.companion ? '最好有人陪同' : '',
    p.note ?? '',
  ];
  return `${said.filter(Boolean).join('，')}。`;
};

/** Text message of a notice: Chinese, short, without the patient's name or diagnosis. */
const texts: Record<NoticeKind, (params: Params) => string> = {
  booked: (p) => `预约成功：${p.facility}${p.department}，${when(p)}，${p.number}号，预约码${p.code}。`,
  held: (p) => `已为您占号：${p.facility}${p.department}，${when(p)}，等待医院确认，结果将另行通知。`,
  confirmed: (p) => `医院已确认：${p.facility}${p.department}，${when(p)}，${p.number}号，预约码${p.code}。`,
  rejected: (p) => `医院未能确认您在${p.facility}${p.department}${when(p)}的预约，号已释放。${offer(p)}`,
  cancelled: (p) => `您已取消${p.facility}${p.department}${when(p)}的预约。`,
  rescheduled: (p) => `改约成功：${p.facility}${p.department}，${when(p)}，${p.number}号，预约码${p.code}。`,
  'clinic-stopped': (p) => `停诊通知：${p.facility}${p.department}${when(p)}的门诊停诊。${offer(p)}`,
  'offer-lapsed': (p) => `为您在${p.facility}${p.department}保留的号已到期释放。`,
  'time-changed': (p) =>
    `就诊时间调整：${p.facility}${p.department}${when({ windowStart: p.was ?? '' })}的号改到${when(p)}，${p.number}号和预约码不变。来不了可在开诊前取消。`,
  'doctor-changed': (p) =>
    `替诊通知：${p.facility}${p.department}${when(p)}的门诊改由${p.after || '同级医生'}接诊，预约码不变。`,
  'draw-entered': (p) =>
    `已登记${p.facility}${p.department}${day(p)}的抽签，回执${p.receipt}。何时登记、由谁登记，中签机会都一样。`,
  'draw-lost': (p) =>
    `${p.facility}${p.department}${day(p)}的抽签未中。${p.number ? `已按抽签顺序候补，排第${p.number}位，不需要可退出` : '可在惠民健康加入候补'}，过程公开可查。`,
  'draw-passed': (p) =>
    `${p.facility}${p.department}${day(p)}的抽签轮到您，但与预约规则冲突，号已顺延。详情见惠民健康。`,
  'draw-void': (p) => `${p.facility}${p.department}${day(p)}停诊，抽签取消。请选择其他班次。`,
  reminder: (p) => `就诊提醒：${day(p)}${p.list}。${prepare(p)}不能来请提前取消。`,
  'queue-missed': (p) =>
    `过号提醒：${p.facility}${p.department}${p.number}号已叫${p.calls}次未应。请到导医台，号仍有效，不必重新挂号。`,
  rerouted: (p) => `已为您转到${p.facility}${p.department}，${p.number}号，预约码${p.code}，不再收挂号费。`,
  'follow-up': (p) => `${p.facility}${p.department}建议您${p.from}至${p.to}复诊，请在惠民健康选时间，或到导医台办理。`,
  'wait-offer': (p) =>
    `候补有号：${p.facility}${p.department}，${when(p)}，${p.number}号，为您保留到${time(p.until)}，请在惠民健康确认。`,
  'wait-lapsed': (p) => `${p.facility}${p.department}为您保留的候补号已过时，转给下一位。`,
  'wait-withdrawn': (p) => `抱歉，${p.facility}${p.department}为您保留的候补号被医院收回，您的候补位置不变。`,
  'wait-cleared': (p) =>
    p.reason === 'stopped'
      ? `${p.facility}${p.department}${day(p)}的门诊停诊，候补已结束。`
      : `${p.facility}${p.department}${day(p)}的门诊即将开始，这次没有候补到号。`,
  'visit-missed': (p) =>
    `${p.facility}${p.department}${when(p)}的预约没有签到，记一次爽约（现有${p.count}次，满${p.limit}次暂停网上预约）。有异议可在惠民健康申诉。`,
  'booking-paused': (p) =>
    `因${p.count}次爽约，${p.facility ? `在${p.facility}` : ''}网上预约暂停到${time(p.until)}。医院窗口和转诊照常办理，也可在惠民健康申诉。`,
  'strike-lifted': (p) =>
    `${p.facility}${p.department}${when(p)}的爽约记录已撤销${p.ended ? '，网上预约已恢复' : ''}。`,
  'appeal-refused': (p) => `您对${p.facility}${p.department}${when(p)}爽约记录的申诉未获支持，理由见惠民健康。`,
  'glass-broken': (p) => `${p.facility}的医生因紧急情况调阅了您的健康档案。可在惠民健康查看并询问原因。`,
  'record-reviewed': (p) =>
    `${p.office}检查${p.facility}的病历质量时，因核查需要查看了您的一次就诊。可在惠民健康查看并询问原因。`,
  'case-answered': (p) => `您就健康档案提出的问题，${p.office}已答复，请在惠民健康查看。`,
  'case-escalated': (p) => `您就健康档案提出的问题，${p.facility}没有按时答复，已转当地卫生健康部门办理。`,
  'ticket-lost': (p) => `抱歉，${p.facility}${p.department}${when(p)}的号被医院收回。${offer(p)}`,
};

export const textOf = (kind: NoticeKind, params: Params): string => `【惠民健康】${texts[kind](params)}`;
