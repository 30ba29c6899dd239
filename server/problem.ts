/** What is answered instead of what was asked: RFC 9457 problem details from the closed list, one sentence each. */
import { type Fault, type Problem, type ProblemCode, problemStatus } from '#shared/protocol/problems.ts'

const titles: Record<ProblemCode, string> = {
  'bad-request': 'This request is not as it should be: see what is wrong with it and send it again.',
  'no-seat': 'You have no seat in this workshop: join with its code or link.',
  'not-allowed': 'Your role may not do this: ask the facilitator.',
  'wrong-origin': 'This request came from another site: open the workshop at its own address.',
  'not-found': 'There is nothing at this address: check it.',
  'method-not-allowed': 'This address does not take that method: see /api/openapi.json.',
  'no-such-workshop': 'There is no such workshop: check the address, or ask for a new link.',
  'no-such-round': 'There is no such round in this workshop: load the page again.',
  'no-such-code': 'No workshop with that code: check it with the facilitator.',
  'code-changed': 'This code has changed or lapsed: ask the facilitator for the new one.',
  'link-revoked': 'This link has been changed or ended: ask the facilitator for the new one.',
  'link-expired': 'This link has run out: ask the facilitator to let it run on, or for a new one.',
  'result-link': 'This link shows the result and takes no seat: open it at /r.',
  'round-closed': 'This round is closed: it takes no more ballots.',
  'round-not-closed': 'This round is still open: close it first.',
  'round-not-revealed': 'This round is not revealed yet: reveal it first.',
  'round-open-already': 'A round of this kind is not finished yet: reveal or discard it first.',
  'round-ended': 'This round has ended: open a new one.',
  'no-ballot-for-you':
    'You have no ballot in this round: only members vote, and guesses only before seeing answers.',
  'room-full': 'This workshop has no free seat: ask the facilitator to remove one that is not needed.',
  'last-facilitator': 'A workshop needs a facilitator: make another seat facilitator first.',
  'too-large': 'This is too large: send less.',
  'unsupported-type': 'This content type is not understood: send application/json.',
  'guess-not-finished':
    'The last guess is not revealed yet: reveal it first, or say why the envelope is opened before.',
  'promise-not-true':
    'Somebody who delivers it says this is not true today: link an action that makes it true, then adopt it.',
  'no-such-interview': 'There is no such interview: load the page again.',
  'no-such-guest-link': 'This link leads nowhere: it may have been cut off, so ask for it again.',
  'guest-link-used': 'This link has been used up: ask whoever sent it for a new one.',
  'guest-link-over': 'This link is no longer in force: ask whoever sent it for a new one.',
  'guest-faults': 'These answers cannot be taken yet: see what is wrong with them.',
  'ballot-faults': 'This ballot cannot be handed in yet: see what is missing.',
  'file-faults':
    'This is not a workshop file this server can open: see what is wrong with it. Nothing was changed.',
  'too-many-tries': 'Too many tries: wait a moment, then try again.',
  internal: 'Something went wrong on the server: try again; if it stays, tell whoever runs it.',
  'storage-unavailable': 'The server cannot reach its storage: nothing was changed, try again in a moment.',
}

export interface Detail {
  readonly title?: string
  readonly faults?: readonly Fault[]
  readonly retryAfterS?: number
}

/** An expected failure, on its way to the one place that answers it. */
export class AppError extends Error {
  readonly code: ProblemCode
  readonly detail: Detail

  constructor(code: ProblemCode, detail: Detail = {}) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.detail = detail
  }
}

export const PROBLEM_TYPE = 'application/problem+json'

/** The problem document of a code. */
export function problem(code: ProblemCode, detail: Detail = {}): Problem {
  return {
    type: `urn:guessproof:problem:${code}`,
    status: problemStatus[code],
    code,
    title: detail.title ?? titles[code],
    ...(detail.faults && { faults: detail.faults }),
    ...(detail.retryAfterS !== undefined && { retryAfterS: detail.retryAfterS }),
  }
}
