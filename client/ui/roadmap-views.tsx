/** The way between the views of the roadmap: the board, an outline, what it says as a whole, a sheet a stage for sales. */
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type RoadmapView, roadmapViews, viewAddress } from '#client/lib/roadmap-views.ts'
import segments from './segments.module.css'

export function RoadmapViews({ workshopId, at }: { readonly workshopId: string; readonly at: RoadmapView }) {
  const { t } = useTranslation('map')
  return (
    <nav className={segments.segments} aria-label={t('views.label')}>
      {roadmapViews.map((view) => (
        <Link
          key={view}
          to={viewAddress(workshopId, view)}
          className={segments.segment}
          aria-current={view === at ? 'page' : undefined}
        >
          {t(`views.${view}`)}
        </Link>
      ))}
    </nav>
  )
}
