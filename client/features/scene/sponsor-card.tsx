/**
 * The sponsor's card (method D1): the two sentences that open the workshop, two minutes for them, and what was said. On the
 * sponsor's own screen, and on the facilitator's for a sponsor who is not here with a device; gone once the room goes on.
 */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { firstName } from '#client/lib/first-name.ts'
import { SponsorWord, useSponsor } from '#client/round/sponsor-word.tsx'
import { useAgenda, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import styles from './sponsor-card.module.css'

const TWO_MINUTES_S = 120

export function SponsorCard() {
  const { t } = useTranslation('closing')
  const { view } = useSession()
  const { name, mayWrite } = useSponsor()
  const { activity } = useAgenda()
  const isOwn = view.seat.role === 'sponsor'
  if (!mayWrite || name === '' || activity !== 'scene') return null
  return (
    <section className={styles.card} aria-labelledby="sponsor-card">
      <h2 id="sponsor-card" className={styles.title}>
        {isOwn ? t('card.title', { name: firstName(view.seat.name) }) : t('card.titleFor')}
      </h2>
      <blockquote className={styles.script}>{t('card.script')}</blockquote>
      <p className={styles.pitfall}>{t('card.pitfall')}</p>
      <TwoMinutes />
      <SponsorWord field="opening" />
    </section>
  )
}

/** Advice on this screen alone; the room's own timer is the facilitator's. */
function TwoMinutes() {
  const { t } = useTranslation('closing')
  const session = useSession()
  const [endsAt, setEndsAt] = useState<number | null>(null)
  const [, tick] = useState(0)
  const left = endsAt === null ? 0 : Math.max(0, Math.ceil((endsAt - session.serverNow()) / 1000))
  useEffect(() => {
    if (left === 0) return
    const timeout = setTimeout(() => tick((count) => count + 1), 1000)
    return () => clearTimeout(timeout)
  })
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
  return (
    <div className={styles.timer}>
      <Button onClick={() => setEndsAt(left > 0 ? null : session.serverNow() + TWO_MINUTES_S * 1000)}>
        {t(left > 0 ? 'card.stop' : 'card.start')}
      </Button>
      {left > 0 && <b role="timer">{t('card.left', { time })}</b>}
      <span role="status">{endsAt !== null && left === 0 && t('card.over')}</span>
    </div>
  )
}
