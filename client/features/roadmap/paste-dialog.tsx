/** More than goes onto the board by itself: all of it is here, to be added in portions, broken, shortened or left. */
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useBoardState } from '#client/features/roadmap/board-context.tsx'
import type { TooMuch } from '#client/features/roadmap/board-state.ts'
import { broken, linesIn, MOST_AT_ONCE, portionOf } from '#client/features/roadmap/paste-lines.ts'
import { useSession, useSingle } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { LONGEST_CARD, writtenWhile } from '#shared/board/card-edits.ts'
import { addCards } from '#shared/board/roadmap-edits.ts'
import { envelope } from '#shared/record/schema.ts'
import styles from './paste-dialog.module.css'

export function PasteDialog() {
  const tooMuch = useBoardState((state) => state.tooMuch)
  return tooMuch && <Offer key={tooMuch.text} of={tooMuch} />
}

function Offer({ of: { stageId, lane, text: given } }: { readonly of: TooMuch }) {
  const { t } = useTranslation('card')
  const { t: roadmap } = useTranslation('roadmap')
  const { control, state } = useBoard()
  const session = useSession()
  const isSealed = useSingle(envelope).openedAt === null
  const [text, setText] = useState(given)
  const [added, setAdded] = useState(0)
  const lines = useMemo(() => linesIn(text), [text])
  const { next, tooLong, rest } = useMemo(() => portionOf(lines), [lines])
  const isOneLong = lines.length === 1 && tooLong === 1
  const close = () => state.setState({ tooMuch: null })
  const add = (dialog: HTMLDialogElement | null) => {
    session.edit(addCards, { stageId, lane, texts: next, values: writtenWhile(lane, isSealed) })
    control.say(t('paste.added', { count: next.length }))
    if (rest.length === 0) return dialog?.close()
    setAdded(added + next.length)
    setText(rest.join('\n'))
  }
  const title = isOneLong ? t('paste.longTitle') : t('paste.linesTitle', { count: lines.length })
  return (
    <Dialog title={title} onClose={close}>
      <p className={styles.lead}>
        {isOneLong
          ? t('paste.longLead', { length: text.length, most: LONGEST_CARD })
          : t('paste.lead', {
              lane: roadmap(`lanes.${lane}.name`),
              stage: control.stageName(stageId),
              most: MOST_AT_ONCE,
            })}
      </p>
      <textarea
        className={styles.field}
        aria-label={t('paste.field')}
        rows={10}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className={styles.note} role="status">
        {[
          added > 0 && t('paste.added', { count: added }),
          added > 0 && t('paste.left', { count: lines.length }),
          tooLong > 0 && t('paste.long', { count: tooLong }),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      <div className={styles.acts}>
        {tooLong > 0 && <Button onClick={() => setText(broken(lines).join('\n'))}>{t('paste.break')}</Button>}
        <Button
          kind="primary"
          data-first-focus
          notYet={next.length === 0}
          onClick={({ currentTarget }) => add(currentTarget.closest('dialog'))}
        >
          {rest.length > tooLong
            ? t('paste.addFirst', { count: next.length })
            : t('paste.add', { count: next.length })}
        </Button>
        <Button kind="quiet" onClick={({ currentTarget }) => currentTarget.closest('dialog')?.close()}>
          {added > 0 ? t('paste.leave') : t('paste.leaveNone')}
        </Button>
      </div>
    </Dialog>
  )
}
