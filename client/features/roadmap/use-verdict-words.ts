/** The heading and its lead for what the board shows; true whatever it shows. */
import { useTranslation } from 'react-i18next'
import { useBoard, useView } from '#client/features/roadmap/board-context.tsx'
import type { Verdict } from '#client/features/roadmap/figures.ts'
import { asked, sum } from '#shared/statistics/coverage.ts'

interface VerdictWords {
  readonly heading: string
  /** The end of the heading, highlighted. */
  readonly stroke: string
  readonly lead: string
}

export function useVerdictWords(): VerdictWords {
  const { t } = useTranslation('roadmap')
  const { control } = useBoard()
  const verdict = useView((view) => view.verdict)
  const questions = useView(({ figures }) => figures.questions)
  const doubts = useView(({ figures }) => figures.doubts)
  const all = sum([questions, doubts])
  const samples = {
    questions: t('questions', { count: asked(questions) }),
    doubts: t('doubts', { count: asked(doubts) }),
  }
  const named = (kind: Exclude<Verdict['kind'], 'open'>) => ({
    heading: t(`verdict.${kind}.heading`),
    stroke: t(`verdict.${kind}.stroke`),
  })
  switch (verdict.kind) {
    case 'no-stages':
    case 'nothing-asked':
      return { ...named(verdict.kind), lead: t(`verdict.${verdict.kind}.lead`) }
    case 'all-answered':
    case 'none-open':
      return {
        ...named(verdict.kind),
        lead: t(`verdict.${verdict.kind}.lead`, { ...samples, partly: all.weak }),
      }
    case 'quiet-late': {
      const words = { ...verdict, allOpen: all.open }
      return {
        ...named('quiet-late'),
        lead: t(
          verdict.from === verdict.to ? 'verdict.quiet-late.leadOne' : 'verdict.quiet-late.lead',
          words,
        ),
      }
    }
    case 'quiet-early': {
      const words = { ...verdict, allOpen: all.open }
      return {
        ...named('quiet-early'),
        lead: t(verdict.to === 1 ? 'verdict.quiet-early.leadOne' : 'verdict.quiet-early.lead', words),
      }
    }
    case 'open': {
      const words = {
        ...samples,
        open: verdict.open,
        stage: control.stageName(verdict.stageId),
        openQuestions: questions.open,
        openDoubts: doubts.open,
        openThere: verdict.openThere,
      }
      return {
        heading: t(verdict.open === 1 ? 'verdict.open.headingOne' : 'verdict.open.heading', words),
        stroke: t(verdict.open === 1 ? 'verdict.open.strokeOne' : 'verdict.open.stroke', words),
        lead: t('verdict.open.lead', words),
      }
    }
  }
}
