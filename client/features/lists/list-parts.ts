/** What every part of the dialog is given. */
import type { ListSource } from '#client/features/lists/use-list-source.ts'
import type { ListKind } from '#shared/board/list-edits.ts'
import type { ListReading } from '#shared/lists/list-check.ts'
import type { ListSettings } from '#shared/lists/list-layout.ts'
import type { ListWorld } from '#shared/lists/list-world.ts'

export interface ListParts {
  readonly kind: ListKind
  readonly source: ListSource
  readonly settings: ListSettings
  readonly reading: ListReading
  readonly world: ListWorld
  readonly onChange: (settings: ListSettings) => void
}
