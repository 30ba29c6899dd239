/** What a workshop file holds, said before it is opened: it is checked in full, and nothing is made of it. */
import { scene } from '#shared/board/schema.ts'
import { readValues } from '#shared/document/collection.ts'
import { documentKinds } from '#shared/document/names.ts'
import { partShapes, rowsOf, singleOf, type WorkshopFile } from '#shared/exchange/file.ts'

export interface FilePreview {
  readonly title: string
  readonly company: string
  readonly product: string
  readonly segment: string
  readonly version: number
  /** As the file says it; empty where it does not. */
  readonly exportedAt: string
  readonly exportedBy: string
  readonly appVersion: string
  readonly server: string
  /** What was sealed when it was written: `interviews`, `rounds/<kind>/<number>`. */
  readonly sealed: readonly string[]
  /** Records by collection, without what lies in the bin; only those there are. */
  readonly counts: Readonly<Record<string, number>>
  readonly changes: number
}

/** Anybody may have written the file: what is no text is left out, what is long is cut. */
const line = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 200) : '')
const MOST_SEALED = 50

export function previewOf(file: WorkshopFile): FilePreview {
  const { board, history } = file.workshop
  const { title, company, product, segment } = readValues(scene, singleOf(board, 'scene'))
  const counts = documentKinds.flatMap((kind) =>
    Object.keys(partShapes[kind].collections).map((name) => {
      const live = rowsOf(file.workshop[kind], name).filter(({ binned }) => !binned)
      return [name, live.length] as const
    }),
  )
  const sealed: unknown = file.sealed
  return {
    title,
    company,
    product,
    segment,
    version: file.version,
    exportedAt: line(file.exportedAt),
    exportedBy: line(file.exportedBy),
    appVersion: line(file.appVersion),
    server: line(file.server),
    sealed: Array.isArray(sealed) ? sealed.slice(0, MOST_SEALED).map(line) : [],
    counts: Object.fromEntries(counts.filter(([, count]) => count > 0)),
    changes: Array.isArray(history) ? history.length : 0,
  }
}
