/**
 * After a restore this device may hold work that the server has not: it asks, above the bar and without covering
 * anything, and nothing is merged or thrown away before someone says so (OF-4a).
 */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveAs } from '#client/lib/save-as.ts'
import type { OlderCopy } from '#client/session/api.ts'
import { useIsSettled, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import styles from './older-copy-banner.module.css'

export function OlderCopyBanner() {
  const { t } = useTranslation('shell')
  const common = useTranslation('common').t
  const session = useSession()
  const [copy, settle] = useOlderCopy()
  const [isForgetting, setForgetting] = useState(false)
  if (copy === null) return null
  const bringBack = async () => {
    settle()
    await copy.bringBack()
    showToast({ kind: 'good', text: t('olderCopy.broughtBack') })
  }
  const forget = async () => {
    settle()
    await copy.discard()
    showToast({ kind: 'note', text: t('olderCopy.forgotten') })
  }
  const download = async () =>
    saveAs(await copy.asFile(), t('olderCopy.fileName', { id: session.workshopId }))
  return (
    <section className={styles.banner} aria-label={t('olderCopy.lead')}>
      <p>
        <b>{t('olderCopy.lead')}</b> {t(isForgetting ? 'olderCopy.sure' : 'olderCopy.text')}
      </p>
      <div className={styles.actions}>
        {isForgetting ? (
          <>
            <Button kind="danger" onClick={() => void forget()}>
              {t('olderCopy.forget')}
            </Button>
            <Button kind="quiet" onClick={() => setForgetting(false)}>
              {common('cancel')}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={() => void bringBack()}>{t('olderCopy.bringBack')}</Button>
            <Button onClick={() => void download()}>{t('olderCopy.download')}</Button>
            <Button kind="quiet" onClick={() => setForgetting(true)}>
              {t('olderCopy.forget')}
            </Button>
          </>
        )}
      </div>
    </section>
  )
}

/** Looked for once the documents are as the server has them: before that everything would seem to be missing there. Not at every letter. */
function useOlderCopy(): readonly [OlderCopy | null, () => void] {
  const session = useSession()
  const isSaved = useIsSettled()
  const [copy, setCopy] = useState<OlderCopy | null>(null)
  const [isSettled, setSettled] = useState(false)
  useEffect(() => {
    if (!isSaved || isSettled) return
    let isCurrent = true
    void session.olderCopy().then((found) => {
      if (isCurrent) setCopy(found)
    })
    return () => {
      isCurrent = false
    }
  }, [session, isSaved, isSettled])
  const settle = () => {
    setCopy(null)
    setSettled(true)
  }
  return [copy, settle]
}
