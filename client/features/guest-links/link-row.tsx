/** One guest link: what it is for, how often it was used, how to hand it on, and its end. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '#client/lib/copy-text.ts'
import { Button } from '#client/ui/button.tsx'
import { QrCode } from '#client/ui/qr-code.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import typography from '#client/ui/type.module.css'
import type { GuestLink } from '#shared/protocol/guest-calls.ts'
import styles from './guest-links.module.css'

export function LinkRow(props: {
  readonly link: GuestLink
  /** Just made: shown with its QR code. */
  readonly isFresh: boolean
  readonly onRevoke: () => void
}) {
  const { link, isFresh, onRevoke } = props
  const { t, i18n } = useTranslation('guestLinks')
  const [showsQr, setShowsQr] = useState(isFresh)
  const [isSure, setSure] = useState(false)
  const label = link.label || t('unnamed')
  const until = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'short', year: 'numeric' })
  const facts = [
    ...(link.draft ? [t('showing')] : []),
    t(link.forMany ? 'forMany' : 'single'),
    t(link.draft ? 'remarks' : 'answers', { count: link.used }),
    ...(link.state === 'open'
      ? [t('until', { day: until.format(link.expiresAt) })]
      : [t(`state.${link.state}`)]),
  ]
  const copy = async (address: string) => {
    if (await copyText(address)) showToast({ kind: 'good', text: t('copied') })
    else showToast({ kind: 'problem', text: t('copyFailed', { link: address }) })
  }
  return (
    <li className={styles.link} aria-label={label}>
      <div className={styles.words}>
        <p className={link.state === 'open' ? styles.label : styles.over}>{label}</p>
        <p className={typography.meta}>{facts.join(' · ')}</p>
      </div>
      {link.state === 'open' && (
        <div className={styles.acts}>
          {link.link === null ? (
            <p className={typography.meta}>{t('noAddress')}</p>
          ) : (
            <>
              <Button size="small" onClick={() => void copy(link.link ?? '')}>
                {t('copy')}
              </Button>
              <Button size="small" aria-expanded={showsQr} onClick={() => setShowsQr(!showsQr)}>
                {showsQr ? t('hide') : t('show')}
              </Button>
            </>
          )}
          <Button
            size="small"
            kind={isSure ? 'danger' : 'quiet'}
            onBlur={() => setSure(false)}
            onClick={() => (isSure ? onRevoke() : setSure(true))}
          >
            {isSure ? t('revokeSure') : t('revoke')}
          </Button>
        </div>
      )}
      {link.link !== null && showsQr && (
        <div className={styles.qr}>
          <QrCode text={link.link} label={t('qr', { label })} />
          <p className={styles.address}>{link.link}</p>
        </div>
      )}
    </li>
  )
}
