/** The calls of the closing (method P7): what the sponsor says, and closing the workshop. Neither stops anybody's work. */
import * as z from 'zod/mini'
import { call, line, nothing, workshop } from '#shared/protocol/call.ts'

export const closingCalls = {
  putSponsorWord: call({
    method: 'PUT',
    path: `${workshop}/closing/word`,
    who: 'seat',
    does: 'Keeps what the sponsor says at the opening, at the close, and the one thing they will do themselves. A facilitator writes it down for a sponsor without a device, and is named as who wrote it.',
    body: z.object({
      opening: z.optional(line(1000)),
      word: z.optional(line(1000)),
      will: z.optional(line(500)),
    }),
    reply: nothing,
    status: 200,
  }),
  closeWorkshop: call({
    method: 'POST',
    path: `${workshop}/closing`,
    who: 'facilitator',
    does: 'Closes the workshop, or opens it again: its summary is final or a draft. Everything can still be changed.',
    body: z.object({ closed: z.boolean() }),
    reply: z.object({ closedAt: z.nullable(z.number()) }),
    status: 200,
  }),
} as const
