/** Reading the result by a link: no seat, no name, no code. The token lies in the body, so that no log has it. */
import * as z from 'zod/mini'
import { call } from '#shared/protocol/call.ts'
import { exportFormats } from '#shared/protocol/export-formats.ts'

const body = z.object({ token: z.string().check(z.minLength(1), z.maxLength(200)) })

export const resultCalls = {
  readResult: call({
    method: 'POST',
    path: '/api/result/view',
    who: 'anyone',
    does: 'What the result page shows: the report as files have it, masked, with functions for names, without private words and without what is sealed.',
    body,
    reply: z.looseObject({ title: z.string() }),
    status: 200,
  }),
  readResultFile: call({
    method: 'POST',
    path: '/api/result/files/:format',
    who: 'anyone',
    does: `The result as a file: ${Object.keys(exportFormats).join(', ')}, with the settings by which nobody can be recognised.`,
    body,
    reply: z.string(),
    gives: [...new Set(Object.values(exportFormats).map(({ media }) => media.replace(/;.*/, '')))],
    status: 200,
  }),
} as const
