/** The words for what a quote is about: "# Running again within one shift", "@ 8 Live with it". */
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Tag, tagsOf } from '#shared/interviews/quote-edits.ts'
import type { Quote } from '#shared/interviews/schema.ts'
import { signOf, type Taggable } from './tag-choices.ts'
import type { ShownTag } from './tag-row.ts'

export type TagWords = (quote: Quote) => readonly ShownTag[]

export function useTagWords(records: readonly Taggable[]): TagWords {
  const { t } = useTranslation('call')
  const byRef = useMemo(() => new Map(records.map((record) => [keyOf(record.tag), record])), [records])
  return useCallback(
    (quote) =>
      tagsOf(quote).map((tag) => {
        const record = byRef.get(keyOf(tag))
        const words = record ? `${signOf(record.subject)} ${record.label}`.trim() : t('tag.gone')
        return { label: words, spoken: t('tag.change', { tag: words }) }
      }),
    [byRef, t],
  )
}

const keyOf = ({ kind, ref }: Tag): string => `${kind} ${ref}`
