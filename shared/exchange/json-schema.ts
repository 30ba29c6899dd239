/** The JSON Schema of workshop files, made from the same definitions that check them. */
import type { JsonObject, Shape } from '#shared/document/fields.ts'
import { type DocumentKind, documentKinds } from '#shared/document/names.ts'
import { FORMAT, historyFields, limits, partShapes, seniority, VERSION } from '#shared/exchange/file.ts'

/** JSON Schema 2020-12. Unknown keys are allowed everywhere; lengths count characters, the server UTF-16 units. */
export function workshopJsonSchema(): JsonObject {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Guessproof workshop',
    type: 'object',
    required: ['format', 'version', 'workshop'],
    properties: {
      format: { const: FORMAT },
      version: { type: 'integer', minimum: 1, maximum: VERSION },
      exportedAt: { type: 'string' },
      exportedBy: { type: 'string' },
      appVersion: { type: 'string' },
      server: { type: 'string' },
      sealed: { type: 'array', items: { type: 'string' } },
      workshop: {
        type: 'object',
        required: ['board', 'record'],
        properties: {
          ...Object.fromEntries(documentKinds.map((kind) => [kind, partSchema(kind)])),
          history: { ...listOf(properties(historyFields)), maxItems: limits.history },
        },
      },
    },
  }
}

function partSchema(kind: DocumentKind): JsonObject {
  const { singles, collections } = partShapes[kind]
  const of = Object.entries(singles).map(([name, { fields }]) => [name, properties(fields)] as const)
  const lists = Object.entries(collections).map(
    ([name, { fields }]) => [name, listOf(rowSchema(name, fields))] as const,
  )
  return { type: 'object', properties: Object.fromEntries([...of, ...lists]) }
}

function rowSchema(name: string, fields: Shape): JsonObject {
  const own = properties(fields)
  const id = { type: 'string', minLength: 1, maxLength: 64 }
  const more =
    name === 'seats' ? { seniority: seniority.schema } : name === 'rounds' ? { ballots: ballotsSchema } : {}
  return { ...own, required: ['id'], properties: { id, ...(own.properties as JsonObject), ...more } }
}

/** Of revealed rounds; what a ballot holds depends on the kind of the round. */
const ballotsSchema: JsonObject = {
  ...listOf({
    type: 'object',
    required: ['seatId', 'receivedAt', 'ballot'],
    properties: {
      seatId: { type: 'string' },
      receivedAt: { type: 'integer', minimum: 0 },
      ballot: { type: 'object' },
    },
  }),
  maxItems: limits.ballotsOfRound,
}

function properties(fields: Shape): JsonObject {
  const entries = Object.entries(fields).map(([key, field]) => [key, field.schema] as const)
  return { type: 'object', properties: Object.fromEntries(entries) }
}

function listOf(items: JsonObject): JsonObject {
  return { type: 'array', maxItems: limits.rows, items }
}
