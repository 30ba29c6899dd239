import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { play, type Step, type World } from '#test/simulation/document-world.ts'

const small = fc.nat({ max: 400 })
const step = (kinds: readonly Step['do'][]): fc.Arbitrary<Step> =>
  fc.record({ do: fc.constantFrom(...kinds), peer: fc.nat({ max: 4 }), a: small, b: small, c: small })

const edits: readonly Step['do'][] = [
  'edit',
  'edit',
  'edit',
  'edit',
  'up',
  'down',
  'up',
  'down',
  'again',
  'undo',
  'junk',
]
const world = (reliable: boolean): fc.Arbitrary<World> =>
  fc.record({
    peers: fc.integer({ min: 2, max: 4 }),
    reliable: fc.constant(reliable),
    steps: fc.array(step(reliable ? edits : [...edits, 'drop', 'join', 'restart']), {
      maxLength: 60,
      size: 'max',
    }),
  })

function expectSame(shown: readonly unknown[]): void {
  for (const other of shown.slice(1)) expect(other).toEqual(shown[0])
}

/** The whole world as JSON: saved as a file in `regressions/`, it is replayed for ever. */
const reporter = (out: fc.RunDetails<[World]>): void => {
  if (!out.failed) return
  throw new Error(
    `seed ${out.seed}, path ${out.counterexamplePath}\n${JSON.stringify(out.counterexample?.[0])}`,
    {
      cause: out.errorInstance,
    },
  )
}

describe('peers that edit the board together', () => {
  test('[P2] show the same in the end when no line ever breaks', () => {
    void fc.assert(
      fc.property(world(true), (one) => expectSame(play(one))),
      { numRuns: 250, reporter },
    )
  })

  test('[P2] show the same in the end through lost lines and restarts', () => {
    void fc.assert(
      fc.property(world(false), (one) => expectSame(play(one))),
      { numRuns: 250, reporter },
    )
  })
})

describe('worlds that went wrong once', () => {
  const folder = new URL('./regressions/', import.meta.url)
  test.each(readdirSync(folder).filter((name) => name.endsWith('.json')))('[P2] %s', (name) => {
    expectSame(play(JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as World))
  })
})
