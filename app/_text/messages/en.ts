import type { Messages } from '../messages.ts';
import { clinic } from './en/clinic.ts';
import { fault } from './en/fault.ts';
import { kit } from './en/kit.ts';
import { office } from './en/office.ts';
import { plan } from './en/plan.ts';
import { shell } from './en/shell.ts';
import { staff } from './en/staff.ts';

export const en: Messages = { shell, kit, fault, office, staff, clinic, plan };
