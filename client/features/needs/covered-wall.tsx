/** The wall was opened too early and is covered again on every screen. Nothing is lost, and nobody's words are in sight. */
import { useTranslation } from 'react-i18next'
import { NeedSteps } from '#client/features/needs/need-steps.tsx'
import { WALL } from '#client/features/needs/wall-beats.ts'
import { useRoundCommands } from '#client/round/round-commands.ts'
import { useFacilitatorName } from '#client/session/facilitator-name.ts'
import { type RoundOf, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import styles from './write.module.css'

export function CoveredWall({ round }: { readonly round: RoundOf<'notes'> }) {
  const { t } = useTranslation('needs')
  const { isFacilitator } = useSession()
  const facilitator = useFacilitatorName()
  const { run, isBusy, problem } = useRoundCommands()
  const open = () => void run('setBeat', { params: { roundId: round.id }, body: { beat: WALL.openAgain } })
  return (
    <section className={styles.room}>
      <NeedSteps at="write" />
      <h1 className={styles.question}>{t('covered.title')}</h1>
      <p className={styles.roomLead} role="status">
        {t('covered.lead', { name: facilitator })}
      </p>
      {isFacilitator && (
        <Button kind="reveal" size="large" notYet={isBusy} onClick={open}>
          {t('room.open')}
        </Button>
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </section>
  )
}
