/** The closed list of things that may be answered instead of what was asked (RFC 9457 problem details). */
export const problemStatus = {
  'bad-request': 400,
  'no-seat': 401,
  'not-allowed': 403,
  'wrong-origin': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'no-such-workshop': 404,
  'no-such-round': 404,
  'no-such-code': 404,
  'code-changed': 410,
  'link-revoked': 410,
  'link-expired': 410,
  'result-link': 409,
  'round-closed': 409,
  'round-not-closed': 409,
  'round-not-revealed': 409,
  'round-open-already': 409,
  'round-ended': 409,
  'no-ballot-for-you': 403,
  'room-full': 409,
  'last-facilitator': 409,
  'too-large': 413,
  'unsupported-type': 415,
  'guess-not-finished': 409,
  'promise-not-true': 409,
  'no-such-interview': 404,
  'no-such-guest-link': 404,
  'guest-link-used': 410,
  'guest-link-over': 410,
  'guest-faults': 422,
  'ballot-faults': 422,
  'file-faults': 422,
  'too-many-tries': 429,
  internal: 500,
  'storage-unavailable': 503,
} as const

export type ProblemCode = keyof typeof problemStatus

/** One thing that is wrong in what was sent. `path` is a JSON Pointer (RFC 6901) into it. */
export interface Fault {
  readonly path: string
  readonly message: string
}

export interface Problem {
  readonly type: string
  readonly status: number
  readonly code: ProblemCode
  /** One sentence that names the fault and the way out. */
  readonly title: string
  readonly faults?: readonly Fault[]
  readonly retryAfterS?: number
}
