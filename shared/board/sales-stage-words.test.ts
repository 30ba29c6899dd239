import { expect, test } from 'vitest'
import { salesWordIn } from '#shared/board/sales-stage-words.ts'
import { roadmapTemplates } from '#shared/board/stage-templates.ts'

test('a stage in the words of a sales process is pointed out, whole words alone', () => {
  expect(salesWordIn('Qualified lead')).toBe('lead')
  expect(salesWordIn('Closing')).toBe('closing')
  expect(salesWordIn('Who will mislead me?')).toBeNull()
  const names = roadmapTemplates.flatMap(({ stages }) => stages.map(({ name }) => name))
  expect(names.filter((name) => salesWordIn(name) !== null)).toEqual([])
})
