/** The facilitator goes through the reality check beat by beat, for everyone; afterwards it can be played again. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RealityBeat } from '#client/features/reality/beats.ts'
import { BeatButtons } from '#client/round/beat-buttons.tsx'
import styles from '#client/round/desk.module.css'
import { useIsOffline, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import page from './reality.module.css'

export function RealityDesk({ reveal }: { readonly reveal: RealityBeat }) {
  const { t } = useTranslation('reality')
  const session = useSession()
  const isOffline = useIsOffline()
  const [isBusy, setBusy] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const { beat, last, isAll } = reveal
  const go = async (next: number) => {
    setBusy(true)
    const { ok } = await session.command('setEnvelopeBeat', { body: { beat: next } })
    setBusy(false)
    setFailed(!ok)
  }
  const problem = hasFailed && (
    <p className={styles.problem} role="alert">
      {t('beats.failed')}
    </p>
  )
  if (isAll)
    return (
      <div className={page.again}>
        {problem}
        <Button notYet={isBusy || isOffline} onClick={() => void go(0)}>
          {t('beats.again')}
        </Button>
      </div>
    )
  return (
    <div className={styles.place}>
      {problem}
      <div className={styles.desk} role="toolbar" aria-label={t('beats.name')}>
        <b className={styles.round}>{t('beats.name')}</b>
        <span className={styles.state}>{t('beats.of', { beat: beat + 1, last: last + 1 })}</span>
        <span className={styles.line} />
        <BeatButtons of={reveal} last={last} isBusy={isBusy || isOffline} onBeat={(next) => void go(next)} />
      </div>
    </div>
  )
}
