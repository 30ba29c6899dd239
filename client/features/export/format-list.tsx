/** The formats, each with what it is for; one of them is chosen. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type from '#client/ui/type.module.css'
import { type ExportFormat, formatNames } from '#shared/protocol/export-formats.ts'
import styles from './export.module.css'

export function FormatList(props: {
  readonly chosen: ExportFormat
  /** How many slides or sheets it would have; null while nobody knows. */
  readonly slides: number | null
  readonly sheets: number | null
  readonly onChoose: (format: ExportFormat) => void
}) {
  const { t } = useTranslation('exporting')
  const group = useId()
  const { slides, sheets } = props
  const what = (one: ExportFormat): string => {
    if (one === 'pptx' && slides !== null) return t('slides', { count: slides })
    if (one === 'xlsx' && sheets !== null) return t('sheetsOf', { count: sheets })
    return t(`format.${one}.for`)
  }
  return (
    <fieldset className={styles.formats}>
      <legend className={type.hidden}>{t('formats')}</legend>
      {formatNames.map((one) => (
        <label key={one} className={styles.format}>
          <input
            type="radio"
            className={type.hidden}
            name={group}
            checked={props.chosen === one}
            aria-label={t(`format.${one}.name`)}
            aria-describedby={`${group}-${one}`}
            onChange={() => props.onChoose(one)}
          />
          <span className={styles.sheet} aria-hidden="true">
            {t(`format.${one}.mark`)}
          </span>
          <span>
            <b>{t(`format.${one}.name`)}</b>
            <small id={`${group}-${one}`}>{what(one)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
