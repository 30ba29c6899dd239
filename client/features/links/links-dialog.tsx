/** All links of a workshop in one place: what each does, how long it runs, how to hand it on, and its end. */
import { useTranslation } from 'react-i18next'
import { useProblemText } from '#client/lib/problem-text.ts'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import typography from '#client/ui/type.module.css'
import { LinkRow } from './link-row.tsx'
import styles from './links.module.css'
import { useLinks } from './use-links.ts'

export function LinksDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('links')
  const common = useTranslation('common').t
  const problemText = useProblemText()
  const { isFacilitator } = useSession()
  const { links, problem, again, ...acts } = useLinks()
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <div className={styles.body}>
        <p className={typography.lead}>{t(isFacilitator ? 'lead' : 'leadMember')}</p>
        {problem && (
          <div role="alert" className={styles.problem}>
            {problem.code === 'offline' ? t('offline') : problemText(problem)}{' '}
            <Button size="small" onClick={again}>
              {common('tryAgain')}
            </Button>
          </div>
        )}
        {links === null ? (
          !problem && <LateSkeleton label={t('loading')} />
        ) : (
          <ul>
            {links.map((link) => (
              <LinkRow key={link.kind} link={link} acts={isFacilitator ? acts : null} />
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}
