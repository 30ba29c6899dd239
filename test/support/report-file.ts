/** The report of the demo, and of a changed demo, as a seat gets it: masked, without names of the room. */
import type { WorkshopFile } from '#shared/exchange/file.ts'
import { masked } from '#shared/exchange/masked.ts'
import { nobodyKnown } from '#shared/interviews/mask.ts'
import { buildReport } from '#shared/report/build-report.ts'
import { withoutNames, withoutPrivateWords } from '#shared/report/recognised.ts'
import type { Report } from '#shared/report/report.ts'
import { demoFile, exported, imported } from '#test/support/demo-file.ts'

const exportedDemo = (): WorkshopFile => exported(imported(demoFile()))

export const reportOf = (file: WorkshopFile): Report =>
  buildReport(withoutNames(withoutPrivateWords(masked(file, { known: nobodyKnown, isFull: true }))), {
    workshopId: 'w1',
    exportedBy: 'Ines Aldana',
    state: 'draft',
  })

/** As a seat gets it that asks for names. */
export const namedReportOf = (file: WorkshopFile): Report =>
  buildReport(withoutPrivateWords(file), { workshopId: 'w1', exportedBy: 'Ines Aldana', state: 'draft' })

export const demoReport = (change: (file: WorkshopFile) => WorkshopFile = (file) => file): Report =>
  reportOf(change(exportedDemo()))
