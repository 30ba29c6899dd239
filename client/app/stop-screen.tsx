/** The screen of a stop. The only place that knows which feature shows what. */
import { lazy } from 'react'
import type { StopName } from '#client/lib/stops.ts'

const loaders = {
  scene: async () => ({ default: (await import('#client/features/scene/scene-page.tsx')).ScenePage }),
  weigh: async () => ({ default: (await import('#client/features/weigh/weigh-page.tsx')).WeighPage }),
  roadmap: async () => ({ default: (await import('#client/features/roadmap/roadmap-page.tsx')).RoadmapPage }),
} as const

const ScenePage = lazy(loaders.scene)
const WeighPage = lazy(loaders.weigh)
const RoadmapPage = lazy(loaders.roadmap)

/** Fetches a screen that will be wanted, while the server is asked for something else; if it fails, showing it says so. */
export async function fetchScreen(stop: StopName): Promise<void> {
  await loaders[stop]().catch(() => {})
}

interface StopScreenProps {
  readonly stop: StopName
  readonly onFillScreen: () => void
  readonly onGoTo: (stop: StopName) => void
}

export function StopScreen({ stop, onFillScreen, onGoTo }: StopScreenProps) {
  switch (stop) {
    case 'scene':
      return <ScenePage onFillScreen={onFillScreen} onStarted={() => onGoTo('weigh')} />
    case 'weigh':
      return <WeighPage />
    case 'roadmap':
      return <RoadmapPage />
  }
}
