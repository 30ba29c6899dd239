/** What became of a paste: how many marks were filled in, and which cells were not, each with its place. */
import { useTranslation } from 'react-i18next'
import type { Pasted } from '#client/features/mark/paste-marks.ts'
import { Button } from '#client/ui/button.tsx'
import styles from './grid-ballot.module.css'

export function PasteReport(props: { readonly pasted: Pasted | null; readonly onClose: () => void }) {
  const { pasted, onClose } = props
  const { t } = useTranslation('mark')
  return (
    <div role="status">
      {pasted && (
        <div className={styles.pasted}>
          <Outcome pasted={pasted} />
          <Button size="small" onClick={onClose}>
            {t('ballot.closePasted')}
          </Button>
        </div>
      )}
    </div>
  )
}

function Outcome({ pasted }: { readonly pasted: Pasted }) {
  const { t } = useTranslation('mark')
  if (!pasted.fits) return <p>{t('ballot.tooBig', { count: pasted.cells, room: pasted.room })}</p>
  const { filled, refused } = pasted
  return (
    <>
      <p>{filled.length > 0 ? t('ballot.pasted', { count: filled.length }) : t('ballot.pastedNothing')}</p>
      {refused.length > 0 && (
        <>
          <p>{t('ballot.refusedTitle')}</p>
          <ul>
            {refused.map((cell) => (
              <li key={`${cell.need}/${cell.option}`}>{t('ballot.refused', { ...cell })}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
