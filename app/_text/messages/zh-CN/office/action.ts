/** What the audit says was done, by room. */
export const action = {
  booking: {
    book: '预约',
    cancel: '取消',
    reschedule: '改期',
    extra: '加号',
    proxy: '代约',
    'proxy-cancel': '代为取消',
    reroute: '转科',
    'move-session': '改时间',
    'check-in': '报到',
    confirm: '医院确认',
    reject: '医院未接受',
    lose: '号被医院收回',
    'give-up': '放弃等待确认',
    'clinic-stopped': '停诊取消',
    'decline-offer': '放弃备选号',
    'withdraw-offer': '备选号被医院收回',
    'place-by-hand': '停诊后由工作人员代约',
  },
  stoppages: { call: '停诊后电话联系', phone: '查看完整电话号码' },
  schedules: {
    suspend: '停诊',
    'change-session': '调整排班',
    'add-session': '加开门诊',
    publish: '发布排班',
  },
};
