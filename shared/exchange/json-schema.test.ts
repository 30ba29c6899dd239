import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { demoWorkshop } from '#shared/exchange/demo/demo-workshop.ts'
import { workshopJsonSchema } from '#shared/exchange/json-schema.ts'
import { demoFile, exported, imported } from '#test/support/demo-file.ts'

const validate = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(
  workshopJsonSchema(),
)

test('the demo and an export of it are valid by the published schema', () => {
  expect(validate(demoWorkshop) ? [] : validate.errors).toEqual([])
  const out: unknown = JSON.parse(JSON.stringify(exported(imported(demoFile()))))
  expect(validate(out) ? [] : validate.errors).toEqual([])
})

test('the schema finds what the server would refuse', () => {
  const broken = {
    format: 'guessproof.workshop',
    version: 2,
    workshop: {
      board: { needs: [{ short: 'x'.repeat(61) }] },
      record: { seats: [{ id: 'p', role: 'king' }] },
    },
  }
  validate(broken)
  expect(validate.errors?.map(({ instancePath }) => instancePath).sort()).toEqual([
    '/version',
    '/workshop/board/needs/0',
    '/workshop/board/needs/0/short',
    '/workshop/record/seats/0/role',
  ])
})
