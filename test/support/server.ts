/**
 * A whole server in this process, on a port of its own with a store of its own, and people who call it over real HTTP
 * with their cookies. Time and chance can be handed in, so that a run can be repeated byte for byte.
 */
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { type Running, startServer } from '#server/app.ts'
import { type Chance, type Clock, systemChance, systemClock } from '#server/chance.ts'
import { readConfig } from '#server/config.ts'
import { type Edit, runEdit } from '#shared/document/edit.ts'
import { type DocumentKind, documentName } from '#shared/document/names.ts'
import type { Call } from '#shared/protocol/call.ts'
import { type BodyOf, type CallName, calls, type ReplyOf } from '#shared/protocol/calls.ts'
import type { Problem } from '#shared/protocol/problems.ts'
import type { Place } from '#test/support/storages.ts'

export interface TestServerOptions {
  /** Where its storage lies; a folder of its own, removed at the end, when left out. */
  readonly place?: Place
  readonly env?: Readonly<Record<string, string>>
  readonly clock?: Clock
  readonly chance?: Chance
  readonly clientDir?: string
}

export interface TestServer {
  readonly url: string
  readonly running: Running
  /** Every line it has logged so far. */
  readonly logLines: readonly string[]
  /** Somebody with a browser of their own and no cookie yet. */
  newPerson(): Person
  stop(): Promise<void>
}

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'gp-server-'))
  const { place, env, clock = systemClock, chance = systemChance } = options
  const logLines: string[] = []
  const running = await startServer({
    config: readConfig({
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: place?.dataDir || folder,
      DATABASE_URL: place?.databaseUrl ?? '',
      MAX_NEW_WORKSHOPS: '10000',
      ...env,
    }),
    version: '0.0.0-test',
    clientDir: options.clientDir ?? join(folder, 'no-client'),
    clock,
    chance,
    acceptLossyEngine: place?.acceptLossyEngine ?? false,
    logSink: { write: (line) => void logLines.push(line) },
  })
  const url = `http://127.0.0.1:${running.port}`
  return {
    url,
    running,
    logLines,
    newPerson: () => new Person(url),
    stop: async () => {
      await running.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** The body as it came. */
  readonly text: string
  /** The body as JSON; undefined when it is none. */
  readonly json: unknown
}

export interface Request {
  readonly params?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Somebody's browser: keeps cookies, calls the server. */
export class Person {
  readonly #url: string
  readonly #cookies = new Map<string, string>()
  /** Of the workshop opened or joined last. */
  workshopId = ''
  seatId = ''

  constructor(url: string) {
    this.#url = url
  }

  /** The same browser and seat at another address of the server. */
  at(url: string): Person {
    const same = new Person(url)
    for (const [name, value] of this.#cookies) same.#cookies.set(name, value)
    same.#sit(this)
    return same
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /** Any request; the body is sent as JSON unless it is text or bytes already. */
  async fetch(method: string, path: string, { body, headers }: Request = {}): Promise<Answer> {
    const isRaw = typeof body === 'string' || body instanceof Uint8Array
    const response = await fetch(this.#url + path, {
      method,
      headers: {
        ...(this.#cookies.size > 0 && { cookie: this.cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isRaw ? (body as BodyInit) : JSON.stringify(body) }),
    })
    this.#keep(response.headers.getSetCookie())
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: asJson(text) }
  }

  /** A call of the contract, whatever it answers. `workshopId` is this person's unless it is given. */
  async call(name: CallName, request: Request = {}): Promise<Answer> {
    const call: Call = calls[name]
    const params: Readonly<Record<string, string>> = { workshopId: this.workshopId, ...request.params }
    const path = call.path.replace(/:(\w+)/g, (_, key: string) => params[key] ?? '')
    return this.fetch(call.method, path, request)
  }

  /** A call that must succeed. */
  async ask<N extends CallName>(
    name: N,
    request: Omit<Request, 'body'> & { body?: BodyOf<N> } = {},
  ): Promise<ReplyOf<N>> {
    const answer = await this.call(name, request)
    if (answer.status >= 300) throw new Error(`${name}: ${answer.status} ${answer.text}`)
    return answer.json as ReplyOf<N>
  }

  /** The code a call is refused with; fails when it is not refused. */
  async refusal(name: CallName, request: Request = {}): Promise<Problem> {
    const answer = await this.call(name, request)
    if (answer.status < 400) throw new Error(`${name} was not refused: ${answer.status}`)
    return answer.json as Problem
  }

  async open(body: Partial<BodyOf<'createWorkshop'>> = {}): Promise<ReplyOf<'createWorkshop'>> {
    const opened = await this.ask('createWorkshop', {
      body: { title: 'Test', facilitator: { name: 'Fay' }, ...body },
    })
    this.#sit(opened)
    return opened
  }

  async join(body: BodyOf<'join'>): Promise<ReplyOf<'join'>> {
    const joined = await this.ask('join', { body })
    this.#sit(joined)
    return joined
  }

  #sit({ workshopId, seatId }: { workshopId: string; seatId: string }): void {
    this.workshopId = workshopId
    this.seatId = seatId
  }

  #keep(set: readonly string[]): void {
    for (const line of set) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      if (/Max-Age=0|Expires=Thu, 01 Jan 1970/i.test(line)) this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** The token of a link, as its fragment carries it. */
export const tokenOf = (link: string): string => link.slice(link.indexOf('#t=') + 3)

/** Makes an edit of a board as if a member had made it, straight into the log. */
export const editBoard = <Args, Result>(
  server: TestServer,
  workshopId: string,
  edit: Edit<Args, Result>,
  args: Args,
): Promise<Result> => editDocument(server, workshopId, 'board', edit, args)

/** The same for the interviews, as a researcher. */
export const editInterviews = <Args, Result>(
  server: TestServer,
  workshopId: string,
  edit: Edit<Args, Result>,
  args: Args,
): Promise<Result> => editDocument(server, workshopId, 'interviews', edit, args)

async function editDocument<Args, Result>(
  { running }: TestServer,
  workshopId: string,
  kind: DocumentKind,
  edit: Edit<Args, Result>,
  args: Args,
): Promise<Result> {
  const { documents, storage, chance, clock } = running.service
  const stored = await documents.read(workshopId, kind)
  if (!stored) throw new Error('There is no such document.')
  const doc = new Y.Doc()
  doc.clientID = chance.bytes(4).readUInt32LE()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(stored))
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const context = { newId: () => chance.bytes(9).toString('base64url'), now: () => clock.now(), seatId: 's' }
  const result = runEdit(doc, edit, args, context)
  for (const data of updates)
    await storage.log.append({ doc: documentName(workshopId, kind), data, seatId: null })
  return result
}

export interface TestClock extends Clock {
  advance(ms: number): void
}

/** A clock that stands still until it is moved. */
export function testClock(start = Date.UTC(2026, 0, 5, 9)): TestClock {
  let now = start
  return {
    now: () => now,
    advance: (ms) => {
      now += ms
    },
  }
}

/** Bytes that are the same for the same seed. */
export function seededChance(seed: string): Chance {
  let drawn = 0
  return {
    bytes: (count) => {
      const blocks = Array.from({ length: Math.ceil(count / 32) }, () =>
        createHash('sha256').update(`${seed}:${drawn++}`).digest(),
      )
      return Buffer.concat(blocks).subarray(0, count)
    },
  }
}
