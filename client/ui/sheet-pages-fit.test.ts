import { expect, test } from 'vitest'
import { fitsPrinted } from '#client/ui/sheet-pages-fit.ts'
import { fitted } from '#shared/report/sheet-fit.ts'
import { stageSheets } from '#shared/report/stage-sheet.ts'
import { demoReport } from '#test/support/report-file.ts'

const sheets = stageSheets(demoReport())

test('[R099] every sheet of the demo fits on a printed page as it is', () => {
  expect(sheets.filter((sheet) => !fitsPrinted(sheet)).map(({ name }) => name)).toEqual([])
})

test('[R099] sixty long questions do not; wide letters take more room than narrow ones', () => {
  const [sheet] = sheets
  const [ask] = sheet?.asks ?? []
  if (!sheet || !ask) throw new Error('The demo asks nothing.')
  const many = (text: string) => ({
    ...sheet,
    asks: Array.from({ length: 60 }, (_, index) => ({ ...ask, id: `q${index}`, text })),
  })
  const long = fitted(many('How long does it take? '.repeat(13)), fitsPrinted)
  const wide = fitted(many('需要多少時間才能完成全部安裝工作呢'.repeat(17)), fitsPrinted)
  expect(fitsPrinted(long)).toBe(true)
  expect(long.asks.length).toBeGreaterThan(2)
  expect(wide.asks.length).toBeLessThan(long.asks.length)
  expect(wide.more).toMatch(/^and \d+ more questions and 2 worries: see the roadmap$/)
})
