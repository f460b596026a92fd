import { getText } from './server.ts';

/** Day and time of a visit; a narrow column may break between the two but not inside. */
export async function VisitTime({ start, end }: { start: Date; end: Date }) {
  const { f } = await getText();
  return (
    <strong className="digits">
      <span className="keep">{f.day(start)}</span> <span className="keep">{f.span(start, end)}</span>
    </strong>
  );
}
