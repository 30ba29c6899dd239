/** Before the dots: the findings as they will be voted on, and for the facilitator how the vote is opened. */
import { useTranslation } from 'react-i18next'
import { useFindings } from '#client/features/findings/use-findings.ts'
import { OpenVote } from '#client/round/open-vote.tsx'
import { SetupPage } from '#client/round/setup-page.tsx'
import { EvidenceChip } from '#client/ui/evidence-chip.tsx'
import { EmptyState, UnansweredDrawing } from '#client/ui/states.tsx'
import styles from './findings.module.css'

export function FindingList() {
  const { t } = useTranslation('findings')
  const { findings, share } = useFindings()
  return (
    <SetupPage
      title={t('open.title')}
      lead={t('open.lead')}
      steps={{ before: t('viewRead'), ballot: t('viewDots') }}
      soon={t('open.soon')}
      readOnly={t('open.readOnly')}
      open={
        <OpenVote
          kind="dots"
          subjects={findings.map(({ id }) => id)}
          label={t('open.button')}
          notYet={findings.length < 2 ? t('open.tooFew') : null}
          isNext
        />
      }
    >
      {findings.length === 0 ? (
        <EmptyState drawing={<UnansweredDrawing />} fact={t('open.none')} advice={t('open.noneAdvice')} />
      ) : (
        <ul className={styles.findings} aria-label={t('dots.list')}>
          {findings.map(({ id, text, customers }) => (
            <li key={id} className={styles.finding}>
              <p>{text}</p>
              <small>
                <EvidenceChip count={customers} bare /> {t('dots.ofCustomers', { share: share(customers) })}
              </small>
            </li>
          ))}
        </ul>
      )}
    </SetupPage>
  )
}
