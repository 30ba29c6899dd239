/** "Saved 2 s ago", from what the server has committed (OF-1a). Seconds are shown, not called out. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaved } from '#client/session/hooks.ts'
import type from '#client/ui/type.module.css'
import styles from './head.module.css'
import { useSeconds } from './use-seconds.ts'

export function SaveStatus() {
  const { t } = useTranslation('call')
  const saved = useSaved()
  const savedAt = useRef<number | null>(null)
  const wasSaved = useRef(saved.status === 'saved')
  const [, show] = useState(0)
  const seconds = useSeconds(saved.status === 'saved')
  const isSaved = saved.status === 'saved'
  useEffect(() => {
    // Opened with everything saved: nothing here has been saved yet, so nothing is said of when.
    if (isSaved && !wasSaved.current) savedAt.current = Date.now()
    wasSaved.current = isSaved
    show((count) => count + 1)
  }, [isSaved])

  const state = stateText()
  return (
    <p className={`${styles.status} ${styles[saved.status]}`}>
      <i className={styles.dot} />
      <span aria-hidden="true">{isSaved ? savedText(seconds) : state}</span>
      <span className={type.hidden} role="status">
        {state}
      </span>
    </p>
  )

  function stateText(): string {
    switch (saved.status) {
      case 'saved':
        return t('head.saved')
      case 'saving':
        return t('head.saving')
      case 'offline':
        return t('head.offline', { count: saved.changes })
      case 'not-saved':
        return t('head.notSaved')
      case 'loading':
        return t('head.loading')
      case 'closed':
        return t('head.closed')
    }
  }
  function savedText(now: number): string {
    if (savedAt.current === null) return t('head.saved')
    const passed = Math.max(0, Math.floor((now - savedAt.current) / 1000))
    if (passed < 1) return t('head.savedNow')
    return passed < 60
      ? t('head.savedSeconds', { count: passed })
      : t('head.savedMinutes', { count: Math.floor(passed / 60) })
  }
}
