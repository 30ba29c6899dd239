/** Before the silent round: what will happen, and for the facilitator what stands under each note (ID-5a). */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHead } from '#client/features/needs/page-head.tsx'
import { useRoundCommands } from '#client/round/round-commands.ts'
import { useFacilitatorName } from '#client/session/facilitator-name.ts'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { FromListButton } from '#client/ui/from-list-button.tsx'
import typography from '#client/ui/type.module.css'
import styles from './write.module.css'

export function BeforeWriting() {
  const { t } = useTranslation('needs')
  const session = useSession()
  const facilitator = useFacilitatorName()
  return (
    <div className={styles.before}>
      <PageHead at="write" lead={t('before.lead')} />
      {session.isFacilitator ? (
        <>
          <OpenWriting />
          <p>
            <FromListButton kind="needs" />
          </p>
        </>
      ) : (
        <section className={styles.panel}>
          <h2 className={typography.section}>{t('before.soon', { name: facilitator })}</h2>
          <p className={styles.say}>{session.mayEditBoard ? t('before.soonLead') : t('before.reader')}</p>
        </section>
      )}
    </div>
  )
}

const choices = ['anonymous', 'by_function'] as const

function OpenWriting() {
  const { t } = useTranslation('needs')
  const busy = useTranslation('round').t('desk.busy')
  const { run, isBusy, problem } = useRoundCommands()
  const [anonymity, setAnonymity] = useState<(typeof choices)[number]>('anonymous')
  return (
    <section className={styles.panel} aria-label={t('before.title')}>
      <p className={styles.prompt}>{t('before.prompt')}</p>
      <p className={typography.meta}>{t('room.advice')}</p>
      <fieldset>
        <legend className={styles.legend}>{t('before.who')}</legend>
        {choices.map((one) => (
          <label key={one} className={styles.choice}>
            <input
              type="radio"
              name="notes-anonymity"
              checked={anonymity === one}
              onChange={() => setAnonymity(one)}
            />
            <span>
              {t(`before.${one}`)}
              <small>{t(`before.${one}Hint`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <Button
        kind="reveal"
        size="large"
        wide
        notYet={isBusy}
        onClick={() => void run('openRound', { body: { kind: 'notes', subjects: [], anonymity } })}
      >
        {isBusy ? busy : t('before.open')}
      </Button>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </section>
  )
}
