/** Roadmap: stages, lanes, cards. */
export const roadmap = {
  pageTitle: 'Roadmap',
} as const
