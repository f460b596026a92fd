import type { ReactNode } from 'react';
import { ResidentShell } from './resident-shell.tsx';

export default function ResidentLayout({ children }: { children: ReactNode }) {
  return <ResidentShell>{children}</ResidentShell>;
}
