import { expect, test } from 'vitest'
import { frameworkById, nordic1 } from './framework.ts'

test('a framework is found by the name that a rubric uses', () => {
  expect([frameworkById('nordic@1'), frameworkById('nordic@2')]).toEqual([nordic1, undefined])
})

test('its dimensions are told apart, and worded in all four languages', () => {
  const wordings = nordic1.dimensions.flatMap(dimension => [dimension.name, dimension.definition])
  expect([
    nordic1.dimensions.map(dimension => dimension.id),
    new Set(wordings.map(wording => Object.keys(wording).join())),
    new Set(wordings.map(wording => wording.en)).size,
  ]).toEqual([['GOV', 'SRV', 'DEM', 'SEC', 'DAT', 'TRU', 'CAP', 'RES'], new Set(['nb,nn,sv,en']), 16])
})
