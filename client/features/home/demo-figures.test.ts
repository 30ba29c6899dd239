import { expect, test } from 'vitest'
import { demoFigures, demoSample } from '#client/features/home/demo-figures.ts'
import { demoWorkshop } from '#shared/exchange/demo/demo-workshop.ts'

interface DemoFile {
  readonly workshop: {
    readonly board: { readonly needs: readonly { id: string; short: string }[] }
    readonly record: {
      readonly rounds: readonly {
        kind: string
        number: number
        ballots: readonly { ballot: { points?: Readonly<Record<string, number>> } }[]
      }[]
    }
    readonly interviews: {
      readonly interviews: readonly { weights: { points?: Readonly<Record<string, number>> | null } }[]
    }
  }
}

const { board, record, interviews } = (demoWorkshop as DemoFile).workshop

/** Half a point counts up, as people round. */
const meanOf = (need: string, ballots: readonly Readonly<Record<string, number>>[]): number =>
  Math.round(ballots.reduce((sum, points) => sum + (points[need] ?? 0), 0) / ballots.length)

test('[U2] the figures on the home page are those of the demo, with their samples', () => {
  const lastGuess = record.rounds
    .filter(({ kind }) => kind === 'weights')
    .sort((a, b) => a.number - b.number)
    .at(-1)
  const guesses = (lastGuess?.ballots ?? []).flatMap(({ ballot }) => (ballot.points ? [ballot.points] : []))
  const asked = interviews.interviews.flatMap(({ weights }) => (weights.points ? [weights.points] : []))
  expect(demoSample).toEqual({ people: guesses.length, customers: asked.length })
  for (const { need, guess, customers } of demoFigures) {
    const id = board.needs.find(({ short }) => short === need)?.id ?? ''
    expect({ need, guess, customers }).toEqual({
      need,
      guess: meanOf(id, guesses),
      customers: meanOf(id, asked),
    })
  }
})
