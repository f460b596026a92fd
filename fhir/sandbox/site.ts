import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { SamplePerson } from './charts/people.ts';
import { type HospitalConfig, type Personality, personalityOf } from './config.ts';
import { runCommand } from './control.ts';
import { type Answer, outcomeOf, Refusal } from './exchange.ts';
import { createSpoiler, type Health, wellness } from './health.ts';
import type { Hospital, HospitalContext } from './hospital.ts';
import { createKeeper, recall } from './keeper.ts';
import { createLeanHospital } from './lean/hospital.ts';
import { createNotices } from './notices.ts';
import { readText, reply, replyHuge, toExchange } from './wire.ts';

async function openHospital(context: HospitalContext): Promise<Hospital> {
  if (context.config.kind === 'lean') return createLeanHospital(context);
  // a hundred megabytes of definitions: only for those who want it
  const { createMedplumHospital } = await import('./medplum/hospital.ts');
  return createMedplumHospital(context);
}

function checkToken(request: IncomingMessage, token: string): void {
  if (request.headers.authorization !== `Bearer ${token}`) throw new Refusal(401, 'login', 'A valid token is needed');
}

function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof z.ZodError) return new Refusal(400, 'invalid', z.prettifyError(error));
  if (error instanceof URIError) return new Refusal(400, 'invalid', 'The path is not well encoded');
  return new Refusal(500, 'exception', error instanceof Error ? error.message : 'unknown');
}

/** What all hospitals of a sandbox share. */
export type World = {
  noticeUrl: string | null;
  stateDir: string | null;
  clock: () => number;
  patientsOf: (code: string) => readonly SamplePerson[];
};

/** One hospital with all that surrounds it: its door (token), its health, its window and its notices. */
export class Site {
  readonly #config: HospitalConfig;
  readonly #personality: Personality;
  readonly #clock: () => number;
  readonly #notices: ReturnType<typeof createNotices>;
  readonly #spoil = createSpoiler();
  readonly #log = { requests: 0, writes: 0, refused: 0 };
  readonly #root: string;
  readonly #file: string | null;
  readonly #keeper: ReturnType<typeof createKeeper>;
  #hospital!: Hospital;
  #health: Health = wellness;

  private constructor(config: HospitalConfig, world: World) {
    this.#config = config;
    this.#personality = personalityOf(config);
    this.#clock = world.clock;
    this.#notices = createNotices(world.noticeUrl && `${world.noticeUrl}/${config.code}/notice`, config.noticeToken);
    this.#file = world.stateDir && join(world.stateDir, `${config.code}.json`);
    this.#keeper = createKeeper(this.#file, () => this.#hospital.memory());
    this.#root = `/his/${config.code}`;
  }

  static async open(config: HospitalConfig, world: World): Promise<Site> {
    const site = new Site(config, world);
    site.#hospital = await openHospital({
      config,
      personality: site.#personality,
      health: () => site.#health,
      now: () => site.#now(),
      changed: (types) => {
        site.#notices.changed(types);
        site.#keeper.soon();
      },
      remembered: recall(site.#file),
      patients: world.patientsOf(config.code),
    });
    return site;
  }

  async serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const id = request.headers['x-request-id'];
    if (typeof id === 'string' && /^[\w-]{1,64}$/.test(id)) response.setHeader('X-Request-Id', id);
    response.setHeader('Date', new Date(this.#now()).toUTCString());
    if (url.pathname === `${this.#root}/_control`) return this.#serveControl(request, response);
    const base = this.#root + this.#config.basePath;
    if (url.pathname === base || url.pathname.startsWith(`${base}/`)) return this.#serveFhir(request, response, url);
    this.#refuse(request, response, new Refusal(404, 'not-found', 'Not under the base of this hospital'));
  }

  async close(): Promise<void> {
    this.#hospital.close();
    this.#notices.close();
    await this.#keeper.close();
  }

  #now(): number {
    return this.#clock() + this.#health.skewMs;
  }

  async #serveFhir(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    this.#log.requests++;
    if (!['GET', 'HEAD'].includes(request.method ?? '')) this.#log.writes++;
    const health = this.#health;
    if (health.hang) return void request.resume();
    if (health.slowMs) await sleep(health.slowMs);
    if (health.redirect) return void response.writeHead(302, { Location: health.redirect }).end();
    if (health.huge) return replyHuge(response);
    try {
      if (health.fail) throw new Refusal(health.fail, 'transient', 'The hospital is ill');
      reply(request, response, await this.#answer(request, url), health);
    } catch (error) {
      this.#refuse(request, response, toRefusal(error));
    }
  }

  async #answer(request: IncomingMessage, url: URL): Promise<Answer> {
    checkToken(request, this.#config.token);
    const { busyEvery, deleteNotFound } = this.#personality;
    if (busyEvery && this.#log.requests % busyEvery === 0) throw new Refusal(429, 'throttled', 'Too many requests');
    const base = `http://${request.headers.host}${this.#root}${this.#config.basePath}`;
    const exchange = await toExchange(request, url, base);
    if (this.#health.reorder) exchange.query.delete('_sort');
    if (exchange.method === 'DELETE' && deleteNotFound) throw new Refusal(404, 'not-found', 'Nothing is deleted here');
    const given = await this.#hospital.handle(exchange);
    return given.body ? { ...given, body: this.#spoil(given.body, this.#health) } : given;
  }

  #refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
    this.#log.refused++;
    const { retryAfter } = this.#health;
    const headers: Record<string, string> = {};
    if (refusal.status === 401) headers['WWW-Authenticate'] = 'Bearer';
    if (refusal.status === 429) headers['Retry-After'] = String(retryAfter || 1);
    if (refusal.status === 503 && retryAfter) headers['Retry-After'] = String(retryAfter);
    const body = outcomeOf(refusal, this.#personality.bareOutcome);
    reply(request, response, { status: refusal.status, headers, body });
  }

  async #serveControl(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const send = (status: number, body: unknown) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    try {
      const done = request.method === 'POST' ? await this.#command(JSON.parse(await readText(request))) : {};
      const counts = await this.#hospital.counts();
      send(200, { health: this.#health, personality: this.#personality, log: this.#log, counts, ...done });
    } catch (error) {
      const refusal = error instanceof SyntaxError ? new Refusal(400, 'structure', 'not JSON') : toRefusal(error);
      send(refusal.status, { error: refusal.message });
    }
  }

  #command(input: unknown) {
    const set = (health: Health) => {
      this.#health = health;
    };
    return runCommand(input, this.#hospital, { get: () => this.#health, set });
  }
}
