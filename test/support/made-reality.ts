/** Guesses and interviews made up for the reality check: any number of needs and customers, with ties and zeros. */
import * as Y from 'yjs'
import { type Need, needs } from '#shared/board/schema.ts'
import { insertRow, readRows } from '#shared/document/collection.ts'
import type { Json } from '#shared/document/fields.ts'
import { type Interview, interviews } from '#shared/interviews/schema.ts'
import { type Round, rounds } from '#shared/record/schema.ts'
import { weights } from '#shared/rounds/weights.ts'
import { largestRemainder } from '#shared/statistics/rounding.ts'
import { numbersFrom } from '#test/support/random.ts'

const idOf = (index: number): string => `n${index}`

/** 100 points over so many needs: all equal, or by chance with some zeros. */
function spread(count: number, random: () => number): number[] {
  const raw = Array.from({ length: count }, () => (random() < 0.2 ? 0 : Math.floor(random() * 8)))
  const all = raw.reduce((sum, one) => sum + one, 0)
  return largestRemainder(raw.map((one) => (all === 0 ? 100 / count : (100 * one) / all)))
}

/**
 * A revealed round of weights over needs `n0`, `n1` …: by chance, or every ballot as given. Seed 0: every ballot gives all
 * needs the same.
 */
export function madeRound(titles: readonly string[], seed: number, given?: readonly number[]): Round {
  const random = numbersFrom(seed)
  const subjects = titles.map((title, index) => ({ id: idOf(index), title }))
  const ballots = ['a', 'b', 'c', 'd'].map((seatId) => {
    const chance = seed === 0 ? titles.map(() => 100 / titles.length) : spread(titles.length, random)
    const points = given ?? chance
    return {
      seatId,
      functionName: 'Sales',
      ballot: {
        points: Object.fromEntries(points.map((one, index) => [idOf(index), one])),
        unsure: [],
        confidence: 3,
        abstained: false,
        reason: '',
      },
    }
  })
  const result = weights.tally(
    ballots,
    { subjects, columns: [] },
    { anonymity: 'anonymous', minFunctionSize: 3, shuffle: (values) => [...values] },
  )
  const doc = new Y.Doc()
  const number = 1
  insertRow(doc, rounds, 'r1', {
    kind: 'weights',
    number,
    status: 'revealed',
    subjects,
    result: JSON.parse(JSON.stringify(result)) as Json,
  })
  return onlyOf(readRows(doc, rounds))
}

/** Customers with 100 points over the needs of `madeRound` and `o0`, `o1` … that no guess listed. */
export function madeInterviews(
  guessed: number,
  overlooked: number,
  customers: number,
  seed: number,
): readonly Interview[] {
  const random = numbersFrom(seed + 1)
  const lists = Array.from({ length: customers }, () => spread(guessed + overlooked, random))
  return pointsOf(lists, guessed)
}

/** Customers with these points: first for the needs of the guess, then for those nobody listed. */
export function pointsOf(lists: readonly (readonly number[])[], guessed: number): readonly Interview[] {
  const doc = new Y.Doc()
  for (const [customer, list] of lists.entries()) {
    const ids = list.map((_, index) => (index < guessed ? idOf(index) : `o${index - guessed}`))
    insertRow(doc, interviews, `i${customer}`, {
      pseudonym: `Bird ${customer}`,
      weights: {
        status: 'given',
        points: Object.fromEntries(ids.map((id, index) => [id, list[index] ?? 0])),
        reason: '',
      },
    })
  }
  return readRows(doc, interviews)
}

export function madeNeed(id: string, short: string, mentionedBy: readonly string[] = []): Need {
  const doc = new Y.Doc()
  insertRow(doc, needs, id, { short, mentionedBy: [...mentionedBy] })
  return onlyOf(readRows(doc, needs))
}

function onlyOf<T>(rows: readonly T[]): T {
  const [row] = rows
  if (!row) throw new Error('There is no row.')
  return row
}
