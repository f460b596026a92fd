import { handlers } from '../../../sign-in/auth.ts';

export const { GET, POST } = handlers;
