/** Where the workshop's file is downloaded from: a plain link, so that the browser saves what the server sends. */
export const exportAddress = (workshopId: string): string =>
  `/api/workshops/${encodeURIComponent(workshopId)}/export.json`
