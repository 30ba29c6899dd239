/**
 * Rights, in one place: which role may make which call, and which document a seat may open.
 * A call that is missing here does not compile.
 */
import type { Seated } from '#server/auth/seats.ts'
import type { DocumentKind } from '#shared/document/names.ts'
import { type CallName, calls } from '#shared/protocol/calls.ts'
import type { LinkKind } from '#shared/protocol/link-calls.ts'
import type { ProblemCode } from '#shared/protocol/problems.ts'
import { type Role, roles } from '#shared/record/schema.ts'

const facilitator: readonly Role[] = ['facilitator']
const voter: readonly Role[] = ['member']
const researcher: readonly Role[] = ['researcher']
/** Who changes anything, and so may say why. */
const writer: readonly Role[] = ['facilitator', 'member', 'researcher']
/** Who gives the sponsor's words; a facilitator for one without a device. */
const speaker: readonly Role[] = ['sponsor', 'facilitator']
/** Who may pass on what customers said to them, and the result to others: everyone of the firm but who only looks on. */
const hearer: readonly Role[] = ['facilitator', 'member', 'sponsor', 'researcher']

/** Roles that may make a call; `anyone` needs no seat. */
const mayCall: Readonly<Record<CallName, 'anyone' | readonly Role[]>> = {
  createWorkshop: 'anyone',
  importWorkshop: 'anyone',
  previewWorkshop: 'anyone',
  checkCode: 'anyone',
  join: 'anyone',
  repeatWorkshop: facilitator,
  readWorkshop: roles,
  changeSeat: roles,
  removeSeat: facilitator,
  listLinks: hearer,
  renewLink: facilitator,
  changeLink: facilitator,
  endLink: facilitator,
  readResult: 'anyone',
  readResultFile: 'anyone',
  setAgenda: facilitator,
  openRound: facilitator,
  roundProgress: facilitator,
  putBallot: voter,
  readBallot: voter,
  closeRound: facilitator,
  revealRound: facilitator,
  discardRound: facilitator,
  setBeat: facilitator,
  shareDrift: facilitator,
  putProxyBallot: facilitator,
  addSeat: facilitator,
  listSeats: facilitator,
  setTimer: facilitator,
  openEnvelope: facilitator,
  setEnvelopeBeat: facilitator,
  addEvidence: hearer,
  readIdentity: researcher,
  putIdentity: researcher,
  withdraw: researcher,
  createGuestLink: researcher,
  listGuestLinks: researcher,
  revokeGuestLink: researcher,
  readGuestForm: 'anyone',
  answerGuestForm: 'anyone',
  readDraft: 'anyone',
  remarkOnDraft: 'anyone',
  decide: facilitator,
  putSponsorWord: speaker,
  closeWorkshop: facilitator,
  readHistory: roles,
  giveReason: writer,
  importInterviews: researcher,
  readSheet: writer,
  exportInterviewsCsv: roles,
  exportInterviewsXlsx: roles,
  analysis: roles,
  exportJson: roles,
  exportFile: roles,
  exportFileWithLogo: roles,
}

/** Why this seat may not make this call; null when it may. */
export function refusal(name: CallName, seat: Seated | null): ProblemCode | null {
  const allowed = mayCall[name]
  if (allowed === 'anyone') return null
  if (seat === null) return 'no-seat'
  if (allowed.includes(seat.role)) return null
  return calls[name].who === 'voter' ? 'no-ballot-for-you' : 'not-allowed'
}

/** Everyone may change their own name and function; everything else is the facilitator's. */
export function mayChangeSeat(seat: Seated, target: Seated, changes: readonly string[]): boolean {
  if (seat.role === 'facilitator') return true
  return seat.id === target.id && changes.every((field) => field === 'name' || field === 'functionName')
}

export interface DocumentAccess {
  readonly read: boolean
  readonly write: boolean
}

/** What a seat may do with a document, decided once: at connecting, and at each call that reads one. */
export function documentAccess(role: Role, kind: DocumentKind, isEnvelopeOpen: boolean): DocumentAccess {
  switch (kind) {
    case 'board':
      return { read: true, write: role === 'facilitator' || role === 'member' || role === 'researcher' }
    case 'record':
      return { read: true, write: false }
    case 'interviews':
      return { read: role === 'researcher' || isEnvelopeOpen, write: role === 'researcher' }
  }
}

/** A seat that votes in a round. Whoever has seen customers' answers makes no guess (R049). */
export const votes = (seat: Pick<Seated, 'role' | 'has_seen_results'>, isGuess: boolean): boolean =>
  voter.includes(seat.role) && !(isGuess && seat.has_seen_results === 1)

/** A researcher who gets another role has seen the answers there are, so has no guess to give any more (R049). */
export const hasSeenResults = (
  seat: Pick<Seated, 'role' | 'has_seen_results'>,
  newRole: Role,
  interviewsExist: boolean,
): boolean =>
  seat.has_seen_results === 1 || (seat.role === 'researcher' && newRole !== 'researcher' && interviewsExist)

/** Which links a seat may hand on: nobody one that gives more than they have themselves. The result holds nothing that a seat could not take away as a file. */
export function mayHandOn(role: Role, kind: LinkKind): boolean {
  if (kind === 'result') return role !== 'viewer'
  return role === 'facilitator' || (kind === 'participate' && role === 'member')
}
