export const inbox = {
  title: '消息',
  empty: '还没有消息',
  emptyHint: '预约、改约和停诊的通知会出现在这里。',
  unread: '未读',
  readAll: '全部标为已读',
  for: '就诊人：{name}',
  kind: {
    booked: {
      title: '预约成功',
      body: '{facility}{department}，{visit}，第 {number} 号，预约码 {code}。{cancelBy} 前可以取消。',
    },
    held: { title: '等待医院确认', body: '{facility}{department}，{visit}。医院确认后会再通知您。' },
    confirmed: { title: '医院已确认', body: '{facility}{department}，{visit}，第 {number} 号，预约码 {code}。' },
    rejected: {
      title: '医院没有接受这次预约',
      body: '{facility}{department}，{visit}。号源已退回，请选择其他时间或医院。',
    },
    cancelled: { title: '预约已取消', body: '{facility}{department}，{visit} 的预约已取消。' },
    rescheduled: {
      title: '改约成功',
      body: '{facility}{department}，新的时间是 {visit}，第 {number} 号，预约码 {code}。原来的号已取消。',
    },
    'clinic-stopped': {
      title: '医院停诊',
      body: '{facility}{department}，{visit} 停诊，您的预约已取消，不会记为爽约。',
    },
    'time-changed': {
      title: '就诊时间有调整',
      body: '{facility}{department}：原定 {was} 的号，医院改到 {visit}。第 {number} 号和预约码 {code} 都不变。来不了的话，开诊前都可以取消，不算爽约。',
    },
    'doctor-changed': {
      title: '出诊医生有变动',
      body: '{facility}{department}，{visit} 改由{after}出诊，您的号和预约码不变。',
    },
    'offer-lapsed': { title: '候选号已失效', body: '{facility}{department} 为您保留的号已超过保留时间。' },
    'draw-entered': {
      title: '抽签已登记',
      body: '{facility}{department}，{date} 的号抽签决定，您的回执是 {receipt}。{closesAt} 截止后抽签；早登记、晚登记，手机、窗口还是电话，机会都一样。',
    },
    'draw-lost': {
      title: '抽签没有中',
      body: '{facility}{department}，{date} 的号这次没有抽到。{waits, select, yes {已按抽签的顺序为您候补，排第 {number} 位，有人退号时依次通知；不想候补可以随时退出。} other {点开可以加入候补：有人退号时按顺序通知您。}}抽签过程公开可查。',
    },
    'draw-passed': {
      title: '抽中了，但号没能给您',
      body: '{facility}{department}，{date}：轮到您时没有通过预约规则，号顺延给了下一位。',
    },
    'draw-void': {
      title: '抽签取消',
      body: '{facility}{department}，{date} 停诊，抽签取消。请选择其他班次；这不影响您以后的登记。',
    },
    reminder: { title: '就诊提醒', body: '{date}：{list}。不能来请提前取消，把号留给别人。' },
    'queue-missed': {
      title: '叫号未应，已过号',
      body: '{facility}{department} {number} 号叫了 {calls} 次没有应答。请到导医台重新排队：号仍然有效，不必重新挂号，也不记爽约。',
    },
    rerouted: {
      title: '已转到合适的科室',
      body: '{facility}{department}，{number} 号，预约码 {code}。不再收挂号费，已为您排进队伍，请到该科室候诊。',
    },
    'follow-up': {
      title: '医生建议复诊',
      body: '{facility}{department} 建议您在 {from} 至 {to} 之间复诊。点开可以选时间，也可以在导医台办理。',
    },
    'wait-offer': {
      title: '候补到号了',
      body: '{facility}{department}，{visit}，第 {number} 号，为您保留到 {until}。点开确认，过时转给下一位。',
    },
    'wait-lapsed': {
      title: '候补号已过保留时间',
      body: '{facility}{department}，{date}：没有在时限内确认，号转给了下一位。还需要的话，可以重新加入候补，排在末尾。',
    },
    'wait-withdrawn': {
      title: '候补号被医院收回',
      body: '{facility}{department}，{date}：为您保留的第 {number} 号被医院收回，很抱歉。您在候补中的位置不变，有号再通知您。',
    },
    'wait-cleared': {
      title: '候补已结束',
      body: '{facility}{department}，{date}：{stopped, select, yes {门诊停诊，候补结束。} other {开诊前没有轮到您，候补结束。}}可以选择其他班次。',
    },
    'visit-missed': {
      title: '记了一次爽约',
      body: '{facility}{department}，{visit}：当天没有签到。现在计 {count} 次，满 {limit} 次会暂停网上预约；这一次到 {until} 失效。如果您来过或事出有因，点开可以看依据并申诉。',
    },
    'booking-paused': {
      title: '网上预约暂停',
      body: '因 {count} 次爽约，{where, select, one {在{facility}的} other {}}网上预约暂停到 {until}。医院窗口和转诊照常办理；点开可以看每一次的依据并申诉。',
    },
    'strike-lifted': {
      title: '爽约记录已撤销',
      body: '{facility}{department}，{visit}：{cause, select, came {医院确认您来过，} facility {医院说明不是您的责任，} appeal {申诉成立，} other {当时系统故障，}}这一次不再计算。{ended, select, yes {网上预约已恢复。} other {}}',
    },
    'appeal-refused': {
      title: '申诉没有得到支持',
      body: '{facility}{department}，{visit} 的爽约记录保留。点开可以看卫生健康部门的理由；医院窗口和转诊照常办理。',
    },
    'glass-broken': {
      title: '有医生紧急调阅了您的健康档案',
      body: '{facility}的{doctor}因紧急情况打开了您的健康档案，{until} 自动关闭。该院的隐私专员会核查；点开可以看到查看了什么，也可以问为什么。',
    },
    'record-reviewed': {
      title: '卫生健康部门核查时查看了您的一次就诊',
      body: '{office}检查{facility}的病历质量时，因核查需要查看了您在该院的一次就诊，写明了原因。上级部门会核查这次查看是否必要。点开可以看到谁看过，也可以问为什么。',
    },
    'case-answered': {
      title: '您的问题有了答复',
      body: '{office}答复了您就健康档案提出的{about, select, why {“为什么查看”} glass {紧急调阅核查} other {更正请求}}。点开查看。',
    },
    'case-escalated': {
      title: '您的问题已转上级部门',
      body: '{facility}没有按时答复您就健康档案提出的{about, select, why {“为什么查看”} glass {紧急调阅核查} other {更正请求}}，已转当地卫生健康部门办理。',
    },
    'ticket-lost': {
      title: '号源被医院收回',
      body: '{facility}{department}，{visit} 的号已被医院收回，很抱歉给您带来不便。',
    },
  },
  withOffer: '我们为您保留了一个同类的号：{time}，请在 {until} 前决定。',
  offer: '为您保留的号',
  offerLead: '{facility}{department} 停诊或号源变动，我们为 {name} 保留了这个号。',
  offerUntil: '保留到 {time}，过期自动放弃。',
  accept: '接受这个号',
  decline: '不需要',
  acceptDone: '已为您预约。',
};
