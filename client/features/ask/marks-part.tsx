/** Marks out of ten for the ways a guest knows at first hand; each way opens once they say how they know it (R047). */
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/button.tsx'
import { MarkPad } from '#client/ui/mark-pad.tsx'
import type { GuestForm } from '#shared/protocol/guest-calls.ts'
import styles from './ask.module.css'
import type { PartProps } from './ask-page.tsx'
import { type Basis, bases, isFirstHand } from './draft.ts'

type Option = GuestForm['options'][number]

export function MarksPart({ draft, form, edit, onNext, back }: PartProps) {
  const { t } = useTranslation('ask')
  const setBasis = (id: string, basis: Basis | undefined) => {
    const { [id]: _, ...others } = draft.bases
    edit({ bases: basis === undefined ? others : { ...others, [id]: basis } })
  }
  const setMark = (optionId: string, needId: string, mark: number | null) =>
    edit({ marks: { ...draft.marks, [optionId]: { ...draft.marks[optionId], [needId]: mark } } })
  return (
    <>
      <div className={styles.body}>
        <p className={styles.lead}>{t('marks.lead')}</p>
        {form.options.map((option) => (
          <section key={option.id} className={styles.option}>
            <BasisField
              option={option}
              basis={draft.bases[option.id]}
              onChange={(basis) => setBasis(option.id, basis)}
            />
            {isFirstHand(draft.bases[option.id]) && (
              <OptionMarks
                option={option}
                needs={form.needs}
                marks={draft.marks[option.id] ?? {}}
                onMark={(needId, mark) => setMark(option.id, needId, mark)}
              />
            )}
          </section>
        ))}
      </div>
      <div className={styles.foot}>
        {back}
        <Button kind="primary" size="large" onClick={onNext}>
          {t('next')}
        </Button>
      </div>
    </>
  )
}

function BasisField(props: {
  readonly option: Option
  readonly basis: Basis | undefined
  readonly onChange: (basis: Basis | undefined) => void
}) {
  const { option, basis, onChange } = props
  const { t } = useTranslation('ask')
  const id = useId()
  return (
    <>
      <h2 id={`${id}-name`} className={styles.optionName}>
        {option.name}
      </h2>
      <label id={`${id}-how`} htmlFor={id} className={styles.hint}>
        {t('marks.basis')}
      </label>
      <select
        id={id}
        className={styles.select}
        aria-labelledby={`${id}-name ${id}-how`}
        value={basis ?? ''}
        onChange={({ target }) => onChange(bases.find((one) => one === target.value))}
      >
        <option value="">{t('marks.none')}</option>
        {bases.map((one) => (
          <option key={one} value={one}>
            {t(`marks.${one}`)}
          </option>
        ))}
      </select>
    </>
  )
}

/** One pad at a time; a mark goes on to the next by itself. */
function OptionMarks(props: {
  readonly option: Option
  readonly needs: GuestForm['needs']
  readonly marks: Readonly<Record<string, number | null>>
  readonly onMark: (needId: string, mark: number | null) => void
}) {
  const { option, needs, marks, onMark } = props
  const { t } = useTranslation('ask')
  const [at, setAt] = useState(() => needs.find(({ id }) => !(id in marks))?.id ?? '')
  const put = (needId: string, mark: number | null) => {
    onMark(needId, mark)
    const from = needs.findIndex(({ id }) => id === needId)
    setAt(needs.slice(from + 1).find(({ id }) => !(id in marks))?.id ?? '')
  }
  return (
    <ul className={styles.marks}>
      {needs.map(({ id, short }) => {
        const mark = marks[id]
        return (
          <li key={id}>
            <button
              type="button"
              className={styles.markRow}
              aria-expanded={id === at}
              onClick={() => setAt(id === at ? '' : id)}
            >
              <span>{short}</span>
              <b className={mark === undefined ? styles.open : undefined}>
                {mark === undefined
                  ? t('marks.open')
                  : mark === null
                    ? t('marks.unknown')
                    : t('marks.marked', { mark })}
              </b>
            </button>
            {id === at && (
              <MarkPad
                label={t('marks.markFor', { option: option.name, need: short })}
                value={mark ?? null}
                onMark={(next) => put(id, next)}
                size="touch"
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
