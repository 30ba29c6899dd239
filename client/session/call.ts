/**
 * Calls the server. A change carries an idempotency key, and is sent once more with the same key when the line
 * broke before an answer: the server does it once. Knows neither Yjs nor zod, so that joining stays light.
 */
import type { CommandProblem, CommandResult } from '#client/session/api.ts'
import { callRoutes } from '#client/session/call-routes.ts'
import type { BodyOf, CallName, ReplyOf } from '#shared/protocol/calls.ts'

export interface CallRequest<N extends CallName> {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: BodyOf<N>
}

export interface CallSetting {
  readonly fetch?: typeof fetch
  readonly newId?: () => string
  readonly timeoutMs?: number
  readonly retryDelayMs?: number
}

/** Files may be large and phones slow; everything else answers at once or not at all. */
const FILE_TIMEOUT_MS = 120_000
const TIMEOUT_MS = 15_000
const RETRY_DELAY_MS = 400
const carriesFile: ReadonlySet<CallName> = new Set([
  'createWorkshop',
  'importWorkshop',
  'previewWorkshop',
  'exportJson',
])

export async function call<N extends CallName>(
  name: N,
  request: CallRequest<N> = {},
  setting: CallSetting = {},
): Promise<CommandResult<N>> {
  const [method, path] = callRoutes[name]
  const send = setting.fetch ?? ((...args: Parameters<typeof fetch>) => fetch(...args))
  const init = requestInit(method, request.body, setting.newId ?? (() => crypto.randomUUID()))
  const timeoutMs = setting.timeoutMs ?? (carriesFile.has(name) ? FILE_TIMEOUT_MS : TIMEOUT_MS)
  const where = pathOf(path, request.params ?? {}) + queryOf(request.query ?? {})
  const once = () => attempt<N>(send, where, init, timeoutMs)
  const first = await once()
  if (first !== 'line-broke') return first
  await new Promise((resolve) => setTimeout(resolve, setting.retryDelayMs ?? RETRY_DELAY_MS))
  const second = await once()
  return second === 'line-broke' ? { ok: false, problem: offline } : second
}

/** The screen has the words for it; the server could not be asked for a title. */
const offline: CommandProblem = { code: 'offline', title: '', faults: [], retryAfterS: null }

function requestInit(method: string, body: unknown, newId: () => string): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (method !== 'GET') headers['idempotency-key'] = newId()
  if (method === 'GET' || method === 'DELETE') return { method, headers, credentials: 'same-origin' }
  headers['content-type'] = 'application/json'
  return { method, headers, credentials: 'same-origin', body: JSON.stringify(body ?? {}) }
}

const pathOf = (path: string, params: Readonly<Record<string, string>>): string =>
  path.replaceAll(/:(\w+)/gu, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`The call to ${path} lacks its ${name}.`)
    return encodeURIComponent(value)
  })

const queryOf = (query: Readonly<Record<string, string>>): string => {
  const text = new URLSearchParams(query).toString()
  return text === '' ? '' : `?${text}`
}

async function attempt<N extends CallName>(
  send: typeof fetch,
  path: string,
  init: RequestInit,
  timeoutMs: number,
): Promise<CommandResult<N> | 'line-broke'> {
  const response = await reach(send, path, { ...init, signal: AbortSignal.timeout(timeoutMs) })
  if (!response || isFromGateway(response.status)) return 'line-broke'
  const json = await response.json().catch(() => undefined)
  if (response.ok) return json === undefined ? 'line-broke' : { ok: true, reply: json as ReplyOf<N> }
  return { ok: false, problem: problemIn(json, response) }
}

const reach = (send: typeof fetch, path: string, init: RequestInit): Promise<Response | null> =>
  send(path, init).catch(() => null)

/** A proxy that found no server behind it; our own 503 names its code. */
const isFromGateway = (status: number) => status === 502 || status === 504

function problemIn(json: unknown, response: Response): CommandProblem {
  const said = typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {}
  const retryAfter = Number(said.retryAfterS ?? response.headers.get('retry-after') ?? Number.NaN)
  return {
    code: typeof said.code === 'string' ? said.code : 'internal',
    title: typeof said.title === 'string' ? said.title : '',
    faults: Array.isArray(said.faults) ? said.faults.filter(isFault) : [],
    retryAfterS: Number.isFinite(retryAfter) ? retryAfter : null,
  }
}

const isFault = (value: unknown): value is { path: string; message: string } =>
  typeof value === 'object' &&
  value !== null &&
  'path' in value &&
  'message' in value &&
  typeof value.path === 'string' &&
  typeof value.message === 'string'
