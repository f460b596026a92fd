import { redirect } from 'next/navigation';

/** Moved to the record; links in older messages lead here. */
export default function OldAccessPage(): never {
  redirect('/records/access');
}
