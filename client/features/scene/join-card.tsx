/** The whole screen for whoever still has to come in: address, code, QR code, and how many are here. Esc closes. */
import X from 'lucide-react/icons/x'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { usePresent, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { QrCode } from '#client/ui/qr-code.tsx'
import { spokenCode } from '#shared/protocol/join-code.ts'
import styles from './join-card.module.css'
import { useParticipateLink } from './participate-link.ts'

export function JoinCard({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('shell')
  const common = useTranslation('common').t
  const scene = useTranslation('scene').t
  const { joinCode } = useSession().view
  const link = useParticipateLink()
  const here = usePresent().length
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className={styles.card} aria-label={t('joinCard.label')} onClose={onClose}>
      <div className={styles.close}>
        <Button kind="quiet" square aria-label={common('close')} onClick={() => dialog.current?.close()}>
          <Icon of={X} size="1.5rem" />
        </Button>
      </div>
      <div className={styles.words}>
        <p className={styles.address}>{window.location.host}</p>
        {joinCode && <p className={styles.code}>{spokenCode(joinCode)}</p>}
        <p className={styles.hint}>{t('joinCard.hint')}</p>
        <p className={styles.here} role="status">
          {t('joinCard.here', { count: here })}
        </p>
      </div>
      {link && (
        <div className={styles.qr}>
          <QrCode text={link} label={scene('qrLabel')} />
        </div>
      )}
    </dialog>
  )
}
