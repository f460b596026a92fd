export const home = {
  title: '您想看什么科，去哪家医院？',
  searchLabel: '医院、科室或医生',
  searchHint: '可输入名称、拼音或首字母，例如“华西”“xnk”“erke”',
  quick: '常用科室',
  quickMore: '全部医院和科室',
  nextVisit: '最近的预约',
  allVisits: '全部预约',
  news: '最新消息',
  allNews: '全部消息',
  noNews: '暂时没有消息',
  guides: '看病指引',
  guide: {
    how: { title: '第一次预约', text: '选医院、选科室、选时间，实名确认后凭预约码就诊。' },
    family: { title: '替老人和孩子预约', text: '添加家人后，一个账号可以为全家预约。' },
    change: { title: '改约和取消', text: '在期限前可以自己办理，改约成功后原号才会取消。' },
  },
};
