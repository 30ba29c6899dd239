/** No line, or nothing keeps what is written: said above the bar, without covering anything (OF-6a). Work goes on. */
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import WifiOff from 'lucide-react/icons/wifi-off'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaved, useSession } from '#client/session/hooks.ts'
import { Icon } from '#client/ui/icon.tsx'
import styles from './offline-banner.module.css'

export function OfflineBanner() {
  const { t } = useTranslation('shell')
  const saved = useSaved()
  const session = useSession()
  if (saved.status === 'not-saved') {
    return (
      <div className={styles.banner} role="alert">
        <Icon of={TriangleAlert} size="1.25rem" />
        <p>{t('notSavedBanner')}</p>
      </div>
    )
  }
  if (saved.status !== 'offline') return null
  return (
    <section className={styles.banner} aria-label={t('offlineBanner.lead')}>
      <Icon of={WifiOff} size="1.25rem" />
      <p>
        <b>{t('offlineBanner.lead')}</b> {t('offlineBanner.kept')} <RetryIn at={saved.retryAt} />
      </p>
      <button type="button" className={styles.tryNow} onClick={() => session.reconnect()}>
        {t('offlineBanner.tryNow')}
      </button>
    </section>
  )
}

function RetryIn({ at }: { readonly at: number | null }) {
  const { t } = useTranslation('shell')
  const seconds = useSecondsUntil(at)
  if (at === null) return null
  return <>{seconds > 0 ? t('offlineBanner.retryIn', { count: seconds }) : t('offlineBanner.retrying')}</>
}

function useSecondsUntil(at: number | null): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (at === null) return
    setNow(Date.now())
    const ticking = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(ticking)
  }, [at])
  return at === null ? 0 : Math.max(0, Math.ceil((at - now) / 1_000))
}
