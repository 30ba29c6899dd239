/** Taking something back: what each part removes is said in words before it is done, and asked once more. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '#client/lib/problem-text.ts'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import typography from '#client/ui/type.module.css'
import type { Interview } from '#shared/interviews/schema.ts'
import { withdrawalScopes } from '#shared/protocol/interview-calls.ts'
import styles from './privacy.module.css'

type Scope = (typeof withdrawalScopes)[number]

export function Withdraw({
  interview,
  onGone,
}: {
  readonly interview: Interview
  readonly onGone: () => void
}) {
  const { t } = useTranslation('privacy')
  const session = useSession()
  const problemText = useProblemText()
  const [chosen, setChosen] = useState<readonly Scope[]>([])
  const [leftInPlace, setLeft] = useState('')
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const choose = (scope: Scope, isChosen: boolean) =>
    setChosen((before) => withdrawalScopes.filter((one) => (one === scope ? isChosen : before.includes(one))))
  const withdraw = async () => {
    setBusy(true)
    const called = await session.command('withdraw', {
      params: { interviewId: interview.id },
      body: { scopes: [...chosen], leftInPlace },
    })
    setBusy(false)
    setProblem(called.ok ? null : problemText(called.problem))
    if (!called.ok) return
    showToast({ kind: 'good', text: t('withdraw.done') })
    setAsking(false)
    setChosen([])
    setLeft('')
    if (chosen.includes('everything')) onGone()
  }
  return (
    <section className={styles.section} aria-label={t('withdraw.title')}>
      <div>
        <h3 className={typography.section}>{t('withdraw.title')}</h3>
        <p className={typography.meta}>{t('withdraw.lead')}</p>
      </div>
      <div>
        {withdrawalScopes.map((scope) => (
          <label key={scope} className={styles.scope}>
            <input
              type="checkbox"
              checked={chosen.includes(scope)}
              onChange={(event) => choose(scope, event.target.checked)}
            />
            <b>{t(`withdraw.${scope}`)}</b> <small>{t(`withdraw.${scope}Does`)}</small>
          </label>
        ))}
      </div>
      <TextField
        label={t('withdraw.left')}
        hint={t('withdraw.leftHint')}
        value={leftInPlace}
        maxLength={500}
        autoComplete="off"
        onChange={setLeft}
      />
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {isAsking ? (
        <div role="alert">
          <p>{t('withdraw.sure')}</p>
          <div className={styles.buttons}>
            <Button onClick={() => setAsking(false)}>{t('withdraw.keep')}</Button>
            <Button kind="danger" notYet={isBusy} onClick={() => void withdraw()}>
              {t('withdraw.yes')}
            </Button>
          </div>
        </div>
      ) : (
        <div className={styles.buttons}>
          <Button
            kind="danger"
            notYet={chosen.length === 0 && t('withdraw.chooseFirst')}
            onClick={() => setAsking(true)}
          >
            {t('withdraw.ask')}
          </Button>
        </div>
      )}
    </section>
  )
}
