/** The three documents of a workshop and how they are named on the wire and in storage. */
export const documentKinds = ['board', 'record', 'interviews'] as const
export type DocumentKind = (typeof documentKinds)[number]

export const isDocumentKind = (value: string): value is DocumentKind =>
  (documentKinds as readonly string[]).includes(value)

/** Storage name of a document: `<workshopId>/<kind>`. */
export const documentName = (workshopId: string, kind: DocumentKind): string => `${workshopId}/${kind}`
