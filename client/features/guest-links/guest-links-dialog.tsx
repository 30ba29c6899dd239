/** Makes links by which customers answer by themselves, and shows those there are with what came by them. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '#client/lib/problem-text.ts'
import { useDerived } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import typography from '#client/ui/type.module.css'
import { needs } from '#shared/board/schema.ts'
import styles from './guest-links.module.css'
import { LinkRow } from './link-row.tsx'
import { MakeLink, type Purpose, PurposeChoice } from './make-link.tsx'
import { useLinks } from './use-links.ts'

export function GuestLinksDialog(props: {
  /** What a new link does, until another is chosen. */
  readonly purpose: Purpose
  readonly onClose: () => void
}) {
  const { onClose } = props
  const { t } = useTranslation('guestLinks')
  const common = useTranslation('common').t
  const problemText = useProblemText()
  const { links, problem, make, revoke, again } = useLinks()
  const [fresh, setFresh] = useState('')
  const [purpose, setPurpose] = useState(props.purpose)
  const hasNeeds = useDerived(needs, (all) =>
    all.some(({ status, binned }) => status === 'active' && binned === null),
  )
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <div className={styles.body}>
        <PurposeChoice purpose={purpose} onChoose={setPurpose} />
        <p className={typography.lead}>{t(purpose === 'asks' ? 'lead' : 'leadDraft')}</p>
        {purpose === 'asks' && !hasNeeds && <p className={styles.notice}>{t('noNeeds')}</p>}
        <MakeLink purpose={purpose} onMake={async (wanted) => setFresh((await make(wanted)) ?? '')} />
        {problem && (
          <div role="alert" className={styles.problem}>
            {problem.code === 'offline' ? t('offline') : problemText(problem)}{' '}
            <Button size="small" onClick={again}>
              {common('tryAgain')}
            </Button>
          </div>
        )}
        <h3 className={typography.section}>{t('list')}</h3>
        {links === null ? (
          !problem && <LateSkeleton label={t('loading')} />
        ) : links.length === 0 ? (
          <p className={typography.meta}>{t('none')}</p>
        ) : (
          <ul className={styles.links}>
            {links.map((link) => (
              <LinkRow
                key={link.linkId}
                link={link}
                isFresh={link.linkId === fresh}
                onRevoke={() => void revoke(link.linkId)}
              />
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}
