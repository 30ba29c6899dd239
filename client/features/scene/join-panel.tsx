/** How to come in: the address, the code, and the QR code of the stable link to take part (JN-3a). */
import LinkIcon from 'lucide-react/icons/link'
import Maximize from 'lucide-react/icons/maximize'
import { useTranslation } from 'react-i18next'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { QrCode } from '#client/ui/qr-code.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import { spokenCode } from '#shared/protocol/join-code.ts'
import { useParticipateLink } from './participate-link.ts'
import styles from './scene.module.css'

export function JoinPanel({ onFillScreen }: { readonly onFillScreen: () => void }) {
  const { t } = useTranslation('scene')
  const { joinCode } = useSession().view
  const link = useParticipateLink()
  return (
    <aside className={styles.joinSide}>
      <section className={styles.joinPanel}>
        <p className={styles.address}>{window.location.host}</p>
        {joinCode && <p className={styles.code}>{spokenCode(joinCode)}</p>}
        {link && (
          <div className={styles.qr}>
            <QrCode text={link} label={t('qrLabel')} />
          </div>
        )}
        <p className={styles.joinHint}>{t('joinHint')}</p>
      </section>
      <div className={styles.joinActions}>
        <Button onClick={onFillScreen}>
          <Icon of={Maximize} />
          {t('fill')}
        </Button>
        {link && <CopyLink link={link} />}
      </div>
    </aside>
  )
}

function CopyLink({ link }: { readonly link: string }) {
  const { t } = useTranslation('scene')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link)
      showToast({ kind: 'good', text: t('copied') })
    } catch {
      showToast({ kind: 'problem', text: t('copyFailed', { link }) })
    }
  }
  return (
    <Button onClick={() => void copy()}>
      <Icon of={LinkIcon} />
      {t('copy')}
    </Button>
  )
}
