/** The formats, each with what it is for; one of them is chosen. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type from '#client/ui/type.module.css'
import { type ExportFormat, formatNames } from '#shared/protocol/export-formats.ts'
import styles from './export.module.css'

export function FormatList(props: {
  readonly chosen: ExportFormat
  readonly onChoose: (format: ExportFormat) => void
}) {
  const { t } = useTranslation('exporting')
  const group = useId()
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
            <small id={`${group}-${one}`}>{t(`format.${one}.for`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
