/** The desk after a reveal: the next step is to weigh again; the rounds so far stay as they are. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Desk } from '#client/features/weigh/desk.tsx'
import { OpenRound } from '#client/features/weigh/open-round.tsx'
import type { WeightsRound } from '#client/features/weigh/round-of.ts'
import { Button } from '#client/ui/button.tsx'
import styles from './desk.module.css'

export function RevealedDesk({ round }: { readonly round: WeightsRound }) {
  const { t } = useTranslation('weigh')
  const [isOpening, setOpening] = useState(false)
  const opening = (
    <div className={styles.opening}>
      <OpenRound
        title={t('open.again')}
        lead={t('open.againLead', { number: round.number })}
        like={round}
        onCancel={() => setOpening(false)}
      />
    </div>
  )
  return (
    <Desk round={round} problem={null} question={isOpening && opening} isAside>
      <Button className={styles.button} aria-expanded={isOpening} onClick={() => setOpening(!isOpening)}>
        {t('desk.again')}
      </Button>
    </Desk>
  )
}
