/** How far the server is with the file, and a way out. */
import { useTranslation } from 'react-i18next'
import type { Intake } from '#client/features/intake/use-intake.ts'
import { Button } from '#client/ui/button.tsx'
import styles from '#client/ui/file-form.module.css'

export function ProgressLine(props: {
  readonly progress: NonNullable<Intake['progress']>
  readonly fileName: string
  readonly onStop: () => void
}) {
  const { progress, fileName, onStop } = props
  const { t } = useTranslation('intake')
  const words = progress === 'reading' ? t('reading', { name: fileName }) : t(progress.step, progress)
  return (
    <div className={styles.progress}>
      <span role="status">{words}</span>
      <progress
        aria-label={words}
        {...(progress !== 'reading' && { value: progress.done, max: Math.max(1, progress.of) })}
      />
      <Button size="small" onClick={onStop}>
        {t('stop')}
      </Button>
    </div>
  )
}
