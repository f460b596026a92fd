import type { Messages } from '../messages.ts';
import { fault } from './en/fault.ts';
import { kit } from './en/kit.ts';
import { office } from './en/office.ts';
import { shell } from './en/shell.ts';

export const en: Messages = { shell, kit, fault, office };
