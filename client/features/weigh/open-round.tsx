/** Opening a round: what the room will see at the reveal is chosen here and said in one sentence before it is done. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FEWEST_NEEDS, MOST_NEEDS, toWeigh } from '#client/features/weigh/need-list.ts'
import { useRoundCommands } from '#client/features/weigh/round-commands.ts'
import type { WeightsRound } from '#client/features/weigh/round-of.ts'
import { secrecyForAll } from '#client/features/weigh/wording.ts'
import { useRows } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Switch } from '#client/ui/switch.tsx'
import typography from '#client/ui/type.module.css'
import { needs } from '#shared/board/schema.ts'
import { type Anonymity, anonymities } from '#shared/record/schema.ts'
import styles from './setup.module.css'

const USUAL_SIZE = 3
const AGREED_SIZE = 2

export function OpenRound(props: {
  readonly title: string
  readonly lead: string
  /** The setting to begin with: that of an earlier round. */
  readonly like?: Pick<WeightsRound, 'anonymity' | 'minFunctionSize'>
  readonly onCancel?: () => void
}) {
  const { title, lead, like, onCancel } = props
  const { t } = useTranslation('weigh')
  const subjects = toWeigh(useRows(needs)).map(({ id }) => id)
  const { run, isBusy, problem } = useRoundCommands()
  const [anonymity, setAnonymity] = useState<Anonymity>(like?.anonymity ?? 'anonymous')
  const [isAgreed, setAgreed] = useState(like?.minFunctionSize === AGREED_SIZE)
  const minFunctionSize = isAgreed ? AGREED_SIZE : USUAL_SIZE
  const missing = subjects.length < FEWEST_NEEDS ? t('open.notYet') : t('open.tooMany')
  const mayOpen = subjects.length >= FEWEST_NEEDS && subjects.length <= MOST_NEEDS

  const open = () =>
    void run('openRound', { body: { kind: 'weights', subjects, anonymity, minFunctionSize } })
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
      <Button kind="reveal" size="large" wide notYet={isBusy || (mayOpen ? false : missing)} onClick={open}>
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
