import { NotFoundContent } from '../not-found-content.tsx';

export default function NotFound() {
  return <NotFoundContent />;
}
