/** 100 points over what others have named, in an order of this guest's own; nobody has to. */
import Minus from 'lucide-react/icons/minus'
import Plus from 'lucide-react/icons/plus'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { left, type Points, pointsOf, step, type } from '#client/lib/points.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { StepperButton } from '#client/ui/stepper-button.tsx'
import { Switch } from '#client/ui/switch.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import type { GuestForm } from '#shared/protocol/guest-calls.ts'
import styles from './ask.module.css'
import type { PartProps } from './ask-page.tsx'
import { arePointsDone } from './draft.ts'
import { LongField } from './long-field.tsx'

export function PointsPart({ draft, form, edit, onNext, back }: PartProps) {
  const { t } = useTranslation('ask')
  const ids = form.needs.map(({ id }) => id)
  const change = (next: (points: Points) => Points) => edit({ points: next(draft.points) })
  return (
    <>
      <div className={styles.body}>
        <p className={styles.lead}>{t('points.lead')}</p>
        {!draft.isDeclined && (
          <ul className={styles.needs}>
            {form.needs.map((need) => (
              <NeedPoints key={need.id} need={need} ids={ids} points={draft.points} onChange={change} />
            ))}
          </ul>
        )}
        <Switch
          checked={draft.isDeclined}
          onChange={(isDeclined) => edit({ isDeclined })}
          label={t('points.decline')}
        />
        {draft.isDeclined && (
          <TextField
            label={t('points.reason')}
            value={draft.reason}
            maxLength={300}
            onChange={(reason) => edit({ reason })}
          />
        )}
        <LongField
          label={t('points.missing')}
          hint={t('points.missingHint')}
          value={draft.missing}
          max={1400}
          onChange={(missing) => edit({ missing })}
        />
      </div>
      <div className={styles.foot}>
        {!draft.isDeclined && <PointsLeft rest={left(draft.points, ids)} />}
        {back}
        <Button
          kind="primary"
          size="large"
          notYet={!arePointsDone(draft, form) && t('points.rest')}
          onClick={onNext}
        >
          {t('next')}
        </Button>
      </div>
    </>
  )
}

function PointsLeft({ rest }: { readonly rest: number }) {
  const { t } = useTranslation('ask')
  return (
    <p role="status" className={rest < 0 ? styles.over : styles.left}>
      {rest === 0
        ? t('points.done')
        : rest > 0
          ? t('points.left', { count: rest })
          : t('points.over', { count: -rest })}
    </p>
  )
}

function NeedPoints(props: {
  readonly need: GuestForm['needs'][number]
  readonly ids: readonly string[]
  readonly points: Points
  readonly onChange: (next: (points: Points) => Points) => void
}) {
  const { need, ids, points, onChange } = props
  const { t } = useTranslation('ask')
  const by = (size: number) => onChange((now) => step(now, ids, need.id, size))
  const onKeyDown = (event: KeyboardEvent) => {
    const size = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key]
    if (size === undefined) return
    event.preventDefault()
    by(size)
  }
  return (
    <li className={styles.need}>
      <div>
        <p className={styles.short}>{need.short}</p>
        {need.statement !== '' && <p className={styles.hint}>{need.statement}</p>}
        <span className={styles.bar} aria-hidden="true">
          <i style={{ width: `${Math.min(100, pointsOf(points, need.id))}%` }} />
        </span>
      </div>
      <div className={styles.stepper}>
        <StepperButton
          label={t('points.fewer', { need: need.short })}
          className={styles.stepButton}
          onStep={(size) => by(-size)}
        >
          <Icon of={Minus} size="1rem" />
        </StepperButton>
        <input
          className={styles.number}
          type="text"
          role="spinbutton"
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          placeholder="0"
          aria-label={t('points.pointsFor', { need: need.short })}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={pointsOf(points, need.id)}
          value={points[need.id] ?? ''}
          onFocus={(event) => event.target.select()}
          onKeyDown={onKeyDown}
          onChange={({ target }) => onChange((now) => type(now, need.id, target.value) ?? now)}
        />
        <StepperButton
          label={t('points.more', { need: need.short })}
          className={styles.stepButton}
          onStep={by}
        >
          <Icon of={Plus} size="1rem" />
        </StepperButton>
      </div>
    </li>
  )
}
