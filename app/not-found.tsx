import { ResidentShell } from './(resident)/resident-shell.tsx';
import { NotFoundContent } from './not-found-content.tsx';

/** For addresses that belong to no page; inside a frame, its own not-found file is shown. */
export default function NotFound() {
  return (
    <ResidentShell>
      <NotFoundContent />
    </ResidentShell>
  );
}
