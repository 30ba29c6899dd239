/** Opening a round: what the room will see at the reveal is chosen here and said in one sentence before it is done. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoundCommands } from '#client/round/round-commands.ts'
import type { AnyRound } from '#client/round/round-of.ts'
import { secrecyForAll } from '#client/round/wording.ts'
import { Button } from '#client/ui/button.tsx'
import { Switch } from '#client/ui/switch.tsx'
import typography from '#client/ui/type.module.css'
import { type Anonymity, anonymities } from '#shared/record/schema.ts'
import type { RoundKindName } from '#shared/rounds/kinds.ts'
import styles from './open-round.module.css'

const USUAL_SIZE = 3
const AGREED_SIZE = 2

export function OpenRound(props: {
  readonly kind: RoundKindName
  /** Needs of the round, in its order. */
  readonly subjects: readonly string[]
  /** Columns of the round, where it has any. */
  readonly columns?: readonly string[]
  /** What is missing before it can be opened; null when nothing is. */
  readonly notYet: string | null
  readonly title: string
  readonly lead: string
  /** The setting to begin with: that of an earlier round. */
  readonly like?: Pick<AnyRound, 'anonymity' | 'minFunctionSize'>
  readonly onCancel?: () => void
}) {
  const { kind, subjects, columns, notYet, title, lead, like, onCancel } = props
  const { t } = useTranslation('round')
  const { run, isBusy, problem } = useRoundCommands()
  const [anonymity, setAnonymity] = useState<Anonymity>(like?.anonymity ?? 'anonymous')
  const [isAgreed, setAgreed] = useState(like?.minFunctionSize === AGREED_SIZE)
  const minFunctionSize = isAgreed ? AGREED_SIZE : USUAL_SIZE

  const open = () =>
    void run('openRound', {
      body: {
        kind,
        subjects: [...subjects],
        ...(columns && { columns: [...columns] }),
        anonymity,
        minFunctionSize,
      },
    })
  return (
    <section className={styles.open} aria-label={title}>
      <h2 className={typography.section}>{title}</h2>
      <p className={typography.meta}>{lead}</p>
      <fieldset className={styles.choices}>
        <legend className={styles.legend}>{t('open.legend')}</legend>
        {anonymities.map((one) => (
          <label key={one} className={styles.choice}>
            <input
              type="radio"
              name="anonymity"
              value={one}
              checked={anonymity === one}
              onChange={() => setAnonymity(one)}
            />
            <span>
              {t(`open.${one}`)}
              <small>{t(`open.${one}Hint`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {anonymity !== 'named' && (
        <Switch checked={isAgreed} onChange={setAgreed} label={t('open.agreedOnTwo')} />
      )}
      <p className={typography.meta}>{secrecyForAll(t, anonymity, minFunctionSize)}</p>
      <Button kind="reveal" size="large" wide notYet={isBusy || (notYet ?? false)} onClick={open}>
        {isBusy ? t('desk.busy') : t('open.button')}
      </Button>
      {onCancel && (
        <Button kind="quiet" wide onClick={onCancel}>
          {t('open.cancel')}
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
