import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PEOPLE, play, type Shown, type Step } from '#test/simulation/roadmap-world.ts'

const SEEDS = 1_000
const small = fc.nat({ max: 400 })
const kinds: readonly Step['do'][] = [
  ...['act', 'act', 'act', 'act', 'act', 'type', 'type', 'regret', 'undo', 'undo', 'redo'],
  ...['up', 'up', 'down', 'down', 'meet', 'meet', 'meet', 'drop', 'join', 'restart'],
] as readonly Step['do'][]
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    do: fc.constantFrom(...kinds),
    who: fc.nat({ max: PEOPLE - 1 }),
    a: small,
    b: small,
    c: small,
  }),
  { maxLength: 60, size: 'max' },
)

function expectSame(shown: readonly Shown[]): void {
  for (const other of shown.slice(1)) expect(other).toEqual(shown[0])
}

/** The steps as JSON: saved as a file in `regressions/roadmap/`, they are replayed for ever. */
const reporter = (out: fc.RunDetails<[Step[]]>): void => {
  if (!out.failed) return
  const found = `seed ${out.seed}, path ${out.counterexamplePath}\n${JSON.stringify(out.counterexample?.[0])}`
  throw new Error(found, { cause: out.errorInstance })
}

const LONGEST_MS = 180_000

test(
  '[P2] [P4] five people edit, move and delete under each other, offline and back: no card is lost or doubled, all see one order, and undo touches only own work',
  () => {
    void fc.assert(
      fc.property(steps, (one) => expectSame(play(one))),
      { numRuns: SEEDS, reporter },
    )
  },
  LONGEST_MS,
)

const folder = new URL('./regressions/roadmap/', import.meta.url)
test.each(readdirSync(folder).filter((name) => name.endsWith('.json')))('[P2] [P4] %s', (name) => {
  expectSame(play(JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Step[]))
})
