/** Every mark in one cell on a line from 0 to 10, hollow and without names (R038). */
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { CellResult } from '#client/features/mark/figures.ts'
import { marksOf } from '#client/features/mark/heat-cell.tsx'
import { InlineUnknown } from '#client/ui/inline-marks.tsx'
import typography from '#client/ui/type.module.css'
import styles from './cell-marks.module.css'

const scale = Array.from({ length: 11 }, (_, mark) => mark)

export function CellMarks(props: {
  /** Null while no cell is chosen. */
  readonly picked: { readonly title: string; readonly cell: CellResult | undefined } | null
}) {
  const { picked } = props
  const { t } = useTranslation('mark')
  if (!picked) {
    return (
      <p className={`${styles.marks} ${typography.meta}`} data-picture="without">
        {t('revealed.pick')}
      </p>
    )
  }
  const marks = marksOf(picked.cell)
  const unknown = picked.cell?.unknown ?? 0
  return (
    <div className={styles.marks} role="status" data-picture="without">
      <p className={styles.title}>
        <b>{picked.title}</b>
        <span>
          {marks.length > 0
            ? t('revealed.marksGiven', { marks: marks.join(' ') })
            : t('revealed.pickedNobody')}
        </span>
        {unknown > 0 && (
          <span>
            <InlineUnknown /> {t('revealed.cellUnknown', { count: unknown })}
          </span>
        )}
      </p>
      <div className={styles.line} aria-hidden="true">
        {scale.map((mark) => (
          <span key={mark} style={{ '--at': mark } as CSSProperties}>
            <span className={styles.pile}>
              {marks
                .filter((one) => one === mark)
                .map((_, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: equal marks have no identity but their place
                  <i key={index} />
                ))}
            </span>
            {mark}
          </span>
        ))}
      </div>
    </div>
  )
}
