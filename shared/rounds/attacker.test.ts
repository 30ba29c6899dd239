/**
 * [S1] What a reveal publishes never lets a member work out another's ballot. The attacker of `test/support/attacker.ts`
 * tries it on whole small worlds: every room, every attacker, every victim. Three things no figure can hide are let pass,
 * and nothing else: a round opened as named; fewer than three ballots; and a group in which all others who gave anything gave
 * the same. Where all agreed to figures from two ballots, each of a pair sees the other's, which is what they agreed to.
 */
import { describe, expect, test } from 'vitest'
import type { Anonymity } from '#shared/record/schema.ts'
import { shownFrom } from '#shared/rounds/ballot-parts.ts'
import { type MarksBallot, marks } from '#shared/rounds/marks.ts'
import { type WeightsBallot, weights } from '#shared/rounds/weights.ts'
import { functionGroups } from '#shared/statistics/functions.ts'
import { exposures, type Voter } from '#test/support/attacker.ts'

const votersOf = (functions: string): Voter[] =>
  [...functions].map((functionName, index) => ({ seatId: `s${index}`, functionName }))

const subjectsOf = (...ids: string[]) => ids.map((id) => ({ id, title: id }))
const inOrder = <T>(values: readonly T[]): T[] => [...values]

interface Setting {
  readonly anonymity: Anonymity
  readonly minFunctionSize: number
}
const settings: readonly Setting[] = [
  { anonymity: 'anonymous', minFunctionSize: 2 },
  { anonymity: 'anonymous', minFunctionSize: 3 },
  { anonymity: 'by_function', minFunctionSize: 2 },
  { anonymity: 'by_function', minFunctionSize: 3 },
]

const weightsOf = (points: Record<string, number>): WeightsBallot => ({
  points,
  unsure: [],
  confidence: null,
  abstained: false,
  reason: '',
})
const abstention = { ...weightsOf({}), abstained: true }

/** Ballots over two needs, in steps. */
const overTwo = (step: number) =>
  Array.from({ length: 100 / step + 1 }, (_, i) => weightsOf({ a: i * step, b: 100 - i * step }))
const overThree = [
  [100, 0, 0],
  [0, 100, 0],
  [0, 0, 100],
  [50, 50, 0],
  [50, 0, 50],
  [0, 50, 50],
].map(([a = 0, b = 0, c = 0]) => weightsOf({ a, b, c }))

const publishWeights =
  (voters: readonly Voter[], needs: string, setting: Setting) => (ballots: readonly WeightsBallot[]) =>
    JSON.stringify(
      weights.tally(
        voters.map((voter, index) => ({ ...voter, ballot: ballots[index] ?? abstention })),
        { subjects: subjectsOf(...needs), columns: [] },
        { ...setting, shuffle: inOrder },
      ),
    )

/** Marks of one need for two options: unknown, low or high in each. */
const grids: readonly MarksBallot[] = [null, 2, 9].flatMap((us) =>
  [null, 4].map((them) => ({ marks: { us: { a: us }, them: { a: them } }, abstained: false, reason: '' })),
)

const publishMarks = (voters: readonly Voter[], setting: Setting) => (ballots: readonly MarksBallot[]) =>
  JSON.stringify(
    marks.tally(
      voters.flatMap((voter, index) => {
        const ballot = ballots[index]
        return ballot ? [{ ...voter, ballot }] : []
      }),
      { subjects: subjectsOf('a'), columns: subjectsOf('us', 'them') },
      { ...setting, shuffle: inOrder },
    ),
  )

/** What no figure can hide: see above. */
function cannotBeHidden(
  voters: readonly Voter[],
  ballots: readonly { readonly abstained: boolean }[],
  { anonymity, minFunctionSize }: Setting,
  attacker: number,
  victim: number,
): boolean {
  if (ballots.filter(({ abstained }) => !abstained).length < 3) return true
  const sizes = new Map<string, number>()
  for (const [index, { functionName }] of voters.entries())
    sizes.set(functionName, (sizes.get(functionName) ?? 0) + (ballots[index]?.abstained ? 0 : 1))
  const groups = functionGroups(sizes, shownFrom({ anonymity, minFunctionSize }))
  const group = groups.find(({ functions }) => functions.includes(voters[victim]?.functionName ?? ''))
  const isIn = (index: number) => group?.functions.includes(voters[index]?.functionName ?? '') ?? false
  const others = [...voters.keys()].filter((index) => index !== attacker && isIn(index))
  const given = others.map((index) => ballots[index]).filter((ballot) => ballot?.abstained === false)
  const ofFunction = voters.filter(({ functionName }) => functionName === voters[victim]?.functionName)
  const isPair = group?.n === 2 && isIn(attacker)
  const isOfTwo = ofFunction.length === 2 && voters[attacker]?.functionName === voters[victim]?.functionName
  const isAgreedPair = anonymity === 'by_function' && minFunctionSize === 2 && (isPair || isOfTwo)
  return isAgreedPair || (others.length > 1 && new Set(given).size < 2)
}

function expectNobodyExposed<B extends { readonly abstained: boolean }>(
  voters: readonly Voter[],
  setting: Setting,
  found: ReturnType<typeof exposures<B>>,
): void {
  const wins = found.filter(
    ({ ballots, attacker, victim }) => !cannotBeHidden(voters, ballots, setting, attacker, victim),
  )
  expect(wins.slice(0, 2).map((win) => JSON.stringify(win))).toEqual([])
}

describe.each(settings)(
  '[S1] nobody works out a ballot: $anonymity, figures from $minFunctionSize',
  (setting) => {
    test.each([
      'AAA',
      'AAB',
      'ABC',
      'AAAA',
      'AAAB',
      'AABB',
      'AABC',
      'AAAAA',
      'AAAAB',
      'AAABB',
      'AAABC',
      'AABBC',
    ])('two needs, functions %s', (functions) => {
      const voters = votersOf(functions)
      const found = exposures(voters, overTwo(25), publishWeights(voters, 'ab', setting))
      expectNobodyExposed(voters, setting, found)
    })

    test.each(['AAAB', 'AABB', 'AABC'])('three needs, functions %s', (functions) => {
      const voters = votersOf(functions)
      const found = exposures(voters, overThree, publishWeights(voters, 'abc', setting))
      expectNobodyExposed(voters, setting, found)
    })

    test.each(['AAAB', 'AABB', 'AAABB'])('with abstentions, functions %s', (functions) => {
      const voters = votersOf(functions)
      const found = exposures(voters, [abstention, ...overTwo(50)], publishWeights(voters, 'ab', setting))
      expectNobodyExposed(voters, setting, found)
    })

    test.each(['AAA', 'AAAB', 'AABB', 'AABC'])('marks of two options, functions %s', (functions) => {
      const voters = votersOf(functions)
      const found = exposures(voters, grids, publishMarks(voters, setting))
      expectNobodyExposed(voters, setting, found)
    })

    test.each(['AAAABB', 'AAABBB', 'AABBCC', 'AAAABC'])('six people, functions %s', (functions) => {
      const voters = votersOf(functions)
      const found = exposures(voters, overTwo(50), publishWeights(voters, 'ab', setting))
      expectNobodyExposed(voters, setting, found)
    })
  },
)
