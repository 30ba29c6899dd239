/** Where a list comes from: cells that were pasted and text files are read here, Excel files by the server. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#client/session/hooks.ts'
import { readSheetFile } from '#client/session/list-file.ts'
import type { ListKind } from '#shared/board/list-edits.ts'
import { findDelimiter, readCsv } from '#shared/intake/csv.ts'
import { decode } from '#shared/intake/decode.ts'
import type { Delimiter, Encoding } from '#shared/intake/forms.ts'
import { knownHeadings } from '#shared/lists/list-columns.ts'
import { listShapes } from '#shared/lists/list-fields.ts'
import type { ListSheet } from '#shared/lists/list-layout.ts'
import { readPasted } from '#shared/lists/pasted.ts'

export interface ListSource {
  /** Null: it was pasted. */
  readonly file: File | null
  readonly sheet: ListSheet
  readonly text: { readonly encoding: Encoding; readonly delimiter: Delimiter } | null
  readonly sheets: { readonly at: string; readonly all: readonly string[] } | null
}

interface Forms {
  readonly encoding?: Encoding
  readonly delimiter?: Delimiter
  readonly sheet?: string
}

export type Reading =
  | { readonly status: 'none' }
  | { readonly status: 'reading'; readonly name: string }
  | { readonly status: 'failed'; readonly words: string; readonly again: (() => void) | null }
  | { readonly status: 'read'; readonly source: ListSource }

const LARGEST = 10 * 1024 * 1024

export function useListSource(kind: ListKind) {
  const { t } = useTranslation('lists')
  const { workshopId } = useSession()
  const [reading, setReading] = useState<Reading>({ status: 'none' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const choose = useCallback(
    async (file: File, forms: Forms = {}) => {
      running.current?.abort()
      const own = new AbortController()
      running.current = own
      const fail = (words: string, again: (() => void) | null = null) =>
        setReading({ status: 'failed', words, again })
      if (file.size > LARGEST) return fail(t('take.tooLarge'))
      if (file.size === 0) return fail(t('take.empty'))
      setReading({ status: 'reading', name: file.name })
      const read = await file.arrayBuffer().catch(() => null)
      if (running.current !== own) return
      if (!read) return fail(t('take.gone'))
      const bytes = new Uint8Array(read)
      if (!isPacked(bytes)) {
        const source = textSource(file, bytes, forms)
        return source ? setReading({ status: 'read', source }) : fail(t('take.notText'))
      }
      const wanted = { prefer: listShapes[kind].sheets, ...(forms.sheet && { sheet: forms.sheet }) }
      const answer = await readSheetFile(workshopId, file, wanted, own.signal)
      if (running.current !== own) return
      if (!answer.ok && answer.title === '') fail(t('take.offline'), () => void choose(file, forms))
      else if (!answer.ok) fail(answer.title)
      else {
        const { sheet, sheets, ...rows } = answer.sheet
        setReading({
          status: 'read',
          source: { file, sheet: { ...rows, faults: [] }, text: null, sheets: { at: sheet, all: sheets } },
        })
      }
    },
    [kind, t, workshopId],
  )

  const paste = (text: string) => {
    const rows = readPasted(text, (cells) => knownHeadings(cells, listShapes[kind]) > 1)
    const sheet = { rows, faults: [], computed: [], formulas: [] }
    setReading({ status: 'read', source: { file: null, sheet, text: null, sheets: null } })
  }

  const clear = () => {
    running.current?.abort()
    setReading({ status: 'none' })
  }

  return { reading, choose, paste, clear }
}

/** Excel files and zips begin alike. */
const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

function textSource(file: File, bytes: Uint8Array, forms: Forms): ListSource | null {
  const decoded = decode(bytes, forms.encoding)
  if (!decoded || decoded.text.startsWith('%PDF-')) return null
  const { text, encoding } = decoded
  const delimiter = forms.delimiter ?? findDelimiter(text) ?? ','
  const { rows, faults } = readCsv(text, delimiter)
  return {
    file,
    sheet: { rows, faults, computed: [], formulas: [] },
    text: { encoding, delimiter },
    sheets: null,
  }
}
