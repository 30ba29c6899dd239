/** The key of a strip plot and its filter in one: a function's chip fades all others. */
import { useTranslation } from 'react-i18next'
import type { FunctionChip } from '#client/features/weigh/strip-rows.ts'
import { HollowGlyph } from '#client/ui/function-glyph.tsx'
import { InlineUnknown } from '#client/ui/inline-marks.tsx'
import styles from './revealed.module.css'

export function FunctionFilter(props: {
  readonly chips: readonly FunctionChip[]
  readonly only: string | null
  readonly onOnly: (label: string | null) => void
}) {
  const { chips, only, onOnly } = props
  const { t } = useTranslation('weigh')
  if (chips.length === 0) return null
  return (
    <fieldset className={styles.filter} aria-label={t('revealed.functions')}>
      {chips.map(({ label, n, shapeOf, isShown }) =>
        isShown ? (
          <button
            key={label}
            type="button"
            className={styles.function}
            aria-pressed={only === label}
            onClick={() => onOnly(only === label ? null : label)}
          >
            <HollowGlyph name={shapeOf} />
            {label} <small>{n}</small>
          </button>
        ) : (
          <span key={label} className={styles.tooFew}>
            <InlineUnknown size="0.75rem" />
            {label} <small>{t('revealed.few')}</small>
          </span>
        ),
      )}
    </fieldset>
  )
}
