import NextAuth, { CredentialsSignin } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import type { Trouble } from '../_text/fault-text.ts';
import { internalApi } from '../_trpc/server.ts';
import { troubleOf } from '../_trpc/trouble.ts';

/** A refused sign-in with the server's reason, for the form that asked. */
export class SignInRefused extends CredentialsSignin {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super();
    this.code = trouble.rule;
    this.trouble = trouble;
  }
}

type Exchanged = { sid: string; accountId: string };

async function exchange(work: Promise<Exchanged>) {
  try {
    const { sid, accountId } = await work;
    return { id: accountId, sid };
  } catch (error) {
    const trouble = troubleOf(error);
    throw trouble ? new SignInRefused(trouble) : error;
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/**
 * next-auth keeps one thing in its encrypted cookie: the random sid. Who that is, and whether it still
 * holds, the api process looks up on each request, so ending a session works at once.
 */
export const { handlers, signIn, signOut } = NextAuth({
  trustHost: true,
  session: { strategy: 'jwt', maxAge: 30 * 86_400 },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  logger: {
    error: (error) => (error.name === 'CredentialsSignin' ? undefined : console.error(error.name, error.message)),
  },
  providers: [
    Credentials({
      id: 'code',
      credentials: { phone: {}, code: {} },
      authorize: (form) =>
        exchange(internalApi().access.exchangeCode.mutate({ phone: text(form.phone), code: text(form.code) })),
    }),
    Credentials({
      id: 'password',
      credentials: { login: {}, password: {}, totp: {} },
      authorize: (form) =>
        exchange(
          internalApi().access.exchangePassword.mutate({
            ...{ login: text(form.login), password: text(form.password), totp: text(form.totp) },
          }),
        ),
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => ({ sid: (user as { sid?: string } | undefined)?.sid ?? token.sid }),
    session: ({ session }) => ({ expires: session.expires }),
  },
});
