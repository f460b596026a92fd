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
  'booking.checkIn': staff('desk', 'doctor', 'manager'),
  'booking.addExtra': staff('doctor', 'scheduler', 'manager'),
  'booking.stopSession': staff('scheduler', 'manager'),
  'booking.stopReport': staff('scheduler', 'manager', 'desk'),

  'navigation.arrive.here': 'anyone',
  'navigation.arrive.preparation': 'anyone',
  'navigation.arrive.visit': 'resident',
  'navigation.arrive.visitVersion': 'resident',
  'navigation.arrive.placeBook': staff('desk', 'doctor', 'scheduler', 'manager'),
  'navigation.arrive.preparationBook': staff('desk', 'doctor', 'scheduler', 'manager'),
  'navigation.arrive.staffVisit': staff('desk', 'doctor', 'manager'),
  'navigation.arrive.savePlace': staff('desk', 'manager'),
  'navigation.arrive.removePlace': staff('desk', 'manager'),
  'navigation.arrive.saveWay': staff('desk', 'manager'),
  'navigation.arrive.removeWay': staff('desk', 'manager'),
  'navigation.arrive.confirmPlaces': staff('desk', 'manager'),
  'navigation.arrive.draftPlaces': staff('desk', 'manager'),
  'navigation.arrive.savePreparation': staff('desk', 'manager'),
  'navigation.arrive.removePreparation': staff('desk', 'manager'),
  'navigation.arrive.addStep': staff('desk', 'doctor', 'manager'),
  'navigation.arrive.settleStep': staff('desk', 'doctor', 'manager'),
  'navigation.arrive.moveStep': staff('desk', 'doctor', 'manager'),
  'navigation.arrive.removeStep': staff('desk', 'doctor', 'manager'),

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
  'navigation.answers.attach': 'resident',
  'navigation.answers.own': 'resident',
  'navigation.answers.remove': 'resident',
  'navigation.answers.ofPatient': staff('desk', 'doctor'),
  'navigation.answers.ofDay': staff('desk', 'doctor'),
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
