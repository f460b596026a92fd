import { type Run, runClients } from './booking-clients.ts';
import type { HttpAnswer } from './http-line.ts';
import type { Counts, Spread } from './spread.ts';
import type { Stand } from './stand.ts';

/** More bookings a second than any machine of ours gives: so many sign-ins are prepared. */
export const mostPerSecond = 9000;

export type Load = { connections: number; seconds: number; hot?: number | undefined };
/** Processor microseconds a request of each side. */
export type Measured = { rate: number; latencies: number[]; cpu: { api: number; postgres: number; load: number } };

/** Loads the api of a stand over HTTP; each booking is made by a resident who has not booked before. */
export class BookingLoad {
  readonly #stand: Stand;
  readonly #spread: Spread;
  readonly #counts: Counts;
  readonly #tickets = new Set<string>();
  #nextResident: number;

  /** The first `kept` residents are left to those who ask in vain. */
  constructor(stand: Stand, spread: Spread, { counts, kept }: { counts: Counts; kept: number }) {
    this.#stand = stand;
    this.#spread = spread;
    this.#counts = counts;
    this.#nextResident = kept;
  }

  async book(load: Load): Promise<Measured> {
    const threads = this.#stand.apis.length;
    const from = this.#nextResident;
    const share = Math.ceil((load.seconds * mostPerSecond) / threads);
    this.#nextResident += share * threads;
    if (this.#nextResident > this.#spread.residents) throw new Error('the residents do not suffice');
    const people = (i: number) => ({ from: from + i * share, to: from + (i + 1) * share, again: false });
    const { run, measured } = await this.#run(load, people, this.#ports());
    for (const ticket of run.answers.map(ticketOf)) {
      if (this.#tickets.has(ticket)) throw new Error(`a ticket was sold twice: ${ticket}`);
      this.#tickets.add(ticket);
    }
    return measured;
  }

  /** All of `people` ask for one session again and again; every answer must be as `expect` says. */
  async ask(load: Load, people: number, expect: (answer: HttpAnswer) => boolean, ports = this.#ports()) {
    const share = Math.floor(people / ports.length);
    const part = (i: number) => ({ from: i * share, to: (i + 1) * share, again: true });
    const { run, measured } = await this.#run(load, part, ports);
    const wrong = run.answers.find((answer) => !expect(answer));
    if (wrong) throw new Error(`not the expected answer: ${wrong.status} ${wrong.body.slice(0, 300)}`);
    return measured;
  }

  #ports = () => this.#stand.apis.map(({ port }) => port);

  async #run(
    { connections, seconds, hot }: Load,
    people: (thread: number) => { from: number; to: number; again: boolean },
    ports: number[],
  ): Promise<{ run: Run; measured: Measured }> {
    const plans = ports.map((port, i) => ({
      ...{ mark: this.#spread.mark, counts: this.#counts, rootSecret: this.#stand.rootSecret },
      ...{ port, seconds, connections: Math.ceil(connections / ports.length), hot, ...people(i) },
    }));
    const before = await this.#stand.cpuSeconds();
    const run = await runClients(plans);
    const after = await this.#stand.cpuSeconds();
    const each = (secondsUsed: number) => (secondsUsed / run.latencies.length) * 1e6;
    const cpu = {
      api: each(after.api - before.api),
      postgres: each(after.postgres - before.postgres),
      load: each(run.cpu),
    };
    return { run, measured: { rate: run.latencies.length / run.seconds, latencies: run.latencies, cpu } };
  }

  /** What was acknowledged is what is there: distinct tickets, each with its audit row, message and job. */
  async expectHonest(): Promise<number> {
    const bounds = [this.#spread.residentId(0), this.#spread.residentId(this.#spread.residents - 1)];
    const { rows } = await this.#stand.db.pool.query(
      `with made as (
         select facility_id, id, resident_id from appointments where account_id <> 'bench' and resident_id between $1 and $2
       )
       select (select count(*) from made) as appointments,
         (select count(*) from resident_bookings where resident_id between $1 and $2 and active = 1) as seats,
         (select count(*) from booking_requests where resident_id between $1 and $2) as keys,
         (select count(*) from audit_events e join made on e.facility_id = made.facility_id and e.subject_id = made.id::text) as audits,
         (select count(*) from notices where resident_id between $1 and $2) as notices,
         (select count(*) from graphile_worker._private_jobs, json_array_elements(payload -> 'notices') n
          where n ->> 'residentId' between $1::text and $2::text) as jobs`,
      bounds,
    );
    for (const [what, n] of Object.entries(rows[0])) {
      if (n !== this.#tickets.size)
        throw new Error(`${this.#tickets.size} bookings were acknowledged, but there are ${n} ${what}`);
    }
    return this.#tickets.size;
  }
}

function ticketOf({ status, body }: HttpAnswer): string {
  if (status !== 200) throw new Error(`an answer was no booking: ${status} ${body.slice(0, 300)}`);
  const { sessionId, ticketNumber, status: state } = JSON.parse(body).result.data;
  if (state !== 'booked') throw new Error(`not booked: ${body.slice(0, 300)}`);
  return `${sessionId} ${ticketNumber}`;
}
