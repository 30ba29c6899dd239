/** The customers' side of the analysis: of the sample workshop as the method prints it, and nothing of it while sealed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

type Row = Readonly<Record<string, unknown>>
interface Analysis {
  readonly weights: { readonly customers: Row & { readonly perNeed: Row[]; readonly byBuyingRole: Row[] } }
  readonly marks: { readonly customers: Row & { readonly scores: Row[]; readonly paired: Row[] } }
  readonly comparison: Row & { readonly perNeed: Row[] }
  readonly [part: string]: unknown
}

const near = (found: readonly unknown[], stated: readonly number[]) => {
  expect(found).toHaveLength(stated.length)
  for (const [index, value] of stated.entries())
    expect(Math.abs(Number(found[index] ?? Number.NaN) - value)).toBeLessThan(0.01)
}

describe('what customers gave in the sample workshop (method C1, C4 to C10)', () => {
  let analysis: Analysis
  beforeAll(async () => {
    const fay = server.newPerson()
    await fay.open({ from: 'demo' })
    analysis = (await fay.ask('analysis')) as unknown as Analysis
  })

  test('points: means, shown whole, the order of single customers, who decides unaided', () => {
    const { customers } = analysis.weights
    near(
      customers.perNeed.map(({ mean }) => mean),
      [22.22, 26.11, 9.44, 13.89, 21.11, 7.22],
    )
    expect(customers.perNeed.map(({ shown }) => shown)).toEqual([22, 26, 10, 14, 21, 7])
    expect(customers).toMatchObject({ n: 9, declined: 1, why: null })
    near([(customers.disagreement as Row).overall, customers.kendallW], [26.53, 0.505])
    expect((customers.unaidedDecider as Row[]).map(({ count }) => count)).toEqual([2, 5, 1, 2])
  })

  test('[R056] a role with fewer than three has single values and no mean', () => {
    const approvers = analysis.weights.customers.byBuyingRole.find(({ role }) => role === 'approver')
    expect(approvers).toMatchObject({ n: 2, why: 'too-few-to-say' })
    const perNeed = (approvers?.perNeed ?? []) as Row[]
    const cost = perNeed[3] ?? {}
    expect(cost.mean).toBeNull()
    expect([...(cost.values as number[])].sort()).toEqual([25, 35])
  })

  test('marks: scores and the line of those who know both', () => {
    near(
      analysis.marks.customers.scores.map(({ score }) => score),
      [6.95, 4.34, 5.89, 4.38],
    )
    expect(analysis.marks.customers.paired.map(({ n }) => n)).toEqual([5, 4, 6])
    expect(analysis.marks.customers.paired[1]).toMatchObject({ interval: null })
  })

  test('guess against customers, with the sentence for nine', () => {
    near(
      analysis.comparison.perNeed.map(({ gap }) => gap),
      [1.28, -16.11, -2.44, 18.61, -6.61, 5.28],
    )
    expect(analysis.comparison).toMatchObject({
      n: 9,
      words: '9 customers asked: differences under about 6 points may be chance.',
      order: { same: 8, reversed: 7 },
      imagined: [],
      overlooked: [{ title: 'Shift staff can use it untrained', raisedBy: 3, asked: 10, mean: null }],
    })
  })

  test('debate effect, saturation, how calls were held, the map', () => {
    const { errorBefore, errorAfter, skillAfter } = analysis.debateEffect as Row
    near([errorBefore, errorAfter, skillAfter], [16.67, 25.17, -0.29])
    expect(analysis.interviews).toMatchObject({
      n: 10,
      newThemesPerCall: [10, 6, 2, 2, 4, 0, 0, 0, 1, 0],
      expectedNext: 0.2,
      byMode: { phone: 8, video: 1, face_to_face: 1 },
    })
    near([(analysis.interviews as Row).unheardAtLeast], [0.36])
  })

  test('[C11] ranges somebody is 80 % sure of, and how many held what customers say', () => {
    const { hitRate, intervalScoreMean, ...figures } = analysis.calibration as Row
    expect(figures).toMatchObject({ ranges: 55, hits: 27, statedPct: 80 })
    near([hitRate, intervalScoreMean], [0.49, 8.46])
  })

  test('[C9] the map: coverage, voices, balance, foresight, proof, dead ends and leaks', () => {
    const { total, perStage, balance, foresight, ...rest } = analysis.roadmap as Record<string, Row>
    expect(total).toMatchObject({ answered: 10, weak: 3, open: 14, voices: 76, voicesAnswered: 21 })
    near([total?.coverage, total?.voiceCoverage], [0.43, 0.28])
    near([(perStage as unknown as Row[])[5]?.voiceCoverage], [0.11])
    expect(balance).toMatchObject({
      answersEarly: 9,
      answers: 14,
      voicesEarly: 32,
      voices: 76,
      words:
        'Effort leans to the beginning: 9 of 14 live answers are early, 32 of 76 (42 %) of their voices.',
    })
    near([balance?.tilt, foresight?.recall, foresight?.precision], [0.22, 0.42, 0.77])
    expect(foresight?.neverAsked).toHaveLength(3)
    expect(rest).toMatchObject({
      proofMix: { claim: 5, document: 7, example: 2, demonstration: 1, in_operation: 1, peer_word: 1 },
      leaks: { left: 13, leftEarly: 6 },
    })
    expect(rest.deadEnds).toHaveLength(6)
  })

  test('[R093] [R096] [R097] the plan: what it closes, what it serves, what nobody uses', () => {
    expect(analysis.plan).toMatchObject({
      actions: 10,
      gaps: 28,
      gapsWithAction: 12,
      actionsThatCloseOne: 9,
      perKind: { fix: 3, improve: 2, create: 5 },
      perAim: { conversion: 4, satisfaction: 2, retention: 1, referral: 1, profit: 1, learning: 1 },
      notConsidered: { revenueNote: 0, marginNote: 0, cashNote: 0 },
    })
    const { unusedFindings, gapsWithoutAction, restOnOpinion } = analysis.plan as Record<string, unknown[]>
    expect([unusedFindings, gapsWithoutAction, restOnOpinion].map((all) => all?.length)).toEqual([2, 16, 1])
  })
})

test('[S1] while the envelope is sealed every part of it says so, and nothing else', async () => {
  const fay = server.newPerson()
  await fay.open({ from: 'blank' })
  const analysis = (await fay.ask('analysis')) as unknown as Analysis
  for (const part of ['comparison', 'debateEffect', 'act', 'interviews', 'calibration'])
    expect(analysis[part]).toEqual({ sealed: true })
  expect(analysis.weights.customers).toEqual({ sealed: true })
  expect(analysis.marks.customers).toEqual({ sealed: true })
})
