import type { ReactNode } from 'react';
import { ResidentShell } from '../(resident)/resident-shell.tsx';

export default function SignInLayout({ children }: { children: ReactNode }) {
  return <ResidentShell>{children}</ResidentShell>;
}
