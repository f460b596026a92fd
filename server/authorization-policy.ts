import type { StaffRole } from './kernel/context.ts';

/** Staff of a facility with at least one of the roles; an empty list is any staff. */
export type Who = 'anyone' | 'internal' | 'signed-in' | 'resident' | 'official' | { staff: StaffRole[] };

export const staff = (...roles: StaffRole[]): Who => ({ staff: roles });

/**
 * Who may call what, written by hand and apart from the routers: a new procedure fails
 * authorization.test.ts until its audience is stated here too. Which rows a caller may reach is each
 * query's own scope and is tested beside it.
 */
export const policy: Record<string, Who> = {
  'access.requestCode': 'anyone',
  'access.exchangeCode': 'internal',
  'access.exchangePassword': 'internal',
  'access.signOut': 'signed-in',
  'access.me': 'anyone',
  'access.demoAccounts': 'anyone',
  'access.listAccess': 'resident',

  'facilities.search': 'anyone',
  'facilities.regions': 'anyone',
  'facilities.facility': 'anyone',
  'facilities.department': 'anyone',
  'facilities.doctor': 'anyone',
  'facilities.catalog': 'anyone',

  'residents.family': 'resident',
  'residents.register': 'resident',
  'residents.requestMemberCode': 'resident',
  'residents.addMember': 'resident',
  'residents.removeMember': 'resident',

  'notices.list': 'resident',
  'notices.markRead': 'resident',
  'notices.choices': 'resident',
  'notices.setChoice': 'resident',

  'schedules.browse': 'anyone',
  'schedules.session': 'anyone',
  'schedules.staffDirectory': staff(),
  'schedules.facilitySessions': staff(),
  'schedules.facilitySession': staff(),
  'schedules.templates': staff(),
  'schedules.rules': staff(),
  'schedules.saveTemplate': staff('scheduler', 'manager'),
  'schedules.endTemplate': staff('scheduler', 'manager'),
  'schedules.publishPreview': staff('scheduler', 'manager'),
  'schedules.publish': staff('scheduler', 'manager'),
  'schedules.changeSession': staff('scheduler', 'manager'),
  'schedules.addSession': staff('scheduler', 'manager'),
  'schedules.setRules': staff('scheduler', 'manager'),

  'booking.book': 'resident',
  'booking.get': 'resident',
  'booking.listMine': 'resident',
  'booking.cancel': 'resident',
  'booking.reschedule': 'resident',
  'booking.steps': 'resident',
  'booking.offers': 'resident',
  'booking.decideOffer': 'resident',
  'booking.dayList': staff('desk', 'doctor', 'scheduler', 'manager'),
  'booking.findByCode': staff('desk', 'doctor', 'scheduler', 'manager'),
  'booking.addExtra': staff('doctor', 'scheduler', 'manager'),
  'booking.stopSession': staff('scheduler', 'manager'),
  'booking.stopReport': staff('scheduler', 'manager', 'desk'),

  'queues.place': 'resident',
  'queues.checkIn': 'resident',
  'queues.screen': 'anyone',
  'queues.kioskCheckIn': 'anyone',
  'queues.deskCheckIn': staff('desk', 'doctor', 'manager'),
  'queues.lines': staff('desk', 'doctor', 'scheduler', 'manager'),
  'queues.line': staff('desk', 'doctor', 'scheduler', 'manager'),
  'queues.ownDesk': staff('desk', 'doctor', 'scheduler', 'manager'),
  'queues.openStation': staff('doctor', 'manager'),
  'queues.closeStation': staff('doctor', 'manager'),
  'queues.callNext': staff('doctor', 'manager'),
  'queues.act': staff('doctor', 'manager'),
  'queues.move': staff('doctor', 'manager'),
  'queues.requeue': staff('desk', 'doctor', 'manager'),
  'queues.setPriority': staff('desk', 'doctor', 'manager'),
  'queues.screens': staff('desk', 'manager'),
  'queues.makeScreen': staff('desk', 'manager'),
  'queues.endScreen': staff('desk', 'manager'),
  'followUps.get': 'resident',
  'followUps.pick': 'resident',
  'followUps.decline': 'resident',
  'followUps.offer': staff('desk', 'doctor', 'manager'),
  'followUps.getAtDesk': staff('desk', 'doctor', 'manager'),
  'followUps.pickAtDesk': staff('desk', 'doctor', 'manager'),

  'navigation.learn.rules': staff('guide_editor'),
  'navigation.learn.rule': staff('guide_editor'),
  'navigation.learn.saveRule': staff('guide_editor'),
  'navigation.learn.proposeRule': staff('guide_editor'),
  'navigation.learn.approveRule': staff('guide_editor'),
  'navigation.learn.returnRule': staff('guide_editor'),
  'navigation.learn.withdrawRule': staff('guide_editor'),
  'navigation.learn.rollBackRule': staff('guide_editor'),
  'navigation.learn.tryRule': staff('guide_editor'),
  'navigation.learn.tryCases': staff('guide_editor'),
  'navigation.learn.cases': staff('guide_editor'),
  'navigation.learn.addCase': staff('guide_editor'),
  'navigation.learn.askDropCase': staff('guide_editor'),
  'navigation.learn.dropCase': staff('guide_editor'),
  'navigation.learn.keepCase': staff('guide_editor'),

  'navigation.ask': 'anyone',
  'navigation.noteChoice': 'anyone',
  'navigation.choose': 'anyone',
  'navigation.openNow': 'anyone',
  'navigation.outbreaks': 'anyone',

  'reports.regionOverview': 'official',
  'reports.facilityOverview': 'official',
  'reports.hisHealth': 'official',
  'reports.findBooking': 'official',
  'reports.bookingTrail': 'official',
  'reports.ownBookingTrail': staff('manager'),

  'hisSync.register': 'official',
  'hisSync.switch': 'official',
  'hisSync.switchOwn': staff('manager'),
};

export const staffRoles: StaffRole[] = ['desk', 'doctor', 'scheduler', 'manager', 'guide_editor'];
