/**
 * Method and path of every call, for the browser. The type holds each entry equal to `calls`, whose schemas
 * (and with them zod and Yjs) must not be loaded to join a workshop.
 */
import type { CallName, calls } from '#shared/protocol/calls.ts'

type Routes = {
  readonly [N in CallName]: readonly [(typeof calls)[N]['method'], (typeof calls)[N]['path']]
}

const workshop = '/api/workshops/:workshopId'
const round = `${workshop}/rounds/:roundId` as const

export const callRoutes: Routes = {
  createWorkshop: ['POST', '/api/workshops'],
  importWorkshop: ['POST', '/api/workshops/import'],
  previewWorkshop: ['POST', '/api/workshops/import/preview'],
  checkCode: ['POST', '/api/join/check'],
  join: ['POST', '/api/join'],
  repeatWorkshop: ['POST', `${workshop}/repeat`],
  readWorkshop: ['GET', workshop],
  changeSeat: ['PATCH', `${workshop}/seats/:seatId`],
  removeSeat: ['DELETE', `${workshop}/seats/:seatId`],
  listLinks: ['GET', `${workshop}/links`],
  renewLink: ['POST', `${workshop}/links/:kind/renew`],
  changeLink: ['PATCH', `${workshop}/links/:kind`],
  endLink: ['DELETE', `${workshop}/links/:kind`],
  readResult: ['POST', '/api/result/view'],
  readResultFile: ['POST', '/api/result/files/:format'],
  setAgenda: ['POST', `${workshop}/agenda`],
  openRound: ['POST', `${workshop}/rounds`],
  roundProgress: ['GET', `${round}/progress`],
  putBallot: ['PUT', `${round}/ballot`],
  readBallot: ['GET', `${round}/ballot`],
  closeRound: ['POST', `${round}/close`],
  revealRound: ['POST', `${round}/reveal`],
  discardRound: ['POST', `${round}/discard`],
  setBeat: ['POST', `${round}/beat`],
  shareDrift: ['POST', `${round}/share-drift`],
  putProxyBallot: ['PUT', `${round}/proxy-ballots/:seatId`],
  addSeat: ['POST', `${workshop}/seats`],
  listSeats: ['GET', `${workshop}/seats`],
  setTimer: ['POST', `${workshop}/timer`],
  openEnvelope: ['POST', `${workshop}/envelope/open`],
  setEnvelopeBeat: ['POST', `${workshop}/envelope/beat`],
  addEvidence: ['POST', `${workshop}/evidence`],
  readIdentity: ['GET', `${workshop}/interviews/:interviewId/identity`],
  putIdentity: ['PUT', `${workshop}/interviews/:interviewId/identity`],
  withdraw: ['POST', `${workshop}/interviews/:interviewId/withdraw`],
  createGuestLink: ['POST', `${workshop}/guest-links`],
  listGuestLinks: ['GET', `${workshop}/guest-links`],
  revokeGuestLink: ['DELETE', `${workshop}/guest-links/:linkId`],
  readGuestForm: ['POST', '/api/ask/form'],
  answerGuestForm: ['POST', '/api/ask/answer'],
  readDraft: ['POST', '/api/draft/view'],
  remarkOnDraft: ['POST', '/api/draft/remarks'],
  decide: ['POST', `${workshop}/decisions`],
  putSponsorWord: ['PUT', `${workshop}/closing/word`],
  closeWorkshop: ['POST', `${workshop}/closing`],
  readHistory: ['GET', `${workshop}/history`],
  giveReason: ['POST', `${workshop}/history/:entry/reason`],
  importInterviews: ['POST', `${workshop}/interviews/import`],
  readSheet: ['POST', `${workshop}/sheets`],
  exportInterviewsCsv: ['GET', `${workshop}/interviews/export.csv`],
  exportInterviewsXlsx: ['GET', `${workshop}/interviews/export.xlsx`],
  analysis: ['GET', `${workshop}/analysis`],
  exportJson: ['GET', `${workshop}/export.json`],
  exportFile: ['GET', `${workshop}/exports/:format`],
  exportFileWithLogo: ['POST', `${workshop}/exports/:format`],
}
