/** Workshop files: what one holds, and opening it. */
import * as z from 'zod/mini'
import { call } from '#shared/protocol/call.ts'

const filePreview = z.object({
  title: z.string(),
  company: z.string(),
  product: z.string(),
  segment: z.string(),
  version: z.int(),
  exportedAt: z.string(),
  exportedBy: z.string(),
  appVersion: z.string(),
  server: z.string(),
  sealed: z.array(z.string()),
  counts: z.record(z.string(), z.int()),
  changes: z.int(),
})
export type FilePreviewReply = z.output<typeof filePreview>

export const fileCalls = {
  previewWorkshop: call({
    method: 'POST',
    path: '/api/workshops/import/preview',
    who: 'anyone',
    does: 'Says what a workshop file holds, or every fault by path, and opens nothing.',
    body: z.unknown(),
    reply: filePreview,
    status: 200,
  }),
} as const
