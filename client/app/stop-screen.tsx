/** The screen of a stop. The only place that knows which feature shows what. */
import { lazy } from 'react'
import type { StopName } from '#client/lib/stops.ts'

const ScenePage = lazy(async () => ({
  default: (await import('#client/features/scene/scene-page.tsx')).ScenePage,
}))
const NeedsPage = lazy(async () => ({
  default: (await import('#client/features/needs/needs-page.tsx')).NeedsPage,
}))
const WeighPage = lazy(async () => ({
  default: (await import('#client/features/weigh/weigh-page.tsx')).WeighPage,
}))
const MarkPage = lazy(async () => ({
  default: (await import('#client/features/mark/mark-page.tsx')).MarkPage,
}))
const UnknownPage = lazy(async () => ({
  default: (await import('#client/features/unknown/unknown-page.tsx')).UnknownPage,
}))
const SecondLookPage = lazy(async () => ({
  default: (await import('#client/features/weigh/second-look-page.tsx')).SecondLookPage,
}))
const RoadmapPage = lazy(async () => ({
  default: (await import('#client/features/roadmap/roadmap-page.tsx')).RoadmapPage,
}))

interface StopScreenProps {
  readonly stop: StopName
  readonly onFillScreen: () => void
  readonly onGoTo: (stop: StopName) => void
}

export function StopScreen({ stop, onFillScreen, onGoTo }: StopScreenProps) {
  switch (stop) {
    case 'scene':
      return <ScenePage onFillScreen={onFillScreen} onStarted={() => onGoTo('needs')} />
    case 'needs':
      return <NeedsPage onAgreed={() => onGoTo('weigh')} />
    case 'weigh':
      return <WeighPage />
    case 'mark':
      return <MarkPage />
    case 'unknown':
      return <UnknownPage />
    case 'second-look':
      return <SecondLookPage />
    case 'roadmap':
      return <RoadmapPage />
  }
}
