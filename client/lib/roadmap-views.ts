/** Addresses of the roadmap: its views of the same cards, and one card on the board. */
export const roadmapViews = ['board', 'outline', 'reading', 'sheets'] as const
export type RoadmapView = (typeof roadmapViews)[number]

export const viewAddress = (workshopId: string, view: RoadmapView): string =>
  `/w/${workshopId}/roadmap${view === 'board' ? '' : `/${view}`}`

/** The board with that card open. */
export const cardAddress = (workshopId: string, cardId: string): string =>
  `${viewAddress(workshopId, 'board')}?card=${encodeURIComponent(cardId)}`

/** A stage in the outline. */
export const stageAddress = (workshopId: string, stageId: string): string =>
  `${viewAddress(workshopId, 'outline')}#${stageAnchor(stageId)}`

export const stageAnchor = (stageId: string): string => `stage-${stageId}`

/** The sheet for sales of one stage. */
export const sheetAddress = (workshopId: string, stageId: string): string =>
  `${viewAddress(workshopId, 'sheets')}/${encodeURIComponent(stageId)}`
