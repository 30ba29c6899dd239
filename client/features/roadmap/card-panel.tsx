/**
 * One card at length: its words, who said it, what settles it, where it stands in the plan, and the way to move or
 * delete it without dragging. `J` and `K` go on to the next and the previous card; the panel stays.
 */
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useBoardState } from '#client/features/roadmap/board-context.tsx'
import type { PanelPart } from '#client/features/roadmap/board-state.ts'
import { useBesidePanel } from '#client/features/roadmap/card-beside.ts'
import { CardHead, useNeighbours } from '#client/features/roadmap/card-head.tsx'
import { useBoardPaste } from '#client/features/roadmap/card-pasting.ts'
import { CardSections } from '#client/features/roadmap/card-sections.tsx'
import { PasteDialog } from '#client/features/roadmap/paste-dialog.tsx'
import { isLetterKey } from '#client/lib/letter-keys.ts'
import { useRow } from '#client/session/hooks.ts'
import { type Card, cards } from '#shared/board/schema.ts'
import styles from './card-panel.module.css'

/** The open panel, if there is one, and what was pasted beyond measure. */
export function CardPanel() {
  const cardId = useBoardState(({ panel }) => panel?.cardId ?? null)
  const card = useRow(cards, cardId ?? '')
  useBoardPaste()
  return (
    <>
      {card && !card.binned && <Panel card={card} />}
      <PasteDialog />
    </>
  )
}

/** Where the focus goes when the panel is opened for a part of it. */
const targets: Readonly<Partial<Record<PanelPart, string>>> = {
  text: 'textarea',
  move: '[data-part="move"] select',
  status: '[data-focus="state"], [data-part="answers"] button',
}

function Panel({ card }: { readonly card: Card }) {
  const { t } = useTranslation('roadmap')
  const { control, keeper, state } = useBoard()
  const dialog = useRef<HTMLDialogElement>(null)
  const { previous, next } = useNeighbours(card)
  // A layout effect, so that the dialog is closed, and the page behind it no longer inert, before the focus goes back.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    const part = state.getState().panel?.part ?? 'card'
    element?.querySelector<HTMLElement>(targets[part] ?? 'h2')?.focus()
    return () => {
      element?.close()
      queueMicrotask(keeper.settle)
    }
  }, [state, keeper])
  useBesidePanel(dialog, card.id)
  const goTo = (id: string | null) => {
    if (id === null) return
    state.setState({ panel: { cardId: id, part: 'card' } })
    dialog.current?.querySelector<HTMLElement>('h2')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    const isOwn = event.target instanceof Element && event.target.closest('dialog') === dialog.current
    if (!isOwn || !isLetterKey(event.nativeEvent)) return
    const run = {
      j: () => goTo(next),
      k: () => goTo(previous),
      e: () => state.setState({ panel: { cardId: card.id, part: 'evidence' } }),
      s: () => dialog.current?.querySelector<HTMLElement>(targets.status ?? '')?.focus(),
    }[event.key.toLowerCase()]
    if (!run) return
    event.preventDefault()
    run()
  }
  return (
    <dialog
      ref={dialog}
      className={styles.panel}
      aria-labelledby="roadmap-panel-title"
      onCancel={(event) => {
        if (event.target !== dialog.current) return
        event.preventDefault()
        control.closePanel()
      }}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => {
        if (event.target === dialog.current) control.closePanel()
      }}
    >
      <div className={styles.body}>
        <CardHead card={card} previous={previous} next={next} onGo={goTo} />
        <h2 id="roadmap-panel-title" className={styles.hidden} tabIndex={-1}>
          {card.text || t('card.empty')}
        </h2>
        <CardSections key={card.id} card={card} />
      </div>
    </dialog>
  )
}
