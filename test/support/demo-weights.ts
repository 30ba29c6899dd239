/** Round 1 of the sample workshop: nine ballots and one abstention, with the figures method C1 and C2 state. */
import type { Anonymity } from '#shared/record/schema.ts'
import type { CountedBallot } from '#shared/rounds/kind.ts'
import { type WeightsBallot, weights } from '#shared/rounds/weights.ts'
import type { WeightsResult } from '#shared/rounds/weights-result.ts'

export const demoNeeds = [
  { id: 'n1', title: 'Alarms I can trust' },
  { id: 'n2', title: 'Audit without a week of paperwork' },
  { id: 'n3', title: 'Installed without stopping work' },
  { id: 'n4', title: 'Whole yearly cost known before we sign' },
  { id: 'n5', title: 'A person who knows our site answers at night' },
  { id: 'n6', title: 'A supplier proven in our trade' },
] as const

type Line = readonly [
  seatId: string,
  functionName: string,
  points: readonly number[],
  unsure: readonly string[],
]

const given: readonly Line[] = [
  ['p01', 'Marketing', [25, 10, 5, 15, 10, 35], []],
  ['p02', 'Marketing', [20, 10, 5, 20, 15, 30], ['n3']],
  ['p03', 'Marketing', [30, 10, 5, 10, 15, 30], ['n3', 'n4']],
  ['p04', 'Sales', [20, 5, 5, 50, 10, 10], []],
  ['p05', 'Sales', [30, 15, 10, 25, 15, 5], []],
  ['p07', 'Customer service', [25, 15, 10, 10, 35, 5], []],
  ['p08', 'Customer service', [35, 10, 5, 10, 35, 5], ['n4']],
  ['p09', 'Product and installation', [40, 20, 15, 10, 10, 5], []],
  ['p10', 'Product and installation', [25, 15, 20, 10, 25, 5], ['n4', 'n6']],
]

const ballots: readonly CountedBallot<WeightsBallot>[] = [
  ...given.map(([seatId, functionName, points, unsure]) => ({
    seatId,
    functionName,
    ballot: {
      points: Object.fromEntries(demoNeeds.map(({ id }, index) => [id, points[index] ?? 0])),
      unsure: [...unsure],
      confidence: 3,
      abstained: false,
      reason: '',
    },
  })),
  {
    seatId: 'p06',
    functionName: 'Sales',
    ballot: {
      points: {},
      unsure: [],
      confidence: null,
      abstained: true,
      reason: 'I have never heard a customer say it.',
    },
  },
]

export const demoResult = (anonymity: Anonymity = 'by_function', minFunctionSize = 2): WeightsResult =>
  tally(ballots, anonymity, minFunctionSize)

/** A round in which each of these lists of points is one ballot of a function of its own. */
export const resultOf = (lists: readonly (readonly number[])[]): WeightsResult =>
  tally(
    lists.map((points, index) => ({
      seatId: `s${index}`,
      functionName: '',
      ballot: {
        points: Object.fromEntries(demoNeeds.map(({ id }, need) => [id, points[need] ?? 0])),
        unsure: [],
        confidence: null,
        abstained: false,
        reason: '',
      },
    })),
    'anonymous',
    3,
  )

const tally = (
  counted: readonly CountedBallot<WeightsBallot>[],
  anonymity: Anonymity,
  minFunctionSize: number,
) =>
  weights.tally(
    counted,
    { subjects: demoNeeds, columns: [] },
    { anonymity, minFunctionSize, shuffle: (values) => [...values] },
  )
