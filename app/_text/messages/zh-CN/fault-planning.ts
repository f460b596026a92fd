/** Refusals of family planning. */
export const faultPlanning = {
  'planning-person-not-found':
    '没有找到这个人，或本人没有说由您所在的机构服务。请核对身份证，征得本人同意后在“为来访的人建档”登记。',
  'planning-registration-not-found': '没有找到这条生育登记，或它不属于您。请刷新页面后再选。',
  'planning-check-not-found': '没有找到这次孕前检查，或它不归本机构。请返回服务档案重新选择。',
  'planning-prompt-not-found':
    '没有找到这次咨询，或附近没有机构可以提供，也可能医院已经更正。请刷新页面；需要咨询可以带身份证到任一乡镇卫生院。',
  'planning-follow-up-not-found': '没有找到这次随访，或它不归本机构。请返回列表重新选择。',
  'planning-registered':
    '同一时间只有一个有效的生育登记，现有的登记到 {until} 有效。不需要再登记；情况有变化，请先由本人撤回。',
  'fertility-no-rule': '今天没有适用的生育登记规定。请联系县卫生健康局核对日期和规定。',
  'fertility-marriage': '登记当天的规定要求已办理结婚登记。请先办理结婚登记，或咨询县卫生健康局。',
  'fertility-children': '登记当天的规定最多登记第 {most} 个孩子。请核对孩次，或咨询县卫生健康局。',
  'planning-check-open':
    '每计划怀孕一次，夫妻双方享受一次免费检查，其中一方还有没结束的检查。请先登记那次怀孕的结局或不再计划怀孕，再开始新的检查。',
  'planning-check-closed': '这次检查已经结束，不能再改。需要新的检查，请从服务档案开始。',
  'planning-check-unfinished': '还有 {count} 项结果没有填，不能评估。请先填完各项结果。',
  'planning-couple': '一次检查是一位妇女，或一男一女两个人。请核对配偶的姓名和身份证号码；男方请和女方一起建档。',
  'planning-no-rule': '这一天没有适用的检查规定。请核对日期。',
  'planning-reading': '检查清单里没有这一项或这个结果。请刷新页面，从列出的选项中选择。',
  'planning-number': '这项结果应填数字，整数最多 4 位、小数最多 3 位。请核对化验单后再填。',
  'planning-condition': '选中的情况里有不适用于这个人的。请刷新页面后重新勾选。',
  'planning-method': '这种方法不适用于这个人的性别。请从列出的方法中选择；配偶采用的方法请记在配偶的服务档案里。',
  'planning-clinician-needed':
    '按适用标准，这种方法需要医生判断：风险可能大于好处、要推迟、要特殊安排，或标准没有说明。标准不代替决定，请填写作出判断的医生姓名，或改选其他方法。',
  'planning-reason-needed':
    '按适用标准，这种方法为 4 类（不宜使用）。标准不代替决定：仍要使用的，请填写医生的理由；也可以改选其他方法。',
  'planning-quantity': '这种方法没有可以发放的药具。请把数量改为 0，或核对离开时采用的方法。',
  'planning-day-ahead': '日期不能晚于今天。请改正日期。',
  'planning-day-too-old': '补记最多到一年以前。更早的服务请写在备注里。',
  'planning-day-needed': '这个结果要填日期：末次月经、分娩或妊娠终止的那一天。请填写后再保存。',
  'planning-day-long-ago': '这个日期太早：末次月经不能早于 {days} 天前，分娩或妊娠终止不能早于两年前。请核对日期。',
  'planning-outcome': '这类随访没有这个结果。请从列出的结果中选择。',
  'planning-follow-up-answered': '这次随访已经有结果，可能同事刚刚登记过。请刷新页面查看。',
  'planning-follow-up-lost':
    '这次随访已经登记为失访，失访以后不再记录联系次数，可能同事刚刚登记过。请刷新页面查看；已经找到本人的，先登记“重新联系上了”。',
  'planning-follow-up-open':
    '只有失访的人才能登记为重新联系上，这次随访没有登记失访，可能同事已经改过。请刷新页面，直接登记随访结果。',
  'planning-service-saved':
    '这份表单已经保存过一次服务，同一份表单只保存一次，这次内容不同，没有保存。请返回服务档案核对已保存的服务；要更正或补充，请打开新的表单另记一次，并在备注里写明。',
  'stock-batch-not-found': '本机构的台账里没有这个批次。请刷新页面，从列出的批次中选择；新领的批次先登记领入。',
  'stock-short':
    '台账里可以发放的只有 {have}，不够 {wanted}：结存不能低于零，过期的不能发放。请减少数量，或先登记领入、盘点。',
  'stock-expired': '这个批次 {day} 已经到期，过期的药具不能领入或发出。请核对有效期；确实过期的请登记“过期核销”。',
  'stock-not-expired': '这个批次 {day} 才到期，只有过期的批次可以核销。破损或丢失的，请登记“盘点”并写明原因。',
  'stock-reason-needed': '台账结存 {have}，盘点到 {found}，两者不一致要写明原因。请填写差异原因后再保存。',
  'planning-too-few-tries':
    '联系 {needed} 次都没有找到，才可以登记为失访；现在记录了 {tries} 次。请换个时间再联系，每次都点“没有联系上”。',
};
