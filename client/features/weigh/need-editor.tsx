/** The needs to weigh: add, rename, order and take out, together. Read along where one may not edit. */
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { adviceFor, FEWEST_NEEDS, indexPast, MOST_NEEDS } from '#client/features/weigh/need-list.ts'
import { LONGEST_NEED, NeedRow } from '#client/features/weigh/need-row.tsx'
import { activeNeeds } from '#client/round/active-needs.ts'
import { useRows, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import typography from '#client/ui/type.module.css'
import { addNeed, binNeed, changeNeed, moveNeed } from '#shared/board/scene-edits.ts'
import { needs } from '#shared/board/schema.ts'
import styles from './setup.module.css'

export function NeedEditor() {
  const { t } = useTranslation('weigh')
  const session = useSession()
  const all = useRows(needs)
  const list = activeNeeds(all)
  const [said, setSaid] = useState('')
  const mayEdit = session.mayEditBoard

  const move = (id: string, name: string, by: 1 | -1) => {
    const index = indexPast(all, id, by)
    if (index === null) return
    session.edit(moveNeed, { id, index })
    const number = list.findIndex((need) => need.id === id) + 1 + by
    setSaid(t('setup.moved', { need: name, number, count: list.length }))
  }
  const remove = (id: string, name: string) => {
    session.edit(binNeed, { id })
    showToast({
      kind: 'undo',
      text: t('setup.removed', { need: name }),
      action: {
        label: t('setup.undo'),
        run: () => session.edit(changeNeed, { id, changes: { binned: null } }),
      },
    })
  }
  return (
    <section>
      <ol className={styles.needs} aria-label={t('setup.list')}>
        {list.map(({ id, short, statement }, index) => (
          <NeedRow
            key={id}
            id={id}
            number={index + 1}
            count={list.length}
            mayEdit={mayEdit}
            onMove={(by) => move(id, short || statement, by)}
            onRemove={() => remove(id, short || statement)}
          />
        ))}
      </ol>
      {mayEdit && list.length < MOST_NEEDS && <AddNeed />}
      <p className={typography.meta}>
        <NeedAdvice count={list.length} mayEdit={mayEdit} />
      </p>
      <p className={typography.hidden} role="status">
        {said}
      </p>
    </section>
  )
}

function AddNeed() {
  const { t } = useTranslation('weigh')
  const session = useSession()
  const [typed, setTyped] = useState('')
  const add = (event: FormEvent) => {
    event.preventDefault()
    const short = typed.trim()
    if (short === '') return
    session.edit(addNeed, { short })
    setTyped('')
  }
  return (
    <form className={styles.add} onSubmit={add}>
      <TextField
        label={t('setup.add')}
        labelHidden
        placeholder={t('setup.addPlaceholder')}
        hint={t('setup.addHint')}
        size="large"
        maxLength={LONGEST_NEED}
        autoComplete="off"
        enterKeyHint="enter"
        value={typed}
        onChange={setTyped}
      />
      <Button type="submit" size="large" notYet={typed.trim() === ''}>
        {t('setup.add')}
      </Button>
    </form>
  )
}

function NeedAdvice({ count, mayEdit }: { readonly count: number; readonly mayEdit: boolean }): string {
  const { t } = useTranslation('weigh')
  if (!mayEdit) return count === 0 ? t('setup.emptyRead') : ''
  switch (adviceFor(count)) {
    case 'empty':
      return t('setup.empty')
    case 'few':
      return t('setup.adviceFew', { count: FEWEST_NEEDS - count })
    case 'fewer':
      return t('setup.adviceFewer')
    case 'five':
      return t('setup.adviceFive')
    case 'more':
      return count === MOST_NEEDS ? t('setup.full') : t('setup.adviceMore', { count })
    case 'tooMany':
      return t('setup.adviceTooMany', { count })
  }
}
