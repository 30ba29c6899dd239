/**
 * [RO-2a] Every call times every role, nobody, and a seat of another workshop: who may and who may not, over the real
 * wire. A call of the contract that is missing here fails; so does a refused call that changed anything.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoWorkshop } from '#shared/exchange/demo/demo-workshop.ts'
import { type CallName, calls } from '#shared/protocol/calls.ts'
import type { ProblemCode } from '#shared/protocol/problems.ts'
import { roles } from '#shared/record/schema.ts'
import { csvZip } from '#test/support/csv-zip.ts'
import { asMultipart } from '#test/support/multipart.ts'
import { type Request, startTestServer, type TestServer } from '#test/support/server.ts'
import { smallLogo } from '#test/support/small-logo.ts'
import { everyone, makeWorld, type Who, type World } from '#test/support/world.ts'

/** Who may make a call; how all others are refused, unless they have no seat. */
const matrix: Record<CallName, { readonly may: readonly Who[]; readonly others: ProblemCode }> = {
  createWorkshop: { may: everyone, others: 'not-allowed' },
  importWorkshop: { may: everyone, others: 'not-allowed' },
  previewWorkshop: { may: everyone, others: 'not-allowed' },
  checkCode: { may: everyone, others: 'not-allowed' },
  join: { may: everyone, others: 'not-allowed' },
  repeatWorkshop: { may: ['facilitator'], others: 'not-allowed' },
  readWorkshop: { may: roles, others: 'not-allowed' },
  changeSeat: { may: roles, others: 'not-allowed' },
  removeSeat: { may: ['facilitator'], others: 'not-allowed' },
  listLinks: { may: ['facilitator', 'member', 'sponsor', 'researcher'], others: 'not-allowed' },
  renewLink: { may: ['facilitator'], others: 'not-allowed' },
  changeLink: { may: ['facilitator'], others: 'not-allowed' },
  endLink: { may: ['facilitator'], others: 'not-allowed' },
  readResult: { may: everyone, others: 'not-allowed' },
  readResultFile: { may: everyone, others: 'not-allowed' },
  setAgenda: { may: ['facilitator'], others: 'not-allowed' },
  openRound: { may: ['facilitator'], others: 'not-allowed' },
  roundProgress: { may: ['facilitator'], others: 'not-allowed' },
  putBallot: { may: ['member'], others: 'no-ballot-for-you' },
  readBallot: { may: ['member'], others: 'no-ballot-for-you' },
  closeRound: { may: ['facilitator'], others: 'not-allowed' },
  revealRound: { may: ['facilitator'], others: 'not-allowed' },
  discardRound: { may: ['facilitator'], others: 'not-allowed' },
  setBeat: { may: ['facilitator'], others: 'not-allowed' },
  shareDrift: { may: ['facilitator'], others: 'not-allowed' },
  putProxyBallot: { may: ['facilitator'], others: 'not-allowed' },
  addSeat: { may: ['facilitator'], others: 'not-allowed' },
  listSeats: { may: ['facilitator'], others: 'not-allowed' },
  setTimer: { may: ['facilitator'], others: 'not-allowed' },
  openEnvelope: { may: ['facilitator'], others: 'not-allowed' },
  setEnvelopeBeat: { may: ['facilitator'], others: 'not-allowed' },
  addEvidence: { may: ['facilitator', 'member', 'sponsor', 'researcher'], others: 'not-allowed' },
  readIdentity: { may: ['researcher'], others: 'not-allowed' },
  putIdentity: { may: ['researcher'], others: 'not-allowed' },
  withdraw: { may: ['researcher'], others: 'not-allowed' },
  createGuestLink: { may: ['researcher'], others: 'not-allowed' },
  listGuestLinks: { may: ['researcher'], others: 'not-allowed' },
  revokeGuestLink: { may: ['researcher'], others: 'not-allowed' },
  readGuestForm: { may: everyone, others: 'not-allowed' },
  answerGuestForm: { may: everyone, others: 'not-allowed' },
  readDraft: { may: everyone, others: 'not-allowed' },
  remarkOnDraft: { may: everyone, others: 'not-allowed' },
  decide: { may: ['facilitator'], others: 'not-allowed' },
  // A facilitator too, where the sponsor has no device: in this world they have one.
  putSponsorWord: { may: ['sponsor'], others: 'not-allowed' },
  closeWorkshop: { may: ['facilitator'], others: 'not-allowed' },
  readHistory: { may: roles, others: 'not-allowed' },
  giveReason: { may: ['facilitator', 'member', 'researcher'], others: 'not-allowed' },
  importInterviews: { may: ['researcher'], others: 'not-allowed' },
  readSheet: { may: ['facilitator', 'member', 'researcher'], others: 'not-allowed' },
  // Others once the envelope is open: in this world it is sealed.
  exportInterviewsCsv: { may: ['researcher'], others: 'not-allowed' },
  exportInterviewsXlsx: { may: ['researcher'], others: 'not-allowed' },
  analysis: { may: roles, others: 'not-allowed' },
  exportJson: { may: roles, others: 'not-allowed' },
  exportFile: { may: roles, others: 'not-allowed' },
  exportFileWithLogo: { may: roles, others: 'not-allowed' },
}

let server: TestServer
/** Where much is done: what follows from it by itself must not look like the work of a refused call. */
let busyServer: TestServer
beforeAll(async () => {
  server = await startTestServer()
  busyServer = await startTestServer()
})
afterAll(async () => {
  await server.stop()
  await busyServer.stop()
})

/** A request that is right in everything but, perhaps, in who sends it. */
function request(name: CallName, who: Who, world: World): Request {
  const { needs, roundId, interviewId, otherSeatId, proxySeatId, joinCode, people } = world
  const round = { roundId }
  const interview = { interviewId }
  const ballot = {
    points: { [needs[0] ?? '']: 100 },
    unsure: [],
    confidence: null,
    abstained: false,
    reason: '',
  }
  const guest = { token: world.guestLink.token, guest: `guest-key-of-the-${who}` }
  const draftGuest = { ...guest, token: world.draftToken }
  const ownSeat = { seatId: people[who].seatId || otherSeatId }
  const requests: Record<CallName, Request> = {
    createWorkshop: { body: { title: 'T', facilitator: { name: 'F' } } },
    importWorkshop: { body: demoWorkshop },
    previewWorkshop: { body: demoWorkshop },
    checkCode: { body: { code: joinCode } },
    join: { body: { code: joinCode, name: 'New' } },
    repeatWorkshop: { body: { carryActions: true } },
    readWorkshop: {},
    changeSeat: { params: ownSeat, body: { name: `Own ${who}` } },
    removeSeat: { params: { seatId: otherSeatId } },
    listLinks: {},
    renewLink: { params: { kind: 'participate' }, body: {} },
    changeLink: { params: { kind: 'watch' }, body: { days: 7 } },
    endLink: { params: { kind: 'watch' } },
    readResult: { body: { token: world.resultToken } },
    readResultFile: { params: { format: 'md' }, body: { token: world.resultToken } },
    setAgenda: { body: { activity: 'weigh' } },
    openRound: { body: { kind: 'marks', subjects: needs, columns: [], anonymity: 'anonymous' } },
    roundProgress: { params: round },
    putBallot: { params: round, body: { ...ballot, sealed: true } },
    readBallot: { params: round },
    closeRound: { params: round, body: {} },
    revealRound: { params: round, body: {} },
    discardRound: { params: round, body: {} },
    setBeat: { params: round, body: { beat: 1 } },
    shareDrift: { params: round, body: {} },
    putProxyBallot: { params: { ...round, seatId: proxySeatId }, body: { ...ballot, sealed: true } },
    addSeat: { body: { name: 'Without a device' } },
    listSeats: {},
    setTimer: { body: { action: 'start', ms: 60_000 } },
    openEnvelope: { body: { override: 'Asked for by the room' } },
    setEnvelopeBeat: { body: { beat: 1 } },
    addEvidence: { body: { text: 'A buyer told me' } },
    readIdentity: { params: interview },
    putIdentity: {
      params: interview,
      body: { name: 'N', firm: '', phone: '', email: '', note: '', deleteAfter: '' },
    },
    withdraw: { params: interview, body: { scopes: ['identity'] } },
    createGuestLink: { body: { label: 'By post', forMany: false, days: 7 } },
    listGuestLinks: {},
    revokeGuestLink: { params: { linkId: world.guestLink.linkId } },
    readGuestForm: { body: guest },
    readDraft: { body: draftGuest },
    remarkOnDraft: { body: { ...draftGuest, remarks: [{ about: null, text: 'Too long.' }] } },
    answerGuestForm: {
      body: {
        ...guest,
        question: '',
        unaided: 'A person who answers',
        weights: { status: 'not_asked' },
        missing: [],
        marks: [],
        role: '',
        remarks: '',
        consent: { notes: true, quotesInside: false, quotesOutside: false },
      },
    },
    decide: {
      body: {
        kind: 'decision',
        text: 'We call five more',
        evidence: [],
        support: { for: 3, against: 0, abstain: 0 },
        dissent: [],
      },
    },
    putSponsorWord: { body: { word: 'We have heard them.' } },
    closeWorkshop: { body: { closed: true } },
    readHistory: {},
    giveReason: { params: { entry: '999999' }, body: { reason: 'A customer said so' } },
    importInterviews: asMultipart('pseudonym,role\nHeron,Buyer\n'),
    readSheet: asMultipart(csvZip({ 'needs.csv': 'need\nSpeed\n' }), {}, 'lists.zip'),
    exportInterviewsCsv: {},
    exportInterviewsXlsx: {},
    analysis: {},
    exportJson: {},
    exportFile: { params: { format: 'md' } },
    exportFileWithLogo: { params: { format: 'md' }, body: { logo: smallLogo } },
  }
  return requests[name]
}

/** What the right person is told where the round of this world is not one for that call. */
const wrongHere: Partial<Record<CallName, object>> = {
  openRound: { faults: [{ path: '/columns' }] },
  setBeat: { code: 'round-not-revealed' },
  giveReason: { code: 'not-found' },
  setEnvelopeBeat: { title: expect.stringContaining('sealed') },
  shareDrift: { title: expect.stringContaining('second or later round') },
}

const tables = [
  'workshops',
  'seats',
  'seat_tokens',
  'links',
  'docs',
  'doc_updates',
  'rounds',
  'ballots',
  'identities',
  'guest_links',
  'guest_answers',
  'replies',
] as const

/** Everything that is stored, as one text. */
async function stored(): Promise<string> {
  const { db } = server.running.service.storage
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()))
  return JSON.stringify(rows)
}

describe('calls', () => {
  /** Where nothing is ever allowed to happen. */
  let untouched: World
  /** For calls that only read. */
  let read: World
  beforeAll(async () => {
    untouched = await makeWorld(server)
    read = await makeWorld(busyServer)
  })

  test('the matrix has every call of the contract', () => {
    expect(Object.keys(matrix).sort()).toEqual(Object.keys(calls).sort())
  })

  describe.each(Object.keys(calls) as CallName[])('%s', (name) => {
    const { may, others } = matrix[name]
    const refused = everyone.filter((who) => !may.includes(who))

    if (refused.length > 0)
      test(`[S2] is refused to ${refused.join(', ')}, and changes nothing`, async () => {
        const before = await stored()
        for (const who of refused) {
          const problem = await untouched.people[who].refusal(name, request(name, who, untouched))
          expect([who, problem.code]).toEqual([
            who,
            who === 'nobody' || who === 'stranger' ? 'no-seat' : others,
          ])
        }
        expect(await stored()).toBe(before)
      })

    test(`answers ${may.join(', ')}`, async () => {
      const world = calls[name].method === 'GET' ? read : await makeWorld(busyServer)
      for (const who of may) {
        const { status, json } = await world.people[who].call(name, request(name, who, world))
        const problem = wrongHere[name]
        if (problem) expect(json).toMatchObject(problem)
        else expect([who, status]).toEqual([who, calls[name].status])
      }
    })
  })

  test('[S2] nobody changes another seat, and nobody but the facilitator gives roles', async () => {
    const world = await makeWorld(server)
    const before = await stored()
    for (const who of ['member', 'sponsor', 'researcher', 'viewer'] as const) {
      const other = { params: { seatId: world.otherSeatId }, body: { name: 'Taken over' } }
      const own = { params: { seatId: world.people[who].seatId }, body: { role: 'facilitator' } }
      for (const wanted of [other, own])
        expect((await world.people[who].refusal('changeSeat', wanted)).code).toBe('not-allowed')
    }
    expect(await stored()).toBe(before)
  })

  test('[S2] ids of another workshop lead nowhere: not its seats, not its rounds', async () => {
    const world = await makeWorld(server)
    const { stranger } = world.people
    const own = stranger.cookie.match(/gp_seat_([^=]+)/)?.[1] ?? ''
    const before = await stored()
    const params = { workshopId: own, roundId: world.roundId, seatId: world.otherSeatId }
    for (const name of ['closeRound', 'revealRound', 'discardRound', 'roundProgress'] as const)
      expect(
        (await stranger.refusal(name, { params, body: name === 'roundProgress' ? undefined : {} })).code,
      ).toBe('no-such-round')
    const onRound = { setBeat: { beat: 1 }, shareDrift: {}, putProxyBallot: { sealed: true } }
    for (const [name, body] of Object.entries(onRound))
      expect((await stranger.refusal(name as CallName, { params, body })).code).toBe('no-such-round')
    expect((await stranger.refusal('removeSeat', { params })).code).toBe('not-found')
    expect((await stranger.refusal('changeSeat', { params, body: { name: 'X' } })).code).toBe('not-found')
    expect(await stored()).toBe(before)
  })
})
