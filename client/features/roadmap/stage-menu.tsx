/** What can be done to a stage. Opens under its name; arrows walk it, Escape gives the focus back. */
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import { useStageActs } from '#client/features/roadmap/use-stage-acts.ts'
import { wantList } from '#client/lib/list-wanted.ts'
import { sheetAddress } from '#client/lib/roadmap-views.ts'
import { useSession } from '#client/session/hooks.ts'
import styles from './stage-menu.module.css'

export function StageMenu({ stageId, n }: { readonly stageId: string; readonly n: number }) {
  const { t } = useTranslation('roadmap')
  const { t: board } = useTranslation('board')
  const { state, control, mayEdit } = useBoard()
  const { t: lists } = useTranslation('lists')
  const { t: sheets } = useTranslation('sheets')
  const { workshopId } = useSession()
  const navigate = useNavigate()
  const acts = useStageActs(stageId)
  const menu = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = menu.current
    const opener = element?.previousElementSibling?.getBoundingClientRect()
    if (!element || !opener) return
    element.style.left = `${Math.max(8, Math.min(opener.left, window.innerWidth - element.offsetWidth - 8))}px`
    element.style.top = `${Math.min(opener.bottom + 4, window.innerHeight - element.offsetHeight - 8)}px`
    element.querySelector('button')?.focus()
  }, [])
  const close = () => state.setState({ stageMenu: null })
  const items: readonly (readonly [string, () => void, boolean])[] = [
    [board('stage.edit'), acts.details, true],
    [sheets('open'), () => void navigate(sheetAddress(workshopId, stageId)), true],
    [t('stage.rename'), acts.rename, true],
    [t('stage.left'), () => acts.move(-1), acts.canMoveLeft],
    [t('stage.right'), () => acts.move(1), acts.canMoveRight],
    [t('stage.addAfter'), acts.addAfter, true],
    [board('stages.all'), () => state.setState({ stagesOpen: true }), true],
    [lists('open'), () => wantList('cards'), mayEdit],
    [t('stage.remove'), acts.remove, true],
  ]
  return (
    <div
      ref={menu}
      className={styles.menu}
      role="menu"
      tabIndex={-1}
      aria-label={t('stage.heading', { n, name: control.stageName(stageId) })}
      onKeyDown={(event) => {
        event.stopPropagation()
        const buttons = [...event.currentTarget.querySelectorAll('button')]
        const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
        const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
        if (next !== undefined) {
          event.preventDefault()
          buttons.at(next % buttons.length)?.focus()
        } else if (event.key === 'Escape' || event.key === 'Tab') {
          event.preventDefault()
          close()
          control.focusAt({ stageId, row: 'head', index: 0 })
        }
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close()
      }}
    >
      {items.map(([words, run, isPossible]) => (
        <button
          key={words}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={styles.item}
          aria-disabled={!isPossible}
          onClick={() => {
            if (!isPossible) return
            close()
            run()
          }}
        >
          {words}
        </button>
      ))}
    </div>
  )
}
