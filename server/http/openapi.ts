/** The OpenAPI document, made from the schemas that check the requests. */
import * as z from 'zod/mini'
import { PROBLEM_TYPE } from '#server/problem.ts'
import type { Call } from '#shared/protocol/call.ts'
import { calls } from '#shared/protocol/calls.ts'
import { problemStatus } from '#shared/protocol/problems.ts'

const problemSchema = {
  type: 'object',
  required: ['type', 'status', 'code', 'title'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    code: { enum: Object.keys(problemStatus) },
    title: { type: 'string' },
    faults: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
    retryAfterS: { type: 'integer' },
  },
}

export function openApi(version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [name, call] of Object.entries(calls) as [string, Call][]) {
    const path = call.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [call.method.toLowerCase()]: operation(name, call) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Guessproof', version },
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: {
        seat: {
          type: 'apiKey',
          in: 'cookie',
          name: 'gp_seat_{workshopId}',
          description: 'Given by opening or joining a workshop.',
        },
      },
    },
  }
}

function operation(name: string, call: Call): Record<string, unknown> {
  const parameters = [...call.path.matchAll(/:(\w+)/g)].map(([, parameter]) => ({
    name: parameter,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  return {
    operationId: name,
    summary: call.does,
    ...(call.who !== 'anyone' && { security: [{ seat: [] }], description: `For: ${call.who}.` }),
    ...(parameters.length > 0 && { parameters }),
    ...(call.body && { requestBody: { required: true, content: json(call.body, 'input') } }),
    ...(call.takes && { requestBody: { required: true, content: inOwnForm(call.takes) } }),
    responses: {
      [call.status]: { description: 'Done.', content: contentOf(call) },
      default: {
        description: 'What is answered instead (RFC 9457).',
        content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

/** What a success gives: JSON, in other forms too, or only those. */
function contentOf({ reply, gives = [] }: Call) {
  const others = Object.fromEntries(gives.map((type) => [type, { schema: { type: 'string' } }]))
  const isText = z.toJSONSchema(reply, { unrepresentable: 'any' }).type === 'string'
  return isText ? others : { ...json(reply, 'output'), ...others }
}

const inOwnForm = (takes: NonNullable<Call['takes']>) =>
  Object.fromEntries(
    Object.entries(takes).map(([type, schema]) => [type, json(schema, 'input')['application/json']]),
  )

function json(schema: z.ZodMiniType, io: 'input' | 'output') {
  const { $schema, ...own } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return { 'application/json': { schema: own } }
}
