import { expect, test } from 'vitest'
import type { Json } from '#shared/document/fields.ts'
import { demoWorkshop } from '#shared/exchange/demo/demo-workshop.ts'
import { recentDemo } from '#shared/exchange/demo/recent-demo.ts'
import { rowsOf, type WorkshopFile } from '#shared/exchange/file.ts'
import { parseWorkshopFile } from '#shared/exchange/parse.ts'

const DAY_MS = 86_400_000
const now = Date.parse('2026-11-22T06:00:00Z')
const recent = recentDemo(now) as WorkshopFile
const demo = demoWorkshop as WorkshopFile

/** Every value of a file by its path. */
function* leaves(value: Json, path = ''): Generator<readonly [string, Json]> {
  if (typeof value !== 'object' || value === null) return yield [path, value]
  for (const [key, one] of Object.entries(value)) yield* leaves(one, `${path}/${key}`)
}

test('the demo reads as if it closed a week ago, and still opens', () => {
  expect(parseWorkshopFile(recent)).toMatchObject({ ok: true })
  const promised = rowsOf(recent.workshop.board, 'actions').map(({ promisedOn }) => String(promisedOn))
  for (const day of promised) {
    const ago = (now - Date.parse(day)) / DAY_MS
    expect(ago).toBeGreaterThan(7)
    expect(ago).toBeLessThan(15)
  }
  const dues = rowsOf(recent.workshop.board, 'actions').map(({ due }) => Date.parse(String(due)))
  expect(dues.filter((due) => due < now).length).toBeLessThan(3)
})

test('all days and times move by the same whole weeks, nothing else changes', () => {
  const before = new Map(leaves(demoWorkshop as Json))
  const moves = new Set<number>()
  for (const [path, value] of leaves(recent as unknown as Json)) {
    const was = before.get(path)
    if (was === value) continue
    const by =
      typeof value === 'number'
        ? value - Number(was)
        : Date.parse(String(value).slice(0, 10)) - Date.parse(String(was).slice(0, 10))
    moves.add(by)
  }
  expect([...moves]).toEqual([210 * DAY_MS])
  expect([...leaves(recent as unknown as Json)].length).toBe(before.size)
})

test('a clock before the demo changes nothing of it', () => {
  expect(recentDemo(0)).toBe(demo)
})
