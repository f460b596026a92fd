import { clinic } from './zh-CN/clinic.ts';
import { fault } from './zh-CN/fault.ts';
import { kit } from './zh-CN/kit.ts';
import { office } from './zh-CN/office.ts';
import { plan } from './zh-CN/plan.ts';
import { shell } from './zh-CN/shell.ts';
import { staff } from './zh-CN/staff.ts';

/** One file an area. The other languages must have the same keys and placeholders (messages.test.ts). */
export const zhCN = { shell, kit, fault, office, staff, clinic, plan };
