/** What is saved, in words, at every width (OF-1a): derived from what the server has committed, never from the line alone. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedState as State } from '#client/session/api.ts'
import { useSaved } from '#client/session/hooks.ts'
import { showToast } from '#client/ui/toast-store.ts'
import styles from './saved-state.module.css'

export function SavedState() {
  const { t } = useTranslation('shell')
  const saved = useSaved()
  useWelcomeBack(saved)
  return (
    <p className={`${styles.state} ${styles[saved.status]}`} role="status">
      <i className={styles.dot} />
      {saved.status === 'offline' ? t('saved.offline', { count: saved.changes }) : t(`saved.${saved.status}`)}
    </p>
  )
}

function useWelcomeBack(saved: State): void {
  const { t } = useTranslation('shell')
  const wasOffline = useRef(false)
  useEffect(() => {
    if (saved.status === 'offline') wasOffline.current = true
    if (saved.status !== 'saved' || !wasOffline.current) return
    wasOffline.current = false
    showToast({ kind: 'good', text: t('backOnline') })
  }, [saved, t])
}
